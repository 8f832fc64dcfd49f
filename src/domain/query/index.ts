export { decide } from './decide.ts';
export { decideUnder } from './decide-under.ts';
export type { Actor, ClientServiceActor, DecideRequest, Employment, Grant, PersonActor, Query, RepealedBasis } from './decide-request.ts';
export type { Decision, Refusal } from './decision.ts';
export { addressOf, parseIpAddress, type IpAddress } from './ip-address.ts';
export { parseDecideRequest, type MalformedCode, type ParsedRequest } from './parse-decide-request.ts';
export { queryFault, type QueryFault } from './query-fault.ts';
export { refusalText } from './refusal-text.ts';
export { readStanding, requestOf, standingOf, type Standing } from './standing.ts';
