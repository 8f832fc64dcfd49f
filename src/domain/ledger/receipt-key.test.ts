import { expect, test } from 'vitest';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { certifyReceiptKey, openReceiptKey, receiptKeyName } from './receipt-key.ts';
import { signNote } from './signed-note.ts';
import { formatVkey, verifierKey } from './verifier-key.ts';

const origin = 'example.com/log';
const log = verifierKey(origin, knownPublicKey, sha256);
const signer = { key: log, sign: signWithKnownKey };
const receiptKey = verifierKey(receiptKeyName(origin), new Uint8Array(32).fill(3), sha256);
const vkey = formatVkey(receiptKey);
const note = certifyReceiptKey(origin, vkey, [signer], sha256);
const open = (text: string, keys = [log], of = origin) => openReceiptKey(text, of, keys, sha256, verifyEd25519);

test('a log certifies the key that its receipts are signed with', () => {
  expect(note.split('\n').slice(0, 3)).toEqual(['mingcha-receipt-key-v1', origin, vkey]);
  expect(open(note)).toEqual(receiptKey);
});

test('no key is certified that could sign checkpoints, nor one of another log', () => {
  for (const other of [log, verifierKey('example.com/other/receipts', receiptKey.publicKey, sha256)])
    expect(() => certifyReceiptKey(origin, formatVkey(other), [signer], sha256)).toThrow(
      expect.objectContaining({ code: 'certificate-malformed' }),
    );
});

test.each([
  ['of another log', () => open(note, [log], 'example.com/other')],
  ['that a key of another name signed', () => open(note, [verifierKey('example.com/other', knownPublicKey, sha256)])],
  ['that nobody known signed', () => open(note, [])],
  [
    'whose key is another one than was signed',
    () => open(note.replace(vkey, formatVkey(verifierKey(receiptKeyName(origin), knownPublicKey, sha256)))),
  ],
  ['with a line more', () => open(signNote(`mingcha-receipt-key-v1\n${origin}\n${vkey}\nmore\n`, [signer]))],
  ['with a line less', () => open(signNote(`mingcha-receipt-key-v1\n${origin}\n`, [signer]))],
  ['of another version', () => open(signNote(`mingcha-receipt-key-v2\n${origin}\n${vkey}\n`, [signer]))],
  ['of the log’s own key', () => open(signNote(`mingcha-receipt-key-v1\n${origin}\n${formatVkey(log)}\n`, [signer]))],
])('a note %s is none', (_name, opening) => expect(opening).toThrow(expect.objectContaining({ code: 'certificate-malformed' })));
