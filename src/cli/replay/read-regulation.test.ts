import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regulations } from '#regulations';
import { InputError, type InputPlace } from '../input/input-error.ts';
import { readRegulation } from './read-regulation.ts';

const regulation = regulations[0] ?? expect.unreachable();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string): Promise<string> {
  const path = join(folder, 'regulation.JSON');
  await writeFile(path, content);
  return path;
}

async function placeOfError(idOrFile: string): Promise<InputPlace> {
  const error: unknown = await readRegulation(idOrFile).catch((thrown: unknown) => thrown);
  return error instanceof InputError ? error.place : expect.unreachable();
}

test.each(regulations)('$id by its id, and written out as a file', async (known) => {
  expect(await readRegulation(known.id)).toBe(known);
  expect(await readRegulation(await fileOf(JSON.stringify(known)))).toEqual(known);
});

test.each(['', 'nowhere', 'nantou-webir.ts', '../nantou-webir'])('%j is neither', async (id) => {
  expect(await placeOfError(id)).toEqual({ file: '--regulation' });
});

describe('a file that judges nothing', () => {
  test('is not there', async () => {
    expect(await placeOfError('/nowhere/x.json')).toEqual({ file: '/nowhere/x.json' });
  });

  test.each([
    ['no JSON', () => '{', {}],
    ['a key given twice', () => '{\n"id": "x",\n"id": "y"}', { line: 3 }],
    ['an unknown key', () => JSON.stringify({ ...regulation, mood: 'good' }, undefined, 1), { field: 'mood' }],
    ['no purposes at all', () => JSON.stringify({ ...regulation, purposes: undefined }, undefined, 1), { field: 'purposes' }],
    [
      'an unknown ground',
      () => JSON.stringify({ ...regulation, refusals: { 'bad-mood': 'NW-2' } }, undefined, 1),
      { field: 'refusals.bad-mood' },
    ],
  ])('%s', async (_, content, place) => {
    const path = await fileOf(content());
    expect(await placeOfError(path)).toEqual({ line: expect.any(Number), ...place, file: path });
  });

  test('contradicts itself, by a clause', async () => {
    const { passwordMaximumAgeMonths } = regulation.settings;
    const settings = { ...regulation.settings, passwordMaximumAgeMonths: { ...passwordMaximumAgeMonths, value: 0 } };
    const path = await fileOf(JSON.stringify({ ...regulation, settings }));
    expect(await placeOfError(path)).toEqual({ file: path, field: passwordMaximumAgeMonths.clause });
  });
});
