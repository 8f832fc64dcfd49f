export { decide } from './decide.ts';
export type { Actor, ClientServiceActor, DecideRequest, Employment, Grant, PersonActor, Query, RepealedBasis } from './decide-request.ts';
export type { Decision, Refusal } from './decision.ts';
export { parseIpAddress, type IpAddress } from './ip-address.ts';
export { keyed, listOf, ShapeError, text, type Reader, type ShapeCode } from './json-shape.ts';
export type { OfficeCalendar } from './office-hours.ts';
export { parseDecideRequest, type MalformedCode, type ParsedRequest } from './parse-decide-request.ts';
export { queryFault, type QueryFault } from './query-fault.ts';
export { refusalText } from './refusal-text.ts';
