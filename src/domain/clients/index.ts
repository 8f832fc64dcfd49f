export {
  suspensionCauses,
  type ServiceEvent,
  type ServiceHappening,
  type ServiceState,
  type ServiceSuspension,
  type SuspensionCause,
} from './client-service.ts';
export type { ServiceContact, ServiceContent } from './service-content.ts';
