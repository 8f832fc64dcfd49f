// What is digested of a person before it is kept (NV-4.1.3): the exact texts, whose UTF-8 goes through HMAC-SHA-256 under a key that stands
// outside the database; the first 16 bytes are kept. A name or birth date is digested together with its person's id, so that two people of
// one name, or of one birthday, don't show as such to whoever reads the table. The word in front keeps the three kinds apart, and no
// normalised id holds a NUL, so no two different inputs are one text.
import type { IsoDate } from '#domain/kernel';

/** 128 bits: among 2³² kept digests two that agree are expected with a chance of 2⁻⁶⁵. */
export const digestLength = 16;

/** HMAC-SHA-256 of a text's UTF-8 under a key that stays with whoever made this function: 32 bytes, new each time. */
export type HmacSha256 = (text: string) => Uint8Array;

export function personDigest(hmac: HmacSha256, id: string): Uint8Array {
  return hmac(personInput(id)).subarray(0, digestLength);
}

export function nameDigest(hmac: HmacSha256, id: string, name: string): Uint8Array {
  return hmac(nameInput(id, name)).subarray(0, digestLength);
}

export function birthDateDigest(hmac: HmacSha256, id: string, birthDate: IsoDate): Uint8Array {
  return hmac(birthDateInput(id, birthDate)).subarray(0, digestLength);
}

/** @param id normalised, as everywhere here */
export function personInput(id: string): string {
  return `id\0${id}`;
}

/** @param name as `normaliseName` gives it */
export function nameInput(id: string, name: string): string {
  return `name\0${id}\0${name}`;
}

export function birthDateInput(id: string, birthDate: IsoDate): string {
  return `birth\0${id}\0${birthDate}`;
}
