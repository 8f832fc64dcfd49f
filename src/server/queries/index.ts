export { decideRequest } from './decide-request.ts';
export { mountQueries, type QueryDoors } from './routes.ts';
export { runQuery, type QueryOutcome, type QueryParts, type ReleasedAnswer } from './run-query.ts';
