// Who may audit a programme today, and who audited whom in the sample before.
import type { Auditor, PreviousPair } from '#domain/audits';
import type { Database } from '#server/platform';
import { firstDay } from './audit-parts.ts';

/** Accounts stand for persons here: nobody has two. @param today calendar day in Taipei */
export async function findAuditors(database: Database, programme: string, today: string): Promise<Auditor[]> {
  const rows = await database
    .selectFrom('account_grant')
    .innerJoin('account', 'account.id', 'account_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account_grant.programme_id', '=', programme)
    .where('account_grant.role', '=', 'auditor')
    .where('account_grant.from_on', '<=', today)
    .where((where) => where.or([where('account_grant.until_on', 'is', null), where('account_grant.until_on', '>=', today)]))
    .where((where) => where.or([where('account_grant.revoked_on', 'is', null), where('account_grant.revoked_on', '>', today)]))
    .where('person.employment', '=', 'active')
    .select('account.id')
    .distinct()
    .execute();
  return rows.map(({ id }) => ({ id, person: id }));
}

/** The pairs of the newest sample before the month. */
export async function findPreviousPairs(database: Database, programme: string, month: string): Promise<PreviousPair[]> {
  const last = await database
    .selectFrom('audit_sample')
    .select('month')
    .where('programme_id', '=', programme)
    .where('month', '<', firstDay(month))
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return [];
  const pairs = await database
    .selectFrom('audit_row')
    .innerJoin('month_row', (join) =>
      join
        .onRef('month_row.programme_id', '=', 'audit_row.programme_id')
        .onRef('month_row.month', '=', 'audit_row.month')
        .onRef('month_row.record_index', '=', 'audit_row.record_index'),
    )
    .where('audit_row.programme_id', '=', programme)
    .where('audit_row.month', '=', last.month)
    .select(['month_row.account_id as person', 'audit_row.auditor_id as auditor'])
    .distinct()
    .execute();
  return pairs.flatMap(({ person, auditor }) => (auditor === null ? [] : [{ person, auditor }]));
}
