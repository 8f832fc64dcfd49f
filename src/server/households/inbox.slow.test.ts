import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { householdCsv, newSender, numbers, openHouseholdOffice, personAt, type HouseholdOffice, type SentFile } from '../../../test/support/household-office.ts'; // prettier-ignore
import { until } from '../../../test/support/until.ts';
import { findRegulation } from '#regulations';
import { keepInbox } from './index.ts';

let office: HouseholdOffice;
let inbox: string;
let end: () => void;
const faults: unknown[] = [];
beforeAll(async () => {
  office = await openHouseholdOffice();
  inbox = join(office.office.scratch.folder, 'inbox');
  mkdirSync(join(inbox, office.programme.id), { recursive: true });
  end = keepInbox(office.imports, { folder: inbox, findRegulation, onFault: (error) => faults.push(error), lookEveryMs: 50 });
});
afterAll(async () => {
  end();
  await office.close();
});

function drop(folder: string, stem: string, { manifest, signature, ciphertext }: SentFile): void {
  writeFileSync(join(folder, `${stem}.age`), ciphertext);
  writeFileSync(join(folder, `${stem}.manifest.json`), manifest);
  writeFileSync(join(folder, `${stem}.manifest.sig`), `${signature}\n`);
}

const left = (folder = inbox): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []));

test('three files are taken, imported and gone; in the folder of the programme too', async () => {
  drop(inbox, 'household-2026-10', await office.pack({ csv: householdCsv(numbers(0, 100)) }));
  await until('it serves', async () => (await office.flagsOf(personAt(1).id).catch(() => undefined)) === 1);
  await until('the folder is empty', async () => left().length === 0);
  const own = join(inbox, office.programme.id);
  drop(own, 'next', await office.pack({ csv: householdCsv(numbers(0, 101)), period: '2026-11', asOf: '2026-11-20' }));
  await until('the next one serves', async () => (await office.flagsOf(personAt(100).id)) !== undefined);
  await until('its folder is empty', async () => left(own).length === 0);
  expect(await office.said('destruction')).toHaveLength(2);
});

test('what lacks one of the three is left alone', async () => {
  const sent = await office.pack({ csv: householdCsv(numbers(0, 102)), period: '2026-11', asOf: '2026-11-21' });
  writeFileSync(join(inbox, 'half.age'), sent.ciphertext);
  writeFileSync(join(inbox, 'half.manifest.json'), sent.manifest);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(left().toSorted()).toEqual(['half.age', 'half.manifest.json']);
  writeFileSync(join(inbox, 'half.manifest.sig'), sent.signature);
  await until('it is taken', async () => left().length === 0);
});

test('what is refused leaves code, clause and places, nothing personal, and is destroyed', async () => {
  const bad = householdCsv(numbers(0, 100), (at) => (at < 11 ? { birth: 'x' } : {}));
  drop(inbox, 'bad', await office.pack({ csv: bad, period: '2026-11', asOf: '2026-11-22' }));
  await until('it is refused', async () => left().join() === 'bad.refused.json');
  const text = readFileSync(join(inbox, 'bad.refused.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ code: 'too-many-bad-rows', clause: 'NV-4.1.1', row: 11, badRows: expect.arrayContaining([{ row: 1, code: 'birth-date-malformed', field: '出生日期' }]) }); // prettier-ignore
  expect(text).not.toMatch(/[A-Z][12]\d{8}/);

  const before = (await office.said('destruction')).length;
  drop(inbox, 'stranger', await office.pack({ csv: householdCsv([1]), period: '2026-11', asOf: '2026-11-22', sender: newSender('stranger') })); // prettier-ignore
  await until('the stranger is refused', async () => left().toSorted().join() === 'bad.refused.json,stranger.refused.json');
  expect(JSON.parse(readFileSync(join(inbox, 'stranger.refused.json'), 'utf8'))).toMatchObject({ code: 'sender-unknown' });
  expect((await office.said('destruction')).slice(before)).toEqual([expect.objectContaining({ clause: 'NV-4.4' })]);
  expect(await office.flagsOf(personAt(1).id)).toBe(1);
  expect(faults).toEqual([]);
});
