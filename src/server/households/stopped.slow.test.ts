// A program that is stopped in the middle of an import, again and again, has not tried in vain: the next one goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { householdCsv, numbers, openHouseholdOffice, personAt, type HouseholdOffice } from '../../../test/support/household-office.ts';
import { until } from '../../../test/support/until.ts';
import { actorFacts } from '#server/accounts';
import { HouseholdImports } from './index.ts';

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice();
});
afterAll(() => office.close());

test('stopped five times, then finished by whoever resumes', async () => {
  const { pool } = office.office.scratch;
  const keeper = actorFacts(await office.office.actor('keeper'));
  const sent = await office.pack({ csv: householdCsv(numbers(0, 80_000)) });
  const opened = await office.imports.open(office.programme, keeper, sent);
  const id = opened.kind === 'opened' ? opened.id : expect.unreachable();
  await office.imports.receive(office.programme, id, 0, (async function* () { yield sent.ciphertext; })()); // prettier-ignore
  const faults: unknown[] = [];
  for (let stop = 0; stop < 5; stop += 1) {
    const imports = new HouseholdImports(office.imports.parts, (error) => faults.push(error));
    if (stop === 0) expect(await imports.start(office.programme, keeper, id)).toEqual({ kind: 'loading' });
    else imports.keepResuming();
    const loads = "select 1 from pg_stat_activity where application_name = 'mingcha household import'";
    await until('it loads', async () => (await pool.query(loads)).rowCount === 1);
    await imports.close();
    await until('its connection is gone', async () => (await pool.query(loads)).rowCount === 0);
    const { rows } = await pool.query('select state, attempts from household_import');
    expect(rows).toEqual([{ state: 'loading', attempts: 0 }]);
  }
  await office.imports.resume();
  expect(await office.flagsOf(personAt(79_999).id)).toBe(1);
  expect(faults).toEqual([]);
});
