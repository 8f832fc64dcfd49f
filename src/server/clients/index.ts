export { clientCertificateOf } from './client-certificate.ts';
export { RegistryStale, type ClientKey, type ClientServices, type RegisteredService, type SuspensionOrder } from './client-services.ts';
export type { ClientParts } from './client-parts.ts';
export type { IssuedKey } from './client-key.ts';
export { decideApplication } from './decide-application.ts';
export { fileApplication } from './file-application.ts';
export { openClientServices, type RegistryOptions } from './open-client-services.ts';
export { setService } from './set-service.ts';
export { mountClients, type ClientDoors } from './routes.ts';
