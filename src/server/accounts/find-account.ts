// Reading accounts. `findSignedIn` may miss; `getProgrammeActor` answers undefined for another organisation's programme,
// so that the caller says "not found", never "forbidden".
import type { Database } from '#server/platform';
import { isCurrent, type ProgrammeActor, type SignedIn } from './signed-in.ts';

const columns = [
  'account.id as accountId', 'account.login', 'account.person_id as personId', 'person.name', 'unit.name as unit',
  'account.organisation_id as organisationId', 'organisation.name as organisation', 'account.home_programme_id as homeProgramme',
  'person.employment', 'account.password_changed_on as passwordChangedOn', 'account.must_change as mustChangePassword',
] as const; // prettier-ignore

/** The query every reading of an account starts from. */
export function accounts(database: Database) {
  return database
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select(columns);
}

export async function findAccount(database: Database, accountId: string, address: string): Promise<SignedIn | undefined> {
  const found = await accounts(database).where('account.id', '=', accountId).executeTakeFirst();
  return found && { ...found, address };
}

export async function findAccountByLogin(database: Database, login: string, address: string): Promise<SignedIn | undefined> {
  const found = await accounts(database).where('account.login', '=', login).executeTakeFirst();
  return found && { ...found, address };
}

/** @param today calendar day in Taipei */
export async function findProgrammeActor(
  database: Database,
  who: SignedIn,
  programmeId: string,
  today: string,
): Promise<ProgrammeActor | undefined> {
  const programme = await database
    .selectFrom('programme')
    .select(['id', 'regulation', 'further_regulations as furtherRegulations', 'title'])
    .where('id', '=', programmeId)
    .where('organisation_id', '=', who.organisationId)
    .executeTakeFirst();
  if (!programme) return undefined;
  const grants = await database
    .selectFrom('account_grant')
    .select(['role', 'from_on as from', 'until_on as until', 'revoked_on as revokedOn', 'purposes', 'operations'])
    .where('programme_id', '=', programmeId)
    .where('account_id', '=', who.accountId)
    .orderBy('from_on', 'desc')
    .execute();
  return { ...who, programme, grants, roles: [...new Set(grants.filter((grant) => isCurrent(grant, today)).map((grant) => grant.role))] };
}
