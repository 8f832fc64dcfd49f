// An auditor's note on a row, encrypted under the key of the month it is about: what it says of people is forgotten with that month.
import { fromUtf8, utf8 } from '#domain/kernel';
import { logRetention } from '#domain/records';
import { decryptUnder, encryptUnder, type Encrypted } from '#server/keys';
import type { AuditParts } from './audit-parts.ts';

export interface NotePlace {
  readonly programme: string;
  /** `2026-10` */
  readonly month: string;
  /** Of the row's record. */
  readonly index: number;
}

export function sealNote({ keystore }: Pick<AuditParts, 'keystore'>, place: NotePlace, note: string): Encrypted {
  return encryptUnder(keystore, epochOf(place), boundTo(place), utf8(note));
}

/** null: the month is forgotten. */
export function openNote({ keystore }: Pick<AuditParts, 'keystore'>, place: NotePlace, sealed: Encrypted): string | null {
  if (keystore.epochState(epochOf(place)) === 'destroyed') return null;
  const note = decryptUnder(keystore, epochOf(place), boundTo(place), sealed);
  if (!note) throw new Error(`the note on record ${place.index} is not what was written`);
  return fromUtf8(note);
}

function epochOf({ programme, month }: NotePlace): { programme: string; month: string; retention: string } {
  return { programme, month, retention: logRetention };
}

/** It opens on this row and on no other. */
function boundTo({ programme, month, index }: NotePlace): Uint8Array {
  return utf8(`audit-note\0${programme}\0${month}\0${index}`);
}
