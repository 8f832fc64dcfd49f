export { RegistryStale, type ClientKey, type ClientServices, type RegisteredService, type SuspensionOrder } from './client-services.ts';
