// What several regulations say of one request: what any of them refuses is refused, so the stricter wins, and every refusal
// names by its clause which of them it is.
import type { OfficeCalendar } from '#domain/calendar';
import type { GoverningRegulations } from '#domain/regulations';
import { decide } from './decide.ts';
import type { DecideRequest } from './decide-request.ts';
import type { Decision } from './decision.ts';

/** The refusals of the first regulation, then the next one's: one for each regulation and code. */
export function decideUnder(regulations: GoverningRegulations, request: DecideRequest, calendar?: OfficeCalendar): Decision {
  const decisions = regulations.map((regulation) => decide(regulation, request, calendar));
  if (!decisions.every(({ allowed }) => allowed))
    return { allowed: false, refusals: decisions.flatMap(({ refusals }) => refusals), fields: [] };
  const fields = request.query.fields.filter((field) => decisions.every((decision) => decision.fields.some((each) => each === field)));
  return { allowed: true, refusals: [], fields };
}
