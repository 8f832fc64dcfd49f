import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#domain/kernel';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import example from '../../../test/vectors/ledger/witness.json' with { type: 'json' };
import { formatPolicy, maxPolicyLength, parsePolicy, PolicyFormatError } from './policy-format.ts';
import type { Policy } from './policy.ts';
import { formatVkey, verifierKey, type VerifierKey, type VerifierKeyType } from './verifier-key.ts';

const key = (at: number, type: VerifierKeyType = 'ed25519-cosignature', name = `key-${at}`): VerifierKey =>
  verifierKey(
    name,
    Uint8Array.from({ length: 32 }, (_, place) => (place < 4 ? (at >> (8 * place)) & 255 : 1)),
    sha256,
    type,
  );
const logVkey = formatVkey(key(0, 'ed25519', 'example.org/log'));
const vkey = (at: number) => formatVkey(key(at));
const read = (text: string): Policy => parsePolicy(utf8(text), sha256);

let next = -1;
const text = example.policy.replaceAll('<vkey>', () => ((next += 1) === 0 ? logVkey : vkey(next)));

describe('policy files', () => {
  test("the specification's example reads, and reads back", () => {
    const policy = read(text);
    expect(policy.logs).toEqual([{ key: key(0, 'ed25519', 'example.org/log'), url: undefined }]);
    expect(policy.witnesses.map(({ name }) => name)).toEqual(['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']);
    expect(policy.groups).toEqual([
      { name: 'X-witnesses', threshold: 2, members: ['X1', 'X2', 'X3'] },
      { name: 'Y-witnesses', threshold: 1, members: ['Y1', 'Y2', 'Y3'] },
      { name: 'X-and-Y', threshold: 2, members: ['X-witnesses', 'Y-witnesses'] },
    ]);
    expect(policy.quorum).toBe('X-and-Y');
    expect(read(formatPolicy(policy, sha256))).toEqual(policy);
  });

  test('white space, comments, order and addresses are free', () => {
    expect(
      read(`# 見證\n \t# x\n\n\twitness  w1\t${vkey(1)} https://w1.example/a \nquorum w1\n log ${logVkey} https://log.example\n`),
    ).toMatchObject({
      logs: [{ url: 'https://log.example' }],
      witnesses: [{ name: 'w1', url: 'https://w1.example/a' }],
      quorum: 'w1',
    });
    expect(read('quorum none\n')).toEqual({ logs: [], witnesses: [], groups: [], quorum: 'none' });
  });

  test('names are octets: look-alikes differ, and other encodings than UTF-8 are no fault', () => {
    const kelvin = read(`witness K ${vkey(1)}\nwitness \u212A ${vkey(2)}\ngroup g all K \u212A\nquorum g\n`);
    expect(kelvin.groups[0]?.threshold).toBe(2);
    const big5 = Buffer.concat([Buffer.from('# '), Buffer.from([0xa9, 0xfa, 0xac, 0x64]), Buffer.from('\nquorum none\n')]);
    expect(parsePolicy(big5, sha256).quorum).toBe('none');
    const octets = (name: number) => Buffer.concat([Buffer.from('witness '), Buffer.of(name), Buffer.from(` ${vkey(name)}\n`)]);
    const named = Buffer.concat([octets(0xfe), octets(0xff), Buffer.from('quorum '), Buffer.of(0xff), Buffer.from('\n')]);
    expect(parsePolicy(named, sha256).quorum).toBe(parsePolicy(named, sha256).witnesses[1]?.name);
  });

  test('32 logs, witnesses and groups fit easily', () => {
    const many = Array.from({ length: 32 }, (_, at) => at + 1);
    const lines = [
      ...many.map((at) => `log ${formatVkey(key(at, 'ed25519'))}`),
      ...many.map((at) => `witness w${at} ${vkey(at)}`),
      ...many.map((at) => `group g${at} all w${at}`),
      `group all all ${many.map((at) => `g${at}`).join(' ')}`,
      'quorum all',
    ];
    expect(read(`${lines.join('\n')}\n`).groups).toHaveLength(33);
  });

  const w = `witness w1 ${vkey(1)}\nwitness w2 ${vkey(2)}\n`;
  const renamed = formatVkey(key(1, 'ed25519-cosignature', 'another'));
  test.each([
    ['too-long', 1, `#${'x'.repeat(maxPolicyLength)}\n`],
    ['too-many', 1_001, Array.from({ length: 1_000 }, (_, at) => `witness w${at} ${vkey(at)}\n`).join('') + 'quorum none\n'],
    ['not-terminated', 1, 'quorum none'],
    ['quorum-missing', 1, ''],
    ['quorum-missing', 4, `# x\n${w}`],
    ['control-character', 1, 'quorum none\r\n'],
    ['control-character', 2, 'quorum none\n#\u007f\n'],
    ['unknown-keyword', 1, 'Quorum none\n'],
    ['unknown-keyword', 1, '\uFEFFquorum none\n'],
    ['unknown-keyword', 1, 'quorum\u00a0none\n'],
    ['wrong-items', 1, 'log\n'],
    ['wrong-items', 1, `log ${logVkey} https://a.example b\n`],
    ['wrong-items', 1, 'witness w1\n'],
    ['wrong-items', 1, `witness w1 ${vkey(1)} https://a.example b\n`],
    ['wrong-items', 3, `${w}group g all\n`],
    ['wrong-items', 1, 'quorum\n'],
    ['wrong-items', 1, 'quorum none none\n'],
    ['key-malformed', 1, 'log x\n'],
    ['key-malformed', 1, `witness w1 ${vkey(1).replace('key-1', 'key-2')}\n`],
    ['key-unfit', 1, `witness w1 ${logVkey}\n`],
    ['duplicate-key', 2, `log ${logVkey}\nlog ${formatVkey(key(0, 'ed25519', 'example.org/renamed'))}\n`],
    ['duplicate-key', 3, `${w}witness w3 ${renamed}\n`],
    ['name-taken', 3, `${w}witness w1 ${vkey(3)}\n`],
    ['name-taken', 3, `${w}group w1 any w2\n`],
    ['name-taken', 1, `witness none ${vkey(1)}\n`],
    ['name-taken', 3, `${w}group none any w1\n`],
    ['name-unknown', 3, `${w}group g any w3\n`],
    ['name-unknown', 3, `${w}group g any g\n`],
    ['name-unknown', 1, `quorum w1\n${w}`],
    ['name-unknown', 3, `${w}group g any none\n`],
    ['member-twice', 3, `${w}group g 2 w1 w1\n`],
    ['member-twice', 4, `${w}group g any w1\ngroup h any w1 w2\n`],
    ['threshold-wrong', 3, `${w}group g 0 w1 w2\n`],
    ['threshold-wrong', 3, `${w}group g 3 w1 w2\n`],
    ['threshold-wrong', 3, `${w}group g -1 w1 w2\n`],
    ['threshold-wrong', 3, `${w}group g 1.5 w1 w2\n`],
    ['threshold-wrong', 3, `${w}group g most w1 w2\n`],
    ['quorum-twice', 2, 'quorum none\nquorum none\n'],
  ])('%s in line %i %#', (code, line, malformed) => {
    expect(() => read(malformed)).toThrow(expect.objectContaining({ name: 'PolicyFormatError', code, line }));
  });

  test('of any octets are read or refused with a code and a line', () => {
    const piece = fc.constantFrom(
      'log',
      'witness',
      'group',
      'quorum',
      'none',
      'any',
      'all',
      '2',
      'w1',
      'w2',
      vkey(1),
      vkey(2),
      logVkey,
      '\n',
      ' ',
      '#',
    );
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => utf8(`${pieces.join(' ')}\n`)),
    );
    fc.assert(
      fc.property(octets, (file) => {
        try {
          const policy = parsePolicy(file, sha256);
          expect(read(formatPolicy(policy, sha256))).toEqual(policy);
        } catch (error) {
          expect(error).toBeInstanceOf(PolicyFormatError);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('that nobody could read are not written', () => {
    const policy = read(`${w}quorum w1\n`);
    expect(() => formatPolicy({ ...policy, quorum: 'w 1' }, sha256)).toThrow(expect.objectContaining({ code: 'wrong-items' }));
    expect(() => formatPolicy({ ...policy, quorum: 'w3' }, sha256)).toThrow(expect.objectContaining({ code: 'name-unknown' }));
  });
});
