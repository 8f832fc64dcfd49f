export { mountClientRoutes, type ClientRouteOptions } from './mount-client-routes.ts';
export { mountVerifications } from './mount-verifications.ts';
export { openVerifications, type Verifications } from './open-verifications.ts';
export type { VerificationParts } from './verification-parts.ts';
