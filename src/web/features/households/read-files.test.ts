import { expect, test } from 'vitest';
import { readFiles } from './read-files.ts';

const manifest = {
  format: 'mingcha-household-v1',
  kind: 'household',
  period: '2026-10',
  asOf: '2026-10-31',
  columns: ['統一編號', '姓名', '出生日期', '原住民'],
  encoding: 'utf-8',
  rows: 2,
  bytes: 100,
  sha256: 'a'.repeat(64),
  sender: 'civil-affairs',
};
const signature = `${'A'.repeat(86)}==`;
const good = {
  age: new File(['age-encryption.org/v1\n-> X25519 …'], 'household.age'),
  manifest: new File([JSON.stringify(manifest)], 'household.manifest.json'),
  signature: new File([`${signature}\n`], 'household.manifest.sig'),
};

test('the three files are told apart in any order, one by one or together', async () => {
  const first = await readFiles({}, [good.signature, good.age]);
  const { chosen, faults } = await readFiles(first.chosen, [good.manifest]);
  expect(faults).toEqual([]);
  expect(chosen.file?.name).toBe('household.age');
  expect(chosen.manifest?.parsed).toEqual(manifest);
  expect(chosen.manifest?.text).toBe(JSON.stringify(manifest));
  expect(chosen.signature?.text).toBe(signature);
});

test.each([
  ['a file that nobody encrypted', new File(['統一編號,姓名\n'], 'household.csv'), { code: 'not-age' }],
  ['an empty file', new File([], 'household.age'), { code: 'not-age' }],
  [
    'a manifest without its rows',
    new File([JSON.stringify({ ...manifest, rows: undefined })], 'm.manifest.json'),
    { code: 'manifest-unreadable', field: 'rows' },
  ],
  [
    'a manifest without a column',
    new File([JSON.stringify({ ...manifest, columns: ['統一編號'] })], 'm.json'),
    { code: 'manifest-unreadable', manifestCode: 'column-missing' },
  ],
  ['a manifest that is no JSON', new File(['{'], 'm.manifest.json'), { code: 'manifest-unreadable' }],
  ['a manifest that is no UTF-8', new File([Uint8Array.of(0xff, 0xfe)], 'm.manifest.json'), { code: 'manifest-unreadable' }],
  [
    'a manifest of a megabyte',
    new File([' '.repeat(1_000_000)], 'm.manifest.json'),
    { code: 'manifest-unreadable', manifestCode: 'too-long' },
  ],
  ['a signature that is cut', new File([signature.slice(1)], 'm.manifest.sig'), { code: 'signature-unreadable' }],
])('%s is told before anything is sent', async (_, file, fault) => {
  const { chosen, faults } = await readFiles({}, [file]);
  expect(chosen).toEqual({});
  expect(faults).toEqual([expect.objectContaining({ name: file.name, ...fault })]);
});

test('a wrong file takes nothing away from those chosen before', async () => {
  const before = await readFiles({}, [good.age, good.manifest, good.signature]);
  const after = await readFiles(before.chosen, [new File(['{'], 'other.json')]);
  expect(after.chosen).toEqual(before.chosen);
  expect(after.faults).toHaveLength(1);
});
