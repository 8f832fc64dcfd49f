// What an outsider gets of a log: its newest checkpoint, and the proof that a record is under it.
import type pg from 'pg';
import { formatRangeProof, formatTlogProof, inclusionProof, rangeProof, tileWidth, type LeafSpan } from '#domain/ledger';
import { sha256 } from '#server/keys';
import { LogUnavailable } from './faults.ts';
import type { LogState, PublicKeys, RangeEvidence } from './ledger.ts';
import type { LogFolder, PublishedCheckpoint } from './log-folder.ts';
import type { OpenLog } from './open-log.ts';
import { readNext } from './read-leaves.ts';

/** C2SP tlog-proof with the record's leaf as its extra data; undefined for a record that is not sealed yet, or isn't there. */
export async function proofOf({ folder }: Pick<OpenLog, 'folder'>, index: number): Promise<string | undefined> {
  const checkpoint = await folder.checkpoint();
  if (!checkpoint || !Number.isSafeInteger(index) || index < 0 || index >= checkpoint.size) return undefined;
  return proofUnder(folder, checkpoint, index);
}

async function proofUnder(folder: LogFolder, { size, text }: PublishedCheckpoint, index: number): Promise<string> {
  const hashes = await inclusionProof(index, size, folder.nodeReader(size), sha256);
  const bundle = Math.floor(index / tileWidth);
  const width = Math.min(size - bundle * tileWidth, tileWidth);
  const extra = (await folder.readEntries({ kind: 'entries', index: bundle, width }))[index % tileWidth];
  return formatTlogProof({ index, hashes, checkpoint: text, ...(extra && { extra }) });
}

/** As they are published beside the checkpoint. */
export async function publicKeysOf({ folder, origin }: OpenLog): Promise<Omit<PublicKeys, 'witnesses'>> {
  const vkeys = (await folder.statement('vkey')) ?? '';
  return { origin, vkeys: vkeys.split('\n').filter((line) => line !== ''), receiptKeyNote: await folder.statement('receipt-key') };
}

/** undefined: the span or the record is not sealed yet. */
export async function rangeEvidenceOf({ folder }: OpenLog, span: LeafSpan, index: number): Promise<RangeEvidence | undefined> {
  const checkpoint = await folder.checkpoint();
  if (!checkpoint || Math.max(span.end, index + 1) > checkpoint.size) return undefined;
  return {
    checkpoint: checkpoint.text,
    rangeProof: formatRangeProof(await rangeProof(span, checkpoint.size, folder.nodeReader(checkpoint.size), sha256)),
    proof: await proofUnder(folder, checkpoint, index),
  };
}

/** Bundle by bundle, as far as the newest checkpoint reaches. */
export async function* sealedLeaves({ folder }: OpenLog, { start, end }: LeafSpan): AsyncGenerator<Uint8Array[]> {
  const size = (await folder.checkpoint())?.size ?? 0;
  for (let index = Math.floor(start / tileWidth); index * tileWidth < Math.min(end, size); index += 1) {
    const first = index * tileWidth;
    const leaves = await folder.readEntries({ kind: 'entries', index, width: Math.min(size - first, tileWidth) });
    yield leaves.slice(Math.max(start - first, 0), Math.min(end, size) - first);
  }
}

export async function stateOf({ folder, origin, programme }: OpenLog, pool: pg.Pool): Promise<LogState> {
  const sealedAt = await folder.sealedAt();
  const checkpoint = await folder.checkpoint();
  const next = await readNext(pool, programme);
  if (!checkpoint || next === undefined) throw new LogUnavailable('seal-too-old', `${programme} has no checkpoint yet`);
  const { vkey, size, rootHash, text } = checkpoint;
  return { origin, vkey, next, size, rootHash, sealedAt, checkpoint: text };
}
