// Verifier keys (c2sp.org/signed-note, "vkey"): name, key id and public key in one line. Three kinds are known here: a log's own
// Ed25519 key (0x01), and the Ed25519 (0x04) or ML-DSA-44 (0x06) key of one that adds timestamped cosignatures (c2sp.org/tlog-cosignature).
import { concatBytes, fromBase64, toBase64, utf8 } from '#domain/kernel';
import { mlDsaPublicKeyLength, publicKeyLength, type Sha256 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';

export type VerifierKeyType = 'ed25519' | 'ed25519-cosignature' | 'ml-dsa-44-cosignature';
/** `keyId` is a uint32. Name and id together name the key. */
export type VerifierKey = { readonly name: string; readonly keyId: number; readonly type: VerifierKeyType; readonly publicKey: Uint8Array };

const typeBytes: Readonly<Record<VerifierKeyType, number>> = { ed25519: 1, 'ed25519-cosignature': 4, 'ml-dsa-44-cosignature': 6 };
const maxVkeyLength = 4_096;
/** Of one log: a key is changed about once a year. */
const maxVkeys = 100;

export function verifierKey(name: string, publicKey: Uint8Array, sha256: Sha256, type: VerifierKeyType = 'ed25519'): VerifierKey {
  requireKeyName(name);
  const length = type === 'ml-dsa-44-cosignature' ? mlDsaPublicKeyLength : publicKeyLength;
  if (publicKey.length !== length) throw new LedgerFormatError('vkey-malformed', `a public key of this type has ${length} bytes`);
  return { name, type, publicKey, keyId: keyIdOf(name, materialOf(type, publicKey), sha256) };
}

export function formatVkey({ name, keyId, type, publicKey }: VerifierKey): string {
  return `${name}+${keyId.toString(16).padStart(8, '0')}+${toBase64(materialOf(type, publicKey))}`;
}

/** Reads `name+hex id+base64`, without surrounding white space. */
export function parseVkey(vkey: string, sha256: Sha256): VerifierKey {
  const parts =
    vkey.length > maxVkeyLength ? undefined : /^(?<name>[^+]*)\+(?<id>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/=]+)$/.exec(vkey)?.groups;
  if (!parts) throw new LedgerFormatError('vkey-malformed', 'a verifier key is name+8 hexadecimal digits+base64');
  const { name = '', id = '', key = '' } = parts;
  requireKeyName(name);
  const material = decodeField('vkey-malformed', 'the public key', () => fromBase64(key));
  if (keyIdOf(name, material, sha256) !== Number.parseInt(id, 16))
    throw new LedgerFormatError('vkey-wrong-id', 'the key id is not that of the name and key');
  const type = Object.entries(typeBytes).find(([, byte]) => byte === material[0])?.[0] as VerifierKeyType | undefined; // keys of that very table
  if (!type) throw new LedgerFormatError('vkey-unknown-type', 'the key is neither an Ed25519 nor an ML-DSA-44 key');
  return verifierKey(name, material.slice(1), sha256, type);
}

/** A file of verifier keys, one a line, newest first: two stand there while a log changes its key. */
export function parseVkeys(file: string, sha256: Sha256): [VerifierKey, ...VerifierKey[]] {
  const [first = '', ...others] = file.replace(/\r?\n$/, '').split(/\r?\n/);
  if (others.length >= maxVkeys) throw new LedgerFormatError('vkey-malformed', `more than ${maxVkeys} keys`);
  return [parseVkey(first, sha256), ...others.map((line) => parseVkey(line, sha256))];
}

/** Not empty, without spaces of any script and without `+`: both would make a signature line or vkey ambiguous. */
export function requireKeyName(name: string): void {
  if (name === '' || /[\p{White_Space}+\p{Cc}\p{Cs}]/u.test(name))
    throw new LedgerFormatError('key-name-malformed', 'a key name has neither spaces nor + and is not empty');
}

/** Type byte ‖ public key, as key id and vkey carry it. */
function materialOf(type: VerifierKeyType, publicKey: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(typeBytes[type]), publicKey);
}

/** First four bytes of SHA-256(name ‖ newline ‖ type byte ‖ public key). */
function keyIdOf(name: string, material: Uint8Array, sha256: Sha256): number {
  const digest = sha256(concatBytes(utf8(`${name}\n`), material));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}
