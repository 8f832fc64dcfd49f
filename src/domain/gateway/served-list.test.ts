import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '#domain/kernel';
import { verifierKey } from '#domain/ledger';
import { hostileTexts, immenseTexts } from '../../../test/support/hostile-input.ts';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { formatServedCall, formatServedEnd, parseServedList, type ServedCall } from './served-list.ts';

const signer = { key: verifierKey('mingcha-provider-gateway', knownPublicKey, sha256), sign: signWithKnownKey };
const origin = 'mingcha.test/log';
const calls: ServedCall[] = [
  { index: 3, leafHash: new Uint8Array(32).fill(7), atMs: Date.UTC(2026, 9, 1, 2, 3, 4, 5) },
  { index: 9, leafHash: fromHex('00ff'.repeat(16)), atMs: Date.UTC(2026, 9, 31, 15, 59, 59, 999) },
];

function signed(list: readonly ServedCall[], month = '2026-10', changes: { count?: number; lines?: string } = {}): string {
  const lines = changes.lines ?? list.map(formatServedCall).join('');
  const head = { origin, month, count: changes.count ?? list.length, digest: sha256(Buffer.from(lines)) };
  return lines + formatServedEnd(head, signer);
}

const parse = (list: string, key = signer.key) => parseServedList(list, key, sha256, verifyEd25519);
const codeOf = (list: string, key?: typeof signer.key) => {
  try {
    parse(list, key);
    return 'read';
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
};

test('its lines, as others will read them', () => {
  expect(formatServedCall(calls[0] as ServedCall)).toBe(
    '{"at":"2026-10-01T02:03:04.005Z","index":3,"leaf":"BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"}\n',
  );
  const [, , end = ''] = signed(calls).split('\n');
  expect(JSON.parse(end)).toEqual({
    note: expect.stringMatching(
      /^mingcha-served-calls-v1\nmingcha\.test\/log\n2026-10\n2\n[\w+/]{43}=\n\n— mingcha-provider-gateway \S+\n$/,
    ),
    vkey: expect.stringMatching(/^mingcha-provider-gateway\+[0-9a-f]{8}\+/),
  });
});

describe('what was signed is read back', () => {
  test('with the provider’s key, and with the list’s own', () => {
    expect(parse(signed(calls))).toMatchObject({ origin, month: '2026-10', count: 2, calls, key: signer.key });
    expect(parseServedList(signed(calls), undefined, sha256, verifyEd25519).calls).toEqual(calls);
  });

  test('an empty month', () => expect(parse(signed([])).calls).toEqual([]));
});

test('every byte of it changed, one after the other, and every cut', () => {
  const list = signed(calls);
  for (let at = 0; at < list.length; at += 1) {
    for (const character of ['0', 'A', '\n', ' ', '"'].filter((one) => one !== list.charAt(at)))
      expect([at, character, codeOf(list.slice(0, at) + character + list.slice(at + 1))]).not.toContain('read');
    expect([at, codeOf(list.slice(0, at))]).not.toContain('read');
  }
});

test('calls left out, put in, or put elsewhere', () => {
  const [first = '', second = '', end = ''] = signed(calls)
    .split('\n')
    .map((line) => `${line}\n`);
  expect(codeOf(first + second + end)).toBe('read');
  for (const altered of [first + end, second + end, end, second + first + end, first + first + second + end])
    expect(codeOf(altered)).toBe('not-as-signed');
});

test('what a gateway of ours never signs is refused with its line, whoever signed it', () => {
  const [first, second] = calls as [ServedCall, ServedCall];
  const wrong: [string, number][] = [
    [signed([second, first]), 2],
    [signed([first, { ...second, index: 3 }]), 2],
    [signed([first, { ...second, atMs: second.atMs + 1 }]), 2],
    [signed([first], '2026-09'), 1],
    [signed([], '2026-10', { lines: 'null\n' }), 1],
    [signed([first], '2026-10', { lines: formatServedCall(first).replace('{', '{ ') }), 1],
    [signed([first], '2026-10', { lines: formatServedCall(first).replace('}', ',"more":1}') }), 1],
    [signed([first], '2026-10', { lines: formatServedCall({ ...first, leafHash: new Uint8Array(31) }) }), 1],
  ];
  for (const [list, line] of wrong) expect(() => parse(list)).toThrow(expect.objectContaining({ code: 'malformed', line }));
  expect(codeOf(signed(calls, '2026-10', { count: 3 }))).toBe('not-as-signed');
});

test('another’s signature', () => {
  expect(codeOf(signed(calls), verifierKey('mingcha-provider-gateway', new Uint8Array(32).fill(9), sha256))).toBe('not-as-signed');
});

test('anything else is no list, and never more than that', () => {
  for (const text of ['', '\n', '{}', '{}\n', 'null\n', '[]\n[]\n', '{"note":"","vkey":""}\n', 'x'.repeat(5_000)])
    expect(codeOf(text)).toBe('malformed');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(codeOf(text)).toBe('malformed');
      expect(codeOf(`${text}\n${signed([])}`)).toBe('malformed');
    }),
  );
});

test('what was altered is the same list, or refused with a code', () => {
  const list = signed(calls);
  const codes = ['read', 'too-long', 'malformed', 'not-as-signed'];
  fc.assert(
    fc.property(hostileTexts(list, ...list.split(/(?<=\n)/)), (given) => {
      const code = codeOf(given);
      expect(codes).toContain(code);
      if (code === 'read') expect(parse(given).calls).toEqual(parse(list).calls);
    }),
    { numRuns: 3_000 },
  );
  for (const immense of immenseTexts(list)) expect(codes.slice(1)).toContain(codeOf(immense));
});
