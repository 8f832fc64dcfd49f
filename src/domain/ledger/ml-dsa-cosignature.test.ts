import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sha256, signWithKnownKey, knownPublicKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import vector from '../../../test/vectors/ledger/ml-dsa-cosignature.json' with { type: 'json' };
import { signCheckpoint } from './checkpoint.ts';
import type { VerifyMlDsa } from './hashing.ts';
import { signMlDsaCosignature, verifyMlDsaCosignature } from './ml-dsa-cosignature.ts';
import { formatNote, parseNote, verifyNote, type Note } from './signed-note.ts';
import { formatVkey, parseVkey, verifierKey } from './verifier-key.ts';

const origin = 'example.com/behind-the-sofa';
const seed = Buffer.alloc(32, 7);
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('3034020100300b060960864801650304031104228020', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
const key = verifierKey(origin, new Uint8Array(spki.subarray(-1_312)), sha256, 'ml-dsa-44-cosignature');
const verifyMlDsa: VerifyMlDsa = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([spki.subarray(0, -1_312), publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

const logKey = verifierKey(origin, knownPublicKey, sha256);
const rootHash = new Uint8Array(32).fill(9);
const signed = parseNote(signCheckpoint({ origin, size: 20_852_163, rootHash, extensions: [] }, [{ key: logKey, sign: signWithKnownKey }]));
const cosign = (): Note => ({
  text: signed.text,
  signatures: [...signed.signatures, signMlDsaCosignature(signed.text, key, (message) => sign(null, message, privateKey))],
});

describe('an ML-DSA-44 cosignature', () => {
  test('signs the message of the specification, written down byte by byte', () => {
    const expected = Buffer.concat([
      Buffer.from('737562747265652f76310a00', 'hex'), // "subtree/v1\n\0"
      Buffer.of(27),
      Buffer.from('example.com/behind-the-sofa'),
      Buffer.alloc(8), // no time
      Buffer.of(27),
      Buffer.from('example.com/behind-the-sofa'),
      Buffer.alloc(8), // from the first leaf
      Buffer.from('00000000013e2dc3', 'hex'), // 20,852,163
      Buffer.alloc(32, 9),
    ]);
    let message: Uint8Array = new Uint8Array(0);
    signMlDsaCosignature(signed.text, key, (given) => {
      message = given;
      return new Uint8Array(2_420);
    });
    expect(Buffer.from(message).toString('hex')).toBe(expected.toString('hex'));
  });

  test('of another implementation, with a time, holds; and it signed the very message that we check', () => {
    const [note, cosigner] = [parseNote(vector.note), parseVkey(vector.vkey, sha256)];
    const messages: string[] = [];
    const listen: VerifyMlDsa = (publicKey, message, signature) => {
      messages.push(Buffer.from(message).toString('hex'));
      return verifyMlDsa(publicKey, message, signature);
    };
    expect(verifyMlDsaCosignature(note, cosigner, listen)).toBe('verified');
    expect(messages).toEqual([vector.messageHex]);
    expect(verifyMlDsaCosignature(parseNote(vector.note.replace('20852163', '20852164')), cosigner, verifyMlDsa)).toBe('wrong-signature');
  });

  test('stands in a note beside the log’s own signature, and both hold', () => {
    const note = parseNote(formatNote(cosign()));
    expect(note.signatures[1]?.signature.length).toBe(8 + 2_420);
    expect(verifyMlDsaCosignature(note, parseVkey(formatVkey(key), sha256), verifyMlDsa)).toBe('verified');
    expect(verifyNote(note, [logKey, key], verifyEd25519)).toEqual({ kind: 'verified', by: [logKey] });
    expect(verifyNote(note, [key], verifyEd25519)).toEqual({ kind: 'no-known-signature' });
  });

  test('is wrong for another head, with a byte changed or missing, and absent for another key', () => {
    const { text, signatures } = cosign();
    const own = signatures[1]!;
    const verdict = (note: Note) => verifyMlDsaCosignature(note, key, verifyMlDsa);
    expect(verdict({ text: text.replace('20852163', '20852164'), signatures })).toBe('wrong-signature');
    for (const at of [0, 7, 8, 1_000, 2_427]) {
      const changed = Uint8Array.from(own.signature);
      changed[at]! ^= 128;
      expect(verdict({ text, signatures: [{ ...own, signature: changed }] })).toBe('wrong-signature');
    }
    expect(verdict({ text, signatures: [{ ...own, signature: own.signature.slice(1) }] })).toBe('wrong-signature');
    expect(verdict({ text, signatures: [own, { ...own, signature: new Uint8Array(3) }] })).toBe('wrong-signature');
    expect(verdict(signed)).toBe('not-signed');
    expect(verifyMlDsaCosignature({ text, signatures }, logKey, verifyMlDsa)).toBe('not-signed');
    expect(() => signMlDsaCosignature(text, logKey, signWithKnownKey)).toThrow(expect.objectContaining({ code: 'vkey-unknown-type' }));
  });
});
