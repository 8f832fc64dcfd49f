// Each log as anyone may know it: whose it is, what it signs with, and what the codes mean that its records hold.
import type { PublicLog } from '#contract';
import type { Regulation } from '#domain/regulations';
import type { Ledger } from '#server/ledger';
import type { Database } from '#server/platform';

export interface LogParts {
  readonly database: Database;
  readonly ledger: Ledger;
  findRegulation(id: string): Regulation | undefined;
}

export async function publicLogs({ database, ledger, findRegulation }: LogParts): Promise<PublicLog[]> {
  const programmes = await database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'programme.title', 'programme.regulation', 'organisation.name as organisation'])
    .orderBy('programme.id')
    .execute();
  const logs = await Promise.allSettled(
    programmes.map(async ({ id, title, organisation, regulation }): Promise<PublicLog> => {
      const { origin, vkeys, witnesses, receiptKeyNote = null } = await ledger.publicKeys(id);
      const names = namesOf(findRegulation(regulation));
      return { origin, title, organisation, vkeys: [...vkeys], witnesses: [...witnesses], receiptKeyNote, names };
    }),
  );
  // A log that can't be opened keeps nobody from checking the others'.
  return logs.flatMap((log) => (log.status === 'fulfilled' ? [log.value] : []));
}

function namesOf(regulation: Regulation | undefined): Record<string, string> {
  if (!regulation) return {};
  const { id, title, purposes, legalBases, operations } = regulation;
  const named = [...legalBases, ...operations.flatMap(({ fields }) => fields), ...operations, ...purposes];
  return Object.fromEntries([[id, title], ...named.map(({ code, name }) => [code, name])]);
}
