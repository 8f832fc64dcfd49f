import { describe, expect, test } from 'vitest';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { verifierKey } from './verifier-key.ts';

const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
/** The text of the example in c2sp.org/tlog-checkpoint. */
const text = `example.com/behind-the-sofa\n20852163\n${root}\n`;
const checkpoint: Checkpoint = {
  origin: 'example.com/behind-the-sofa',
  size: 20_852_163,
  rootHash: new Uint8Array(Buffer.from(root, 'base64')),
  extensions: [],
};
const key = verifierKey(checkpoint.origin, knownPublicKey, sha256);
const otherKey = verifierKey('example.com/other', knownPublicKey, sha256);

describe('checkpoints', () => {
  test("the specification's example reads and writes", () => {
    expect(parseCheckpoint(text)).toEqual(checkpoint);
    expect(formatCheckpoint(checkpoint)).toBe(text);
  });

  test('extension lines are kept, and origins may hold spaces', () => {
    const extended = { ...checkpoint, origin: 'rekor.example - 2605736670972794746', extensions: ['Timestamp: 1689177396617352539', 'x'] };
    expect(parseCheckpoint(formatCheckpoint(extended))).toEqual(extended);
  });

  test('the empty tree has size 0', () => expect(parseCheckpoint(text.replace('20852163', '0')).size).toBe(0));

  test.each([
    ['note-malformed', text.slice(0, -1)],
    ['origin-malformed', text.replace('example.com/behind-the-sofa', '')],
    ['size-malformed', text.replace('20852163', '020852163')],
    ['size-malformed', text.replace('20852163', '-1')],
    ['size-malformed', text.replace('20852163', '1e3')],
    ['size-malformed', text.replace('20852163', '٣')],
    ['size-malformed', text.replace('20852163', '')],
    ['size-malformed', text.replace('20852163', '9007199254740992')],
    ['size-malformed', text.replace('20852163', '18446744073709551616')],
    ['size-malformed', 'example.com/behind-the-sofa\n'],
    ['root-hash-malformed', 'a\n1\n'],
    ['root-hash-malformed', text.replace(root, root.slice(0, -1))],
    ['root-hash-malformed', text.replace(root, 'AAAA')],
    ['root-hash-malformed', text.replace('q2I=', 'q2J=')],
    ['extension-malformed', `${text}\n`],
    ['extension-malformed', `${text}a\n\nb\n`],
  ])('%s %#', (code, malformed) => expect(() => parseCheckpoint(malformed)).toThrow(expect.objectContaining({ code })));

  test('what could not be read is not written', () => {
    expect(() => formatCheckpoint({ ...checkpoint, origin: '' })).toThrow(expect.objectContaining({ code: 'origin-malformed' }));
    expect(() => formatCheckpoint({ ...checkpoint, origin: `a\n1\n${root}` })).toThrow(expect.objectContaining({ code: 'note-malformed' }));
    expect(() => formatCheckpoint({ ...checkpoint, size: 1.5 })).toThrow(expect.objectContaining({ code: 'size-malformed' }));
    expect(() => formatCheckpoint({ ...checkpoint, rootHash: new Uint8Array(31) })).toThrow(
      expect.objectContaining({ code: 'root-hash-malformed' }),
    );
    expect(() => formatCheckpoint({ ...checkpoint, extensions: [''] })).toThrow(expect.objectContaining({ code: 'extension-malformed' }));
  });

  test('only a verified checkpoint gives its content away', () => {
    const note = signCheckpoint(checkpoint, [{ key, sign: signWithKnownKey }]);
    expect(openCheckpoint(note, [otherKey, key], verifyEd25519)).toEqual({ kind: 'verified', by: [key], checkpoint });
    expect(openCheckpoint(note, [otherKey], verifyEd25519)).toEqual({ kind: 'no-known-signature' });
    expect(openCheckpoint(note.replace('20852163', '20852164'), [key], verifyEd25519)).toEqual({ kind: 'wrong-signature', by: key });
  });
});
