import { expect, test } from 'vitest';
import { receiptKeyName, signPromise, verifierKey, type LogPromise } from '#domain/ledger';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { judgeCall, type CallVerdict } from './judge-call.ts';

const origin = 'mingcha.test/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const leaf = (fill: number) => new Uint8Array(32).fill(fill);
const promise = (changes: Partial<LogPromise> = {}) => signPromise({ origin, index: 17, leafHash: leaf(1), ...changes }, signWithKnownKey);

interface Memory {
  readonly served?: Readonly<Record<number, Uint8Array>>;
  readonly keys?: readonly (typeof key)[];
}

function judge(text: string, { served = {}, keys = [key] }: Memory = {}): CallVerdict {
  const highestIndex = Math.max(-1, ...Object.keys(served).map(Number));
  const servedTo = () => ({ leafAt: (index: number) => served[index], highestIndex });
  return judgeCall(text, { keys, mostAhead: 100, servedTo, verify: verifyEd25519, sha256 });
}

const codeOf = (verdict: CallVerdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind);

test('a promise of the log for an index never served', () => {
  expect(judge(promise())).toEqual({ kind: 'serve', promise: { origin, index: 17, leafHash: leaf(1) } });
  expect(codeOf(judge(promise(), { served: { 16: leaf(1), 18: leaf(2) } }))).toBe('serve');
});

test('the same record a second time, and another record in its place', () => {
  const served = { 17: leaf(1) };
  expect(codeOf(judge(promise(), { served }))).toBe('index-served');
  expect(codeOf(judge(promise({ leafHash: leaf(2) }), { served }))).toBe('index-contradicted');
});

test('what no known log signed', () => {
  const text = promise();
  const forged = `${text.slice(0, -3)}${text.at(-3) === 'A' ? 'B' : 'A'}${text.slice(-2)}`;
  expect(codeOf(judge(forged))).toBe('promise-false');
  expect(codeOf(judge(promise({ origin: 'mingcha.test/other' })))).toBe('log-unknown');
  expect(codeOf(judge(text, { keys: [] }))).toBe('log-unknown');
  expect(codeOf(judge(text, { keys: [verifierKey(origin, leaf(9), sha256)] }))).toBe('promise-false');
  expect(codeOf(judge('mingcha-receipt-v1.e30.AA'))).toBe('promise-malformed');
  expect(codeOf(judge(''))).toBe('promise-malformed');
});

test('a forged promise is judged before what was served: it learns nothing of that', () => {
  const forged = signPromise({ origin, index: 17, leafHash: leaf(1) }, () => new Uint8Array(64));
  expect(codeOf(judge(forged, { served: { 17: leaf(1) } }))).toBe('promise-false');
});

test('any of a log’s keys will do: an old one and a new one, and one for receipts alone', () => {
  const old = verifierKey(origin, leaf(9), sha256);
  expect(codeOf(judge(promise(), { keys: [old, key] }))).toBe('serve');
  expect(codeOf(judge(promise(), { keys: [verifierKey(receiptKeyName(origin), knownPublicKey, sha256)] }))).toBe('serve');
});

test('an index so far ahead that no log jumps there; the furthest is still served', () => {
  expect(codeOf(judge(promise({ index: 99 })))).toBe('serve');
  expect(codeOf(judge(promise({ index: 100 })))).toBe('index-too-far');
  expect(codeOf(judge(promise({ index: 150 }), { served: { 50: leaf(3) } }))).toBe('serve');
  expect(codeOf(judge(promise({ index: 151 }), { served: { 50: leaf(3) } }))).toBe('index-too-far');
});
