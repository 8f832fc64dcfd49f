// Whether a programme may be founded under a regulation: only while the regulation is in force (TP-0: ceased on 110-01-14).
// What was recorded under one that has ceased lives on until its retention ends; nothing new begins.
import { formatRocLong, parseDate, type IsoDate } from '#domain/kernel';
import type { ClauseId } from './clause-id.ts';
import { isInForce } from './in-force.ts';
import type { Regulation } from './regulation.ts';

/** The clause it stands on, and for the user why and what to do instead. */
export interface FoundingRefusal {
  readonly clause: ClauseId;
  readonly message: string;
}

export function mayFoundProgramme(regulation: Regulation, day: IsoDate): true | FoundingRefusal {
  const { title, prefix, refusals, issuedOn, ceasedOn } = regulation;
  if (isInForce(regulation, day)) return true;
  const why = issuedOn !== null && day < issuedOn ? `自${inWords(issuedOn)}起才適用` : `自${inWords(ceasedOn ?? day)}起停止適用`;
  return { clause: refusals['not-in-force'] ?? `${prefix}-0`, message: `${title}${why}，不得據以設立新的介接作業。請改選現行規定。` };
}

function inWords(date: IsoDate): string {
  return formatRocLong(parseDate(date)!); // an IsoDate is a day that exists
}
