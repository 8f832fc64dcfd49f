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

/** Keys in canonical order: so they are written at once. */
export function compartmentValues(record: NewRecord, blinds: Blinds): Record<CompartmentLetter, JsonObject> {
  const { intentIndex, recordId, retention } = record;
  const [at, body] = [writtenInstant(record.at), record.envelope];
  return {
    A:
      intentIndex === undefined
        ? { at, body, record: recordId, retention }
        : { at, body, intent: intentIndex, record: recordId, retention },
    B: blinds.actorBlind ? { blind: toBase64Url(blinds.actorBlind), body: record.actor } : { body: record.actor },
    C: blinds.subjectBlind ? { blind: toBase64Url(blinds.subjectBlind), body: record.subject } : { body: record.subject },
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
