import { describe, expect, test } from 'vitest';
import { knownPublicKey, sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import example from '../../../test/vectors/ledger/signed-note.json' with { type: 'json' };
import { formatVkey, parseVkey, parseVkeys, verifierKey } from './verifier-key.ts';

const [name = '', id = '', base64 = ''] = example.vkey.split('+');

describe('verifier keys', () => {
  test("the specification's example reads and writes", () => {
    const key = parseVkey(example.vkey, sha256);
    expect(key).toMatchObject({ name: 'example.com/foo', keyId: 0x530d903a, type: 'ed25519' });
    expect(formatVkey(key)).toBe(example.vkey);
    expect(verifierKey(key.name, key.publicKey, sha256)).toEqual(key);
  });

  test('all types read back; the same key has another id under another type or name', () => {
    const keys = [
      verifierKey('a', knownPublicKey, sha256),
      verifierKey('b', knownPublicKey, sha256),
      verifierKey('a', knownPublicKey, sha256, 'ed25519-cosignature'),
      verifierKey('a', new Uint8Array(1_312).fill(7), sha256, 'ml-dsa-44-cosignature'),
    ];
    for (const key of keys) expect(parseVkey(formatVkey(key), sha256)).toEqual(key);
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(4);
  });

  test.each([
    ['vkey-malformed', ''],
    ['vkey-malformed', `${example.vkey}\n`],
    ['vkey-malformed', `+${example.vkey}`],
    ['vkey-malformed', `${name}+${id.toUpperCase()}+${base64}`],
    ['vkey-malformed', `${name}+${id.slice(1)}+${base64}`],
    ['vkey-malformed', `${name}+${id}`],
    ['vkey-malformed', `${name}+${id}+${base64}=`],
    ['vkey-malformed', `${'a'.repeat(5_000)}+${id}+${base64}`],
    ['vkey-wrong-id', `${name}+${id}+${base64.slice(0, -1)}l`],
    ['vkey-wrong-id', `${name}x+${id}+${base64}`],
    ['vkey-wrong-id', `${name}+530d903b+${base64}`],
    ['key-name-malformed', `+${id}+${base64}`],
    ['key-name-malformed', `a b+${id}+${base64}`],
  ])('%s %#', (code, vkey) => expect(() => parseVkey(vkey, sha256)).toThrow(expect.objectContaining({ code })));

  test('a file of keys is read line by line, and refused with a line that is none', () => {
    const keys = ['a', 'b'].map((each) => verifierKey(each, knownPublicKey, sha256));
    const file = keys.map((key) => `${formatVkey(key)}\n`).join('');
    expect(parseVkeys(file, sha256)).toEqual(keys);
    expect(parseVkeys(file.trimEnd().replace('\n', '\r\n'), sha256)).toEqual(keys);
    for (const wrong of ['', '\n', `${file}\n`, `\n${file}`, file.repeat(51)])
      expect(() => parseVkeys(wrong, sha256)).toThrow(expect.objectContaining({ code: 'vkey-malformed' }));
  });

  test('keys of other types and lengths are refused', () => {
    const material = (bytes: Uint8Array) => {
      const digest = Buffer.from(sha256(Buffer.concat([Buffer.from('a\n'), bytes]))).subarray(0, 4);
      return `a+${digest.toString('hex')}+${Buffer.from(bytes).toString('base64')}`;
    };
    expect(() => parseVkey(material(Buffer.concat([Buffer.of(2), knownPublicKey])), sha256)).toThrow(
      expect.objectContaining({ code: 'vkey-unknown-type' }),
    );
    for (const type of [4, 6])
      expect(() => parseVkey(material(Buffer.concat([Buffer.of(type), new Uint8Array(33)])), sha256)).toThrow(
        expect.objectContaining({ code: 'vkey-malformed' }),
      );
    expect(() => parseVkey(material(Buffer.of(1, 2, 3)), sha256)).toThrow(expect.objectContaining({ code: 'vkey-malformed' }));
    expect(() => verifierKey('a', new Uint8Array(33), sha256)).toThrow(expect.objectContaining({ code: 'vkey-malformed' }));
    expect(() => verifierKey('a+b', knownPublicKey, sha256)).toThrow(expect.objectContaining({ code: 'key-name-malformed' }));
  });
});
