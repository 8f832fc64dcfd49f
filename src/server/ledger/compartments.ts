// What each compartment holds beside the caller's own JSON. Every column of `record` that the leaf does not show is repeated in here,
// under the leaf's commitment: a changed column is then as visible as changed contents.
import { toBase64Url, type JsonObject, type JsonValue } from '#domain/kernel';
import type { CompartmentLetter } from '#domain/ledger';
import type { StoredRow } from './stored-row.ts';
import type { NewRecord } from './record.ts';

export const letters = ['A', 'B', 'C'] as const satisfies readonly CompartmentLetter[];
export const compartmentOf = { A: 'envelope', B: 'actor', C: 'subject' } as const satisfies Record<CompartmentLetter, string>;

interface Blinds {
  readonly actorBlind: Uint8Array | undefined;
  readonly subjectBlind: Uint8Array | undefined;
}

/** To the millisecond: what is read back must be what was hashed. */
export function writtenInstant(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toISOString();
}

export function compartmentValues(record: NewRecord, blinds: Blinds): Record<CompartmentLetter, JsonObject> {
  return {
    A: {
      at: writtenInstant(record.at),
      body: record.envelope,
      record: record.recordId,
      retention: record.retention,
      ...(record.intentIndex === undefined ? {} : { intent: record.intentIndex }),
    },
    B: { body: record.actor, ...(blinds.actorBlind ? { blind: toBase64Url(blinds.actorBlind) } : {}) },
    C: { body: record.subject, ...(blinds.subjectBlind ? { blind: toBase64Url(blinds.subjectBlind) } : {}) },
  };
}

type Columns = Pick<StoredRow, 'recordId' | 'retention' | 'actorBlind' | 'subjectBlind' | 'intentIndex'>;

/** The first column that is not what the compartments say. */
export function disagreeingColumn(values: Record<CompartmentLetter, JsonObject>, row: Columns): string | undefined {
  const { A: envelope, B: actor, C: subject } = values;
  const claims: [column: string, written: JsonValue | undefined, stored: JsonValue | undefined][] = [
    ['record_id', envelope['record'], row.recordId],
    ['retention', envelope['retention'], row.retention],
    ['intent_index', envelope['intent'], row.intentIndex],
    ['actor_blind', actor['blind'], row.actorBlind && toBase64Url(row.actorBlind)],
    ['subject_blind', subject['blind'], row.subjectBlind && toBase64Url(row.subjectBlind)],
  ];
  return claims.find(([, written, stored]) => written !== stored)?.[0];
}
