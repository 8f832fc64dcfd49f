// The sample as auditors and managers see it: the drawn rows with what the log says of each, marks and notes, and the signed results.
import type { AuditResult, Sample, SampleRow } from '#contract';
import { toBase64, toHex } from '#domain/kernel';
import { queryList, readCounts, toListRow } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import { recordMonthRead, regulationOf, regulationsOf, sampleClause, type AuditParts } from './audit-parts.ts';
import { openNote } from './audit-note.ts';
import { findAuditRows, findDraw, findResults, type StoredAuditRow, type StoredResult } from './find-sample.ts';
import { operationName } from './month-list.ts';
import { readQueriesAt } from './read-month.ts';

/** undefined: no sample was drawn of such a month. */
export async function viewSample(parts: AuditParts, actor: ProgrammeActor, month: string): Promise<Sample | undefined> {
  const programme = actor.programme.id;
  const draw = await findDraw(parts.database, programme, month);
  if (!draw) return undefined;
  const stored = await findAuditRows(parts.database, programme, month);
  const rows = await sampleRows(parts, actor, month, stored);
  return {
    month,
    clause: sampleClause(regulationsOf(parts, actor)),
    population: draw.population,
    required: draw.required,
    seed: toHex(draw.seed),
    rootHash: toBase64(draw.rootHash),
    entropy: toHex(draw.entropy),
    drawnAt: draw.drawnAt.toString(),
    drawnBy: draw.drawnBy,
    rows,
    unassigned: unassignedPersons(stored, rows),
    results: (await findResults(parts.database, programme, month)).map(toAuditResult),
  };
}

/** Rows with what the log says of them: a recorded read. */
export async function sampleRows(
  parts: AuditParts,
  actor: ProgrammeActor,
  month: string,
  stored: readonly StoredAuditRow[],
): Promise<SampleRow[]> {
  const regulation = regulationOf(parts, actor);
  const read = await recordMonthRead(parts, actor, month, 'audit-sample');
  const queries = await readQueriesAt(parts.ledger, read, stored.map(({ index }) => index)); // prettier-ignore
  const entries = new Map(queryList(actor.programme.id, month, queries).entries.map((entry) => [entry.index, entry]));
  return stored.map(({ row, index, auditor, mark }) => {
    const entry = entries.get(index);
    if (!entry) throw new Error(`record ${index} of the sample is not in its month`);
    return {
      ...toListRow(entry, row, operationName(regulation, entry.operation)),
      auditor: auditor?.account ?? null,
      auditorName: auditor?.name ?? null,
      mine: auditor?.account === actor.accountId,
      finding: mark?.finding ?? null,
      note: mark ? openNote(parts, { programme: actor.programme.id, month, index }, mark.note) : null,
    };
  });
}

/** Whom nobody may audit, once each, by name. */
function unassignedPersons(stored: readonly StoredAuditRow[], rows: readonly SampleRow[]): Sample['unassigned'] {
  const nameOf = new Map(rows.map(({ index, name }) => [index, name]));
  const reasons = new Map<string, { person: string; reason: string }>();
  for (const { account, index, unassigned } of stored) {
    if (unassigned !== null) reasons.set(account, { person: nameOf.get(index) ?? account, reason: unassigned });
  }
  return [...reasons.values()];
}

export function toAuditResult(result: StoredResult): AuditResult {
  return {
    auditor: result.auditor,
    name: result.name,
    signedAt: result.signedAt.toString(),
    index: result.recordIndex,
    counts: { ...readCounts(result.document) },
    document: result.document,
    signature: toBase64(result.signature),
  };
}
