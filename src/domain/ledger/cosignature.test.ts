import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '#domain/kernel';
import { knownPublicKey, sha256, signWithKnownKey } from '../../../test/vectors/ledger/reference-tree.ts';
import example from '../../../test/vectors/ledger/witness.json' with { type: 'json' };
import { cosignatureMessage, cosignatureTime, signCosignature } from './cosignature.ts';
import { parseNote } from './signed-note.ts';
import { verifierKey } from './verifier-key.ts';

const key = verifierKey('witness.example', knownPublicKey, sha256, 'ed25519-cosignature');
const { text, signatures } = parseNote(example.cosigned);

describe('cosignatures', () => {
  test("the specification's example has the time and signs the message that the specification gives", () => {
    const cosignature = signatures.find(({ name }) => name === 'witness.example.com/w1')?.signature ?? new Uint8Array(0);
    expect(cosignatureTime(cosignature)).toBe(1_679_315_147);
    expect(fromUtf8(cosignatureMessage(text, 1_679_315_147n))).toBe(example.cosignatureMessage);
  });

  test('are eight bytes of time and the signature of the message', () => {
    const cosignature = signCosignature(text, 1_679_315_147, key, signWithKnownKey);
    const signed = signWithKnownKey(utf8(example.cosignatureMessage));
    expect(Buffer.from(cosignature).toString('hex')).toBe(`00000000641850cb${Buffer.from(signed).toString('hex')}`);
    expect(cosignatureTime(cosignature)).toBe(1_679_315_147);
    expect(cosignatureTime(new Uint8Array(8))).toBeUndefined();
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('none has the time %d', (time) =>
    expect(() => signCosignature(text, time, key, signWithKnownKey)).toThrow(expect.objectContaining({ code: 'signature-malformed' })),
  );

  test("a log's own key makes none", () => {
    const logKey = verifierKey('witness.example', knownPublicKey, sha256);
    expect(() => signCosignature(text, 1, logKey, signWithKnownKey)).toThrow(expect.objectContaining({ code: 'vkey-unknown-type' }));
  });
});
