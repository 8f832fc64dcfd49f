// Founding a programme: the queries of one organisation to one provider's data, under the regulations that govern them, with a log of
// their own. The only place where one comes to be, so that none does under a regulation that has ceased (TP-0) or isn't issued yet.
import type { IsoDate } from '#domain/kernel';
import { mayFoundProgramme, type FoundingRefusal, type GoverningRegulations } from '#domain/regulations';
import type { Transaction } from '#server/platform';

export interface ProgrammeFounding {
  readonly id: string;
  readonly organisationId: string;
  readonly title: string;
  readonly logOrigin: string;
  readonly regulations: GoverningRegulations;
  /** Its first day. */
  readonly from: IsoDate;
}

/** Refused: by each regulation that is not in force on the first day. Nothing was written then. */
export type FoundedProgramme = { readonly kind: 'founded' } | { readonly kind: 'refused'; readonly refusals: readonly FoundingRefusal[] };

export async function foundProgramme(tx: Transaction, founding: ProgrammeFounding): Promise<FoundedProgramme> {
  const { id, organisationId, title, logOrigin, regulations, from } = founding;
  const refusals = regulations.map((regulation) => mayFoundProgramme(regulation, from)).filter((answer) => answer !== true);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const [regulation, ...further] = regulations.map((each) => each.id) as [string, ...string[]]; // as many as there are regulations
  await tx
    .insertInto('programme')
    .values({ id, organisation_id: organisationId, regulation, further_regulations: further, title, log_origin: logOrigin })
    .execute();
  await tx.insertInto('log_head').values({ programme_id: id }).execute();
  return { kind: 'founded' };
}
