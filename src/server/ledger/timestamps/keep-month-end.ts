// The month-end checkpoint: the newest published one, signed with ML-DSA-44 as well and kept for good, with the witnesses' cosignatures that
// it has. The signer adds its signature to a tree it signed before, so the log may have grown meanwhile.
import { consistencyProof, formatNote, parseNote } from '#domain/ledger';
import { sha256 } from '#server/keys';
import type { SignedCheckpoint } from '../checkpoint-signer.ts';
import { LogUnavailable } from '../faults.ts';
import type { PublishedCheckpoint } from '../log-folder.ts';
import type { OpenLog } from '../open-log.ts';

/** A seal may come between asking what was signed last and signing. */
const ATTEMPTS = 5;

export async function keepMonthEnd(log: OpenLog, month: string, published: PublishedCheckpoint): Promise<void> {
  const { note, vkeys } = await signMonthEnd(log, published);
  const { text, signatures } = parseNote(note);
  const isOwn = (name: string, keyId: number): boolean => signatures.some((own) => own.name === name && own.keyId === keyId);
  const others = parseNote(published.text).signatures.filter(({ name, keyId }) => !isOwn(name, keyId));
  await log.monthEnds.keep(month, formatNote({ text, signatures: [...signatures, ...others] }), vkeys);
}

async function signMonthEnd({ signer, folder }: OpenLog, head: PublishedCheckpoint): Promise<SignedCheckpoint> {
  for (let attempt = 1; ; attempt += 1) {
    const last = await signer.last();
    const proof = await consistencyProof(head.size, last.size, folder.nodeReader(last.size), sha256);
    try {
      return await signer.signMonthEnd({ size: head.size, rootHash: head.rootHash }, proof);
    } catch (error) {
      const isOutrun = error instanceof LogUnavailable && error.code === 'database' && (await signer.last()).size > last.size;
      if (!isOutrun || attempt === ATTEMPTS) throw error;
    }
  }
}
