// What is digested of a person before it is kept (NV-4.1.3): the exact texts, whose UTF-8 goes through HMAC-SHA-256 under a key that stands
// outside the database; the first 16 bytes are kept. A name or birth date is digested together with its person's id, so that two people of
// one name, or of one birthday, don't show as such to whoever reads the table. The word in front keeps the three kinds apart, and no
// normalised id holds a NUL, so no two different inputs are one text.
import type { IsoDate } from '#domain/kernel';

/** 128 bits: among 2³² kept digests two that agree are expected with a chance of 2⁻⁶⁵. */
export const digestLength = 16;

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
