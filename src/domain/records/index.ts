export { actorCompartment, readActor, readActorStanding, type ActorFacts } from './actor-facts.ts';
export { foldQueries, isQueryType, queryTypes, type FoldedRecord, type QueryResult, type RecordedQuery } from './fold-queries.ts';
export {
  intentCompartments,
  outcomeCompartments,
  refusedCompartments,
  type OutcomeFacts,
  type ProviderFailure,
  type QueryFacts,
  type RefusalFacts,
} from './query-records.ts';
export { MalformedRecord } from './record-fields.ts';
export { logRetention } from './retention-class.ts';
export { readVerification, verificationCompartments, type VerificationFacts } from './verification-records.ts';
