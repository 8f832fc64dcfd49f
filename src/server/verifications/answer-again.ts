// The same request once more under its idempotency key: the answer that stands in the log is given again, as the recorded read that it is.
// Another request under the key is a conflict. Nobody else's answer can be meant: the account is in the record's id.
import { readVerification, logRetention } from '#domain/records';
import type { ClaimAnswers } from '#domain/verification';
import type { Asker } from './asker.ts';
import { release, type Outcome } from './outcome.ts';
import { problem } from './refuse.ts';
import type { Verifying } from './verification-parts.ts';

interface Again {
  readonly at: Temporal.Instant;
  /** Of the record that stands. */
  readonly index: number;
  readonly requestDigest: string;
}

export async function answerAgain({ ledger }: Verifying, asker: Asker, { at, index, requestDigest }: Again): Promise<Outcome> {
  const { programme, recorded, account } = asker;
  const scope = { kind: 'record', index } as const;
  const read = await ledger.recordRead(programme, {
    at,
    retention: logRetention,
    actor: recorded,
    blindActor: account,
    scope,
    why: 'retry',
  });
  const record = await ledger.readRecord(read, index);
  if (record?.type !== 'verification') return problem('conflict');
  const facts = readVerification(record.envelope, record.subject);
  if (facts.requestDigest !== requestDigest) return problem('conflict');
  const { recordId, type, actor, subject } = record;
  // It stands already, in the month of its own time: nothing is written, and its receipt is given.
  const receipt = await ledger.append(
    programme,
    { recordId, type, at: record.at, retention: logRetention, envelope: {}, actor, subject },
    { ifExists: 'same' },
  );
  return release({ id: recordId, answers: facts.answers as ClaimAnswers, asOf: facts.asOf }, receipt); // written from claims' answers
}
