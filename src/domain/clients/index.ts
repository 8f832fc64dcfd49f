export { addressReviewDocument, reviewDigest, type AddressReviewFacts, type ReviewedAddress } from './address-review-document.ts';
export { checkContent, contentFaultCodes, longestUseMonths, type ContentFault, type ContentFaultCode } from './check-content.ts';
export { clientClauses, reopeningForm, serviceForm, type ClientClauses } from './client-clauses.ts';
export {
  afterServiceEvent,
  foldService,
  isUsable,
  MisplacedServiceEvent,
  suspensionCauses,
  type ClientService,
  type ServiceAddress,
  type ServiceEvent,
  type ServiceHappening,
  type ServiceKey,
  type ServiceState,
  type ServiceSuspension,
  type SuspensionCause,
} from './client-service.ts';
export {
  changeRefusalCodes,
  mayChange,
  suspensionClause,
  type ChangeRefusalCode,
  type ChangeVerdict,
  type ServiceActor,
  type ServiceChange,
} from './may-change.ts';
export type { ServiceContact, ServiceContent } from './service-content.ts';
export { serviceGrant } from './service-grant.ts';
