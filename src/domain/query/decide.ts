// What a regulation says of one request: allowed with the fields released, or every refusal that applies, each with its clause.
// The engine knows no regulation by name: which grounds are judged, and on which clause, is data. Nothing is allowed by default.
import { weekendsOnly, type OfficeCalendar } from '#domain/calendar';
import { isInForce, refusalCodes, type Regulation } from '#domain/regulations';
import type { DecideRequest } from './decide-request.ts';
import type { Decision, Refusal } from './decision.ts';
import { taipeiMoment } from './instant.ts';
import { indexRegulation, type IndexedRegulation, type Matter } from './matter.ts';
import { refusalGrounds, type Ground } from './refusal-grounds.ts';
import { refusalText } from './refusal-text.ts';

export function decide(regulation: Regulation, request: DecideRequest, calendar: OfficeCalendar = weekendsOnly): Decision {
  const { index, judged, notInForce } = prepare(regulation);
  const now = taipeiMoment(request.at);
  if (!isInForce(regulation, now.day)) return notInForce;
  const { grant } = request.actor;
  const matter: Matter = { regulation: index, request, grant, purpose: index.purposes.get(request.query.purpose), now, calendar };
  const refusals: Refusal[] = [];
  for (const { applies, refusal } of judged) if (applies(matter)) refusals.push(refusal);
  return refusals.length === 0 ? { allowed: true, refusals: [], fields: request.query.fields } : { allowed: false, refusals, fields: [] };
}

interface Prepared {
  readonly index: IndexedRegulation;
  /** The grounds that the regulation has, in the order of `refusalCodes`. */
  readonly judged: readonly { readonly applies: Ground; readonly refusal: Refusal }[];
  readonly notInForce: Decision;
}

/** Regulations are data that never changes, so what is derived from one is derived once. */
const preparedRegulations = new WeakMap<Regulation, Prepared>();

function prepare(regulation: Regulation): Prepared {
  const known = preparedRegulations.get(regulation);
  if (known) return known;
  const judged: { applies: Ground; refusal: Refusal }[] = [];
  const beforeAll: Refusal[] = [];
  for (const code of refusalCodes) {
    const clause = regulation.refusals[code];
    if (clause === undefined) continue;
    const refusal: Refusal = Object.freeze({ clause, code, message: refusalText(code, regulation) });
    if (code === 'not-in-force') beforeAll.push(refusal);
    else judged.push({ applies: refusalGrounds[code], refusal });
  }
  const prepared: Prepared = {
    index: indexRegulation(regulation),
    judged,
    notInForce: { allowed: false, refusals: Object.freeze(beforeAll), fields: [] },
  };
  preparedRegulations.set(regulation, prepared);
  return prepared;
}
