import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, toBase64, utf8 } from '#domain/kernel';
import { knownPublicKey, knownSignature, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import example from '../../../test/vectors/ledger/signed-note.json' with { type: 'json' };
import { formatNote, maxSignatures, parseNote, signNote, verifyNote } from './signed-note.ts';
import { parseVkey, verifierKey } from './verifier-key.ts';

const key = verifierKey('example.org/log', knownPublicKey, sha256);
const signer = { key, sign: signWithKnownKey };
const good = signNote('text\n', [signer]);
const signature = good.split('\n')[2] ?? '';
const verdict = (note: string, keys = [key]) => verifyNote(parseNote(note), keys, verifyEd25519);

describe('signed notes', () => {
  test('the key of RFC 8032 signs as the RFC says', () => {
    expect(Buffer.from(signWithKnownKey(new Uint8Array(0))).toString('hex')).toBe(knownSignature);
  });

  test("the specification's example verifies, and reads back as it was", () => {
    const trusted = parseVkey(example.vkey, sha256);
    expect(verdict(example.note, [trusted])).toEqual({ kind: 'verified', by: [trusted] });
    expect(formatNote(parseNote(example.note))).toBe(example.note);
  });

  test("the specification's example with empty lines in the text, and an unknown signer", () => {
    expect(parseNote(example.unknownSigner)).toMatchObject({
      text: expect.stringContaining('sole:\n\ned') as unknown,
      signatures: [{ name: 'quasimodo.example/salvatore' }],
    });
    expect(verdict(example.unknownSigner)).toEqual({ kind: 'no-known-signature' });
  });

  test('unknown signatures beside a known one are ignored, whatever they claim', () => {
    const stranger = `— stranger.example ${toBase64(new Uint8Array(70))}\n`;
    const sameName = `— example.org/log ${toBase64(new Uint8Array(70))}\n`;
    expect(verdict(good + stranger + sameName)).toEqual({ kind: 'verified', by: [key] });
  });

  test('one wrong signature of a known key rejects the note, even beside a right one', () => {
    const wrong = signNote('other\n', [signer]).split('\n')[2];
    expect(verdict(`${good}${wrong}\n`)).toEqual({ kind: 'wrong-signature', by: key });
    expect(verdict(good.replace('text', 'test'))).toEqual({ kind: 'wrong-signature', by: key });
  });

  test('a signature of a known key of another length is wrong', () => {
    const short = formatNote({ text: 'text\n', signatures: [{ name: key.name, keyId: key.keyId, signature: new Uint8Array(63) }] });
    expect(verdict(short)).toEqual({ kind: 'wrong-signature', by: key });
  });

  test('cosignatures: the time is part of what is signed', () => {
    const witness = verifierKey('witness.example', knownPublicKey, sha256, 'ed25519-cosignature');
    const time = Uint8Array.of(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb); // 1679315147, the time of the specification's example
    const signed = signWithKnownKey(utf8('cosignature/v1\ntime 1679315147\ntext\n'));
    const note = (at: Uint8Array) =>
      formatNote({ text: 'text\n', signatures: [{ name: witness.name, keyId: witness.keyId, signature: concatBytes(at, signed) }] });
    expect(verdict(note(time), [witness])).toEqual({ kind: 'verified', by: [witness] });
    expect(verdict(note(Uint8Array.of(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcc)), [witness]).kind).toBe('wrong-signature');
    expect(verdict(note(new Uint8Array(0)), [witness]).kind).toBe('wrong-signature');
    expect(() => signNote('text\n', [{ key: witness, sign: signWithKnownKey }])).toThrow(
      expect.objectContaining({ code: 'vkey-unknown-type' }),
    );
  });

  test('no byte of a note can change', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 126 }), (at, change) => {
        const altered = good.slice(0, at) + String.fromCharCode((good.charCodeAt(at) + change) % 127) + good.slice(at + 1);
        let kind: string;
        try {
          ({ kind } = verdict(altered));
        } catch (error) {
          expect(error).toMatchObject({ name: 'LedgerFormatError' });
          return;
        }
        expect(kind).not.toBe('verified');
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['note-malformed', ''],
    ['note-malformed', 'text\n'],
    ['note-malformed', `text\n${signature}\n`],
    ['note-malformed', good.slice(0, -1)],
    ['note-malformed', 'text\uD800\n\n'],
    ['signature-malformed', 'text\n\n'],
    ['signature-malformed', `${good}\n`],
    ['signature-malformed', `${good}x\n`],
    ['signature-malformed', `text\n\n- ${signature.slice(2)}\n`],
    ['signature-malformed', `text\n\n${signature} x\n`],
    ['signature-malformed', `text\n\n— a b ${signature.slice(-60)}\n`],
    ['signature-malformed', `text\n\n${signature.slice(0, -1)}\n`],
    ['signature-malformed', 'text\n\n— name\n'],
    ['signature-malformed', 'text\n\n— name AAAAAA==\n'],
    ['key-name-malformed', 'text\n\n—  AAAAAAA=\n'],
    ['key-name-malformed', 'text\n\n— a+b AAAAAAA=\n'],
    ['key-name-malformed', 'text\n\n— a\u3000b AAAAAAA=\n'],
    ['note-control-character', good.replace('text', 'te\txt')],
    ['note-control-character', good.replace('text\n', 'text\r\n')],
    ['note-control-character', good.replace('text', '\0')],
    ['note-too-long', 'a'.repeat(1_000_001)],
    ['too-many-signatures', `text\n\n${`${signature}\n`.repeat(maxSignatures + 1)}`],
  ])('%s %#', (code, note) => expect(() => parseNote(note)).toThrow(expect.objectContaining({ code })));

  test('accepts as many signatures as it says, and text of any script', () => {
    expect(verdict(`text\n\n${`${signature}\n`.repeat(maxSignatures)}`).kind).toBe('verified');
    expect(verdict(signNote('南投縣政府\n𠮷\n', [signer])).kind).toBe('verified');
  });

  test('refuses to sign what nobody could read', () => {
    expect(() => signNote('no newline', [signer])).toThrow(expect.objectContaining({ code: 'note-malformed' }));
    expect(() => signNote('tab\t\n', [signer])).toThrow(expect.objectContaining({ code: 'note-control-character' }));
  });
});
