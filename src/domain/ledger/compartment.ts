// A record's compartments: A envelope, B actor, C subject and answer. Each is encrypted on its own, and the leaf commits to its salted
// plaintext, never to the ciphertext (AES-GCM does not commit to its key). The salt lies inside what is encrypted:
// with the key destroyed, the commitment can no longer be guessed from likely values either.
import { canonicalJson, concatBytes, fromUtf8, parseJsonStrict, utf8, type JsonObject, type JsonValue } from '#domain/kernel';
import { hashParts } from './hash-parts.ts';
import type { Sha256 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';

export type CompartmentLetter = 'A' | 'B' | 'C';
export type OpenedCompartment = { readonly salt: Uint8Array; readonly canonical: Uint8Array; readonly value: JsonObject };

export const saltLength = 32;
/** Domain separation: no other hash of ours starts with these bytes. */
const commitmentLabels = {
  A: utf8('mingcha-commitment-v1\0A'),
  B: utf8('mingcha-commitment-v1\0B'),
  C: utf8('mingcha-commitment-v1\0C'),
} as const satisfies Record<CompartmentLetter, Uint8Array>;

/** Salt ‖ canonical JSON: what is committed to and stored. The server writes the same bytes into one buffer, and its tests hold it to this. */
export function compartmentBytes(salt: Uint8Array, value: JsonObject): Uint8Array<ArrayBuffer> {
  requireSalt(salt);
  return concatBytes(salt, utf8(canonicalJson(value)));
}

/** SHA-256(label ‖ letter ‖ salt ‖ canonical JSON) over the stored bytes: they are hashed as they are, never built again. */
export function commitmentOf(letter: CompartmentLetter, compartment: Uint8Array, sha256: Sha256): Uint8Array {
  if (compartment.length < saltLength) throw new LedgerFormatError('compartment-malformed', 'a compartment starts with its salt');
  return hashParts(sha256, commitmentLabels[letter], compartment);
}

export function openCompartment(bytes: Uint8Array): OpenedCompartment {
  if (bytes.length < saltLength) throw new LedgerFormatError('compartment-malformed', 'a compartment starts with its salt');
  const canonical = bytes.subarray(saltLength);
  const value = decodeField('compartment-malformed', 'the compartment', () => {
    const text = fromUtf8(canonical);
    const parsed = parseJsonStrict(text);
    return canonicalJson(parsed) === text ? parsed : undefined;
  });
  if (!isObject(value)) throw new LedgerFormatError('compartment-malformed', 'a compartment holds a canonical JSON object');
  return { salt: bytes.subarray(0, saltLength), canonical, value };
}

function requireSalt(salt: Uint8Array): void {
  if (salt.length !== saltLength) throw new LedgerFormatError('salt-length-wrong', 'a salt has 32 bytes');
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
