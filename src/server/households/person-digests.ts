// The digests of one programme's household data (NV-4.1.3): #domain/verification says of what, the keystore under which key. A digest is held
// as 16 characters U+0000 to U+00FF, a byte each: millions are made, and a buffer for each would cost more than the hashing.
import { timingSafeEqual } from 'node:crypto';
import type { IsoDate } from '#domain/kernel';
import { birthDateInput, digestLength, nameInput, personInput } from '#domain/verification';
import { HmacSha256, type Keystore } from '#server/keys';

/** 16 characters U+0000 to U+00FF. */
export type Digest = string;

/** Ids and names normalised, as #domain/verification gives them. */
export interface PersonDigests {
  person(id: string): Digest;
  name(id: string, name: string): Digest;
  birthDate(id: string, birthDate: IsoDate): Digest;
  /** Tells this key from another, and says nothing about it. */
  readonly keyFingerprint: string;
}

/** Of the programme's household key; the keystore makes one where there is none. */
export function personDigestsOf(keystore: Keystore, programme: string): PersonDigests {
  return personDigests(keystore.programmeKey(programme, 'household'));
}

export function personDigests(key: Uint8Array): PersonDigests {
  const hmac = new HmacSha256(key);
  const first = (text: string): Digest => hmac.digestLatin1(text).slice(0, digestLength);
  return {
    person: (id) => first(personInput(id)),
    name: (id, name) => first(nameInput(id, name)),
    birthDate: (id, birthDate) => first(birthDateInput(id, birthDate)),
    // No input of a person begins so.
    keyFingerprint: hmac.digest('household key').toString('hex', 0, digestLength),
  };
}

export function sameFingerprint(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
