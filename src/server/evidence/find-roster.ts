// Who could query under the programme in a month, and in which role (NW-3.6 asks for the same list): what the office states, not what
// the log proves.
import { csvLine } from '#domain/evidence';
import { monthAfter } from '#domain/reports';
import type { Database } from '#server/platform';

const columns = ['帳號', '姓名', '單位', '角色', '起日', '迄日', '註銷日'];
const roleNames = {
  user: '使用者',
  'unit-manager': '單位管理者',
  'chief-manager': '總管理者',
  'project-officer': '專案承辦人員',
  'responsible-person': '專責人員',
  supervisor: '權責主管',
  auditor: '查核人員',
} as const;

export async function findRoster(database: Database, programme: string, month: string): Promise<string> {
  const [first, after] = [`${month}-01`, `${monthAfter(month)}-01`];
  const grants = await database
    .selectFrom('account_grant')
    .innerJoin('account', 'account.id', 'account_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .where('account_grant.programme_id', '=', programme)
    .where('from_on', '<', after)
    .where((each) => each.or([each('until_on', 'is', null), each('until_on', '>=', first)]))
    .where((each) => each.or([each('revoked_on', 'is', null), each('revoked_on', '>', first)]))
    .select(['account.login', 'person.name', 'unit.name as unit', 'role', 'from_on', 'until_on', 'revoked_on'])
    .orderBy('account.login')
    .orderBy('from_on')
    .orderBy('role')
    .execute();
  const lines = grants.map(({ login, name, unit, role, from_on, until_on, revoked_on }) =>
    csvLine([login, name, unit, roleNames[role] ?? role, from_on, until_on ?? '', revoked_on ?? '']),
  );
  return `\uFEFF${csvLine(columns)}${lines.join('')}`;
}
