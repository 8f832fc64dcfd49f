// The evidence of a closed month (NW-5.2): everything that proves to people who trust neither us nor our database that its list is
// complete and exact. The log records the export, with the digest of the manifest, before the pack is handed out; the proofs that
// stand beside the manifest are made from the tree that holds this record.
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportEnvelope, formatAbout, formatOpening, keptCheckpoints, packFiles, type About } from '#domain/evidence';
import { fromUtf8, utf8 } from '#domain/kernel';
import { parseLeaf, type LeafSpan } from '#domain/ledger';
import { actorCompartment, logRetention } from '#domain/records';
import { actorFacts, governingRegulations, type ProgrammeActor } from '#server/accounts';
import { findMonth, listClause, type AuditParts } from '#server/audits';
import { sha256 } from '#server/keys';
import type { OpenedRecord, RecordedRead, ReadScope } from '#server/ledger';
import { closedRange } from './closed-range.ts';
import { findRoster } from './find-roster.ts';
import { PackFolder } from './pack-folder.ts';
import { readmeText } from './readme-text.ts';
import { writeList } from './write-list.ts';

export interface EvidenceRequest {
  /** `2026-10` */
  readonly month: string;
  /** Opens case number, reason and person queried too. */
  readonly subjects: boolean;
  /** Empty, and nobody else's to read. */
  readonly folder: string;
  /** `<data>/logs/<programme>` */
  readonly logFolder: string;
  /** The one-file verifier. */
  readonly verifier: Uint8Array;
  /** The tlog-policy that the log's checkpoints are cosigned by; undefined: it has no witnesses. */
  readonly policy: Uint8Array | undefined;
  readonly onRow: (done: number, total: number) => void;
}

export type EvidenceExport =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-closed'; readonly clause: string }
  /** `index` of the export record. */
  | { readonly kind: 'exported'; readonly rows: number; readonly index: number; readonly range: LeafSpan };

/** @throws ListDiffers @throws ForgottenRecord */
export async function exportEvidence(parts: AuditParts, actor: ProgrammeActor, request: EvidenceRequest): Promise<EvidenceExport> {
  const { month, subjects } = request;
  const found = await findMonth(parts, actor, month);
  if (!found) return { kind: 'not-found' };
  const [regulation] = governingRegulations((id) => parts.findRegulation(id), actor.programme);
  if (!found.closing) return { kind: 'not-closed', clause: listClause(regulation) };
  const { rows, listDigest } = found.closing;
  const programme = actor.programme.id;
  const range = await closedRange(parts, { programme, month, logFolder: request.logFolder });
  const pack = new PackFolder(request.folder);
  const { operations, purposes } = regulation;
  const about: About = {
    programme,
    title: actor.programme.title,
    organisation: actor.organisation,
    regulation: regulation.id,
    month,
    origin: (await parts.ledger.state(programme)).origin,
    subjects,
    operations: operations.map(({ code, name }) => ({ code, name })),
    purposes: purposes.map(({ code, name }) => ({ code, name })),
  };
  await pack.append(packFiles.about, formatAbout(about));
  const closings = await writeLeaves(parts, actor, pack, range);
  const read = await recordRead(parts, actor, { kind: 'month', month });
  await writeList({ pack, ledger: parts.ledger, about, read, closings, listDigest, onRow: (done) => request.onRow(done, rows) });
  await pack.append(packFiles.roster, await findRoster(parts.database, programme, month));
  await copyFromLog(pack, request);
  await pack.append(packFiles.readme, readmeText(about));
  await pack.append(packFiles.verifier, request.verifier);
  const manifest = await pack.manifest();
  await pack.append(packFiles.manifest, manifest);
  const index = await recordExport(parts, actor, exportEnvelope({ month, rows, subjects, manifest: sha256(utf8(manifest)) }));
  await writeProofs(parts, actor, pack, range, index);
  return { kind: 'exported', rows, index, range };
}

/** Every leaf of the range, one a line. @returns the month-close records among them, opened */
async function writeLeaves(parts: AuditParts, actor: ProgrammeActor, pack: PackFolder, range: LeafSpan): Promise<OpenedRecord[]> {
  const closings: number[] = [];
  let index = range.start;
  for await (const leaves of parts.ledger.leaves(actor.programme.id, range)) {
    await pack.append(packFiles.leaves, leaves.map((leaf) => `${fromUtf8(leaf)}\n`).join(''));
    for (const leaf of leaves) {
      if (parseLeaf(leaf).type === 'month-close') closings.push(index);
      index += 1;
    }
  }
  const opened: OpenedRecord[] = [];
  for (const closing of closings) opened.push(await readOne(parts, actor, closing));
  return opened;
}

/** The keys and the month-end checkpoints that the log kept, with their timestamps; what the witnesses must have signed. */
async function copyFromLog(pack: PackFolder, { logFolder, month, policy }: EvidenceRequest): Promise<void> {
  const vkeys = await readFile(join(logFolder, 'vkey'), 'utf8');
  await pack.append(packFiles.vkey, vkeys);
  const logLines = vkeys.trim().split('\n').map((vkey) => `log ${vkey}\n`); // prettier-ignore
  await pack.append(packFiles.policy, policy ?? `${logLines.join('')}quorum none\n`);
  const before = Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
  const kept = await readdir(join(logFolder, keptCheckpoints)).catch(() => []);
  for (const name of kept.filter((each) => new RegExp(`^(vkey|(${before}|${month})([.]tsr)?)$`).test(each)))
    await pack.append(`${keptCheckpoints}/${name}`, await readFile(join(logFolder, keptCheckpoints, name)));
}

async function recordExport(parts: AuditParts, actor: ProgrammeActor, envelope: ReturnType<typeof exportEnvelope>): Promise<number> {
  const { index } = await parts.ledger.append(actor.programme.id, {
    recordId: randomUUID(),
    type: 'export',
    at: parts.clock.now(),
    retention: logRetention,
    envelope: { regulation: actor.programme.regulation, ...envelope },
    actor: actorCompartment(actorFacts(actor)),
    subject: {},
    blindActor: actor.accountId,
  });
  return index;
}

async function writeProofs(parts: AuditParts, actor: ProgrammeActor, pack: PackFolder, range: LeafSpan, index: number): Promise<void> {
  const record = await readOne(parts, actor, index);
  await parts.ledger.flush(actor.programme.id);
  const evidence = await parts.ledger.proveRange(actor.programme.id, range, index);
  if (!evidence || !record.compartments) throw new Error('a sealed range has no proof');
  const { A, B, C } = record.compartments;
  const openings = [formatOpening(index, 'A', A), formatOpening(index, 'B', B), formatOpening(index, 'C', C)];
  await pack.append(packFiles.exportRecord, [`${record.leaf}\n`, ...openings].join(''));
  await pack.append(packFiles.exportProof, evidence.proof);
  await pack.append(packFiles.checkpoint, evidence.checkpoint);
  await pack.append(packFiles.rangeProof, evidence.rangeProof);
}

async function readOne(parts: AuditParts, actor: ProgrammeActor, index: number): Promise<OpenedRecord> {
  const record = await parts.ledger.readRecord(await recordRead(parts, actor, { kind: 'record', index }), index);
  if (!record) throw new Error(`record ${index} is gone`);
  return record;
}

function recordRead(parts: AuditParts, actor: ProgrammeActor, scope: ReadScope): Promise<RecordedRead> {
  return parts.ledger.recordRead(actor.programme.id, {
    at: parts.clock.now(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope,
    why: 'evidence',
    takesOpenings: true,
  });
}
