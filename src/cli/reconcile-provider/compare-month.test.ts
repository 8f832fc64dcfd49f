import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatServedCall, formatServedEnd, type ServedCall } from '#domain/gateway';
import { formatVkey, verifierKey } from '#domain/ledger';
import { knownPublicKey, sha256, signWithKnownKey } from '../../../test/vectors/ledger/reference-tree.ts';
import {
  createScratchLedger,
  faultOf,
  foundProgramme,
  newRecord,
  november,
  type ScratchLedger,
} from '../../../test/support/scratch-ledger.ts';
import { compareMonth, type Sides } from './compare-month.ts';

const month = '2026-11';
const signer = { key: verifierKey('mingcha-provider-gateway', knownPublicKey, sha256), sign: signWithKnownKey };
let log: ScratchLedger;
let folder: string;
let origin: string;
const intents: ServedCall[] = [];

beforeAll(async () => {
  log = await createScratchLedger();
  const programme = await foundProgramme(log.database);
  for (const type of ['intent', 'outcome', 'intent', 'log-read'] as const) {
    const { index, leafHash } = await log.ledger.append(programme, newRecord({ type }));
    if (type === 'intent') intents.push({ index, leafHash, atMs: november.epochMilliseconds });
  }
  await log.ledger.flush(programme);
  folder = join(log.folder, 'logs', programme);
  ({ origin } = await log.ledger.state(programme));
});
afterAll(() => log.drop());

/** A provider's list as a file. */
async function listOf(calls: readonly ServedCall[], changes: { month?: string; origin?: string } = {}): Promise<string> {
  const lines = calls.map(formatServedCall).join('');
  const end = formatServedEnd({ origin, month, count: calls.length, digest: sha256(Buffer.from(lines)), ...changes }, signer);
  const path = join(log.folder, randomUUID());
  await writeFile(path, lines + end);
  return path;
}

const compare = (list: readonly string[], options: Partial<Sides> = {}) => compareMonth(folder, { month, list, ...options });
const december = (calls: readonly ServedCall[]) => calls.map((call) => ({ ...call, atMs: Date.UTC(2026, 10, 30, 16) }));

test('the log’s queries, and nothing else of it, against the provider’s list', async () => {
  const list = await listOf(intents);
  expect((await compare([list], { key: formatVkey(signer.key) })).found).toEqual({
    matched: 2,
    onlyOurs: [],
    onlyTheirs: [],
    differing: [],
  });
  const [first] = intents;
  expect((await compare([await listOf(first ? [first] : [])])).found).toMatchObject({ matched: 1, onlyOurs: [2] });
});

test('the next month’s list beside it, in either order', async () => {
  const lists = [await listOf([]), await listOf(december(intents), { month: '2026-12' })];
  expect((await compare(lists)).found.matched).toBe(2);
  expect((await compare(lists.toReversed())).found.matched).toBe(2);
});

test('a list of another log or month, and no list at all', async () => {
  expect(await faultOf(compare([await listOf(intents, { origin: 'mingcha.test/other' })]))).toBe('InputError');
  expect(await faultOf(compare([await listOf([], { month: '2026-10' })]))).toBe('InputError');
  expect(await faultOf(compare([await listOf([], { month: '2026-12' })]))).toBe('InputError');
  expect(await faultOf(compare([join(log.folder, 'none')]))).toBe('InputError');
  expect(await faultOf(compareMonth(log.folder, { month, list: [await listOf(intents)] }))).toBe('InputError');
  expect(await faultOf(compare([], { url: 'ftp://provider' }))).toBe('InputError');
  expect(await faultOf(compare([], { url: 'http://127.0.0.1:1' }))).toBe('InputError');
});

test('another key than the provider’s or the log’s', async () => {
  const other = formatVkey(verifierKey('mingcha-provider-gateway', new Uint8Array(32).fill(9), sha256));
  expect(await faultOf(compare([await listOf(intents)], { key: other }))).toBe('NotIntact');
  expect(await faultOf(compare([await listOf(intents)], { logKey: other }))).toBe('NotIntact');
  expect(await faultOf(compare([await listOf(intents)], { key: 'no key' }))).toBe('WrongCall');
});

test('a byte of the log changed', async () => {
  const path = join(folder, 'tile/entries/000.p/4');
  const bytes = await readFile(path);
  await writeFile(path, bytes.with(40, (bytes[40] ?? 0) ^ 1));
  await expect(compare([await listOf(intents)])).rejects.toMatchObject({
    name: 'NotIntact',
    file: expect.stringContaining('tile/entries/000.p/4'),
  });
  await writeFile(path, bytes);
});
