// Who acts from the command line: an operator with the keys at hand. The record names the operating system's user; it is no account
// of the programme and holds no role.
import { userInfo } from 'node:os';
import type { ProgrammeActor } from '#server/accounts';
import type { Installation } from './open-installation.ts';

export function operatorIdentity() {
  return {
    accountId: 'command-line',
    login: userInfo().username,
    personId: 'command-line',
    name: '命令列',
    unit: '系統管理',
    address: '',
  };
}

/** undefined: there is no such programme. */
export async function findOperator({ database }: Installation, programme: string): Promise<ProgrammeActor | undefined> {
  const found = await database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'regulation', 'further_regulations as furtherRegulations', 'title'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .where('programme.id', '=', programme)
    .executeTakeFirst();
  if (!found) return undefined;
  const { id, regulation, furtherRegulations, title, organisationId, organisation } = found;
  return {
    ...operatorIdentity(),
    employment: 'active',
    passwordChangedOn: '1970-01-01',
    mustChangePassword: false,
    organisationId,
    organisation,
    homeProgramme: id,
    programme: { id, regulation, furtherRegulations, title },
    grants: [],
    roles: [],
  };
}
