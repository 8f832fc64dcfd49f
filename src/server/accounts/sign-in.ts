// Signing in: argon2id, lock-out after five failures, one answer and one duration whatever was wrong (附表十 4-2-3),
// and a record of it in the log before the session exists for anyone.
import { randomUUID } from 'node:crypto';
import { afterFailure, isLocked } from '#domain/accounts';
import { actorCompartment, logRetention } from '#domain/records';
import type { Ledger } from '#server/ledger';
import type { Clock, Database } from '#server/platform';
import { findAccount } from './find-account.ts';
import { verifyPassword } from './hash-password.ts';
import { endSession, openSession } from './sessions.ts';
import { actorFacts, type SignedIn } from './signed-in.ts';

export interface SignInParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

export type SignInResult = { readonly kind: 'signed-in'; readonly token: string } | { readonly kind: 'failed' };

export async function signIn(parts: SignInParts, login: string, password: string, address: string): Promise<SignInResult> {
  const now = parts.clock.now();
  const account = await parts.database
    .selectFrom('account')
    .select(['id', 'password_hash', 'failed_sign_ins as failedSignIns', 'locked_until'])
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
  const right = await verifyPassword(password, account?.password_hash);
  if (!account) return { kind: 'failed' };
  const who = await findAccount(parts.database, account.id, address);
  const count = { failedSignIns: account.failedSignIns, lockedUntilMs: account.locked_until?.getTime() ?? null };
  if (!who || isLocked(count, now.epochMilliseconds)) return { kind: 'failed' };
  if (!right || who.employment !== 'active') {
    await countFailure(parts, who, now);
    return { kind: 'failed' };
  }
  return { kind: 'signed-in', token: await open(parts, who, now) };
}

async function open(parts: SignInParts, who: SignedIn, now: Temporal.Instant): Promise<string> {
  return parts.database.transaction().execute(async (tx) => {
    await tx.updateTable('account').set({ failed_sign_ins: 0, locked_until: null }).where('id', '=', who.accountId).execute();
    const { token, endedOther } = await openSession(tx, who.accountId, now);
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord('sign-in', who, now, { endedOther }));
    return token;
  });
}

/** Counts under the account's row lock, so that guesses sent at once are all counted; the lock-out is recorded with it. */
async function countFailure(parts: SignInParts, who: SignedIn, now: Temporal.Instant): Promise<void> {
  await parts.database.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('account')
      .select(['failed_sign_ins', 'locked_until'])
      .where('id', '=', who.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = { failedSignIns: row.failed_sign_ins, lockedUntilMs: row.locked_until?.getTime() ?? null };
    if (isLocked(before, now.epochMilliseconds)) return;
    const after = afterFailure(before, now.epochMilliseconds);
    const lockedUntil = after.lockedUntilMs === null ? null : new Date(after.lockedUntilMs);
    await tx
      .updateTable('account')
      .set({ failed_sign_ins: after.failedSignIns, locked_until: lockedUntil })
      .where('id', '=', who.accountId)
      .execute();
    const type = lockedUntil ? 'lock-out' : 'sign-in-failed';
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord(type, who, now, { failures: after.failedSignIns }));
  });
}

/** Ends the session; the record says whether the person did it or time did. */
export async function signOut(parts: SignInParts, who: SignedIn, token: string): Promise<void> {
  await parts.database.transaction().execute(async (tx) => {
    if (!(await endSession(tx, token))) return;
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord('sign-out', who, parts.clock.now(), {}));
  });
}

function sessionRecord(
  type: 'sign-in' | 'sign-in-failed' | 'sign-out' | 'lock-out',
  who: SignedIn,
  at: Temporal.Instant,
  envelope: Record<string, boolean | number>,
) {
  return {
    recordId: randomUUID(),
    type,
    at,
    retention: logRetention,
    envelope,
    actor: actorCompartment(actorFacts(who)),
    subject: {},
    blindActor: who.accountId,
  } as const;
}
