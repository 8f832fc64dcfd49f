// Proving that one knows the account's password, wherever it is asked: signing in, changing it, signing a result. Wrong ones count
// together, five lock the account for fifteen minutes (附表十 4-2-3), and while it is locked none is right, not even the right one.
import { afterFailure, isLocked } from '#domain/accounts';
import type { Ledger } from '#server/ledger';
import type { Clock, Database, Transaction } from '#server/platform';
import { verifyPassword } from './hash-password.ts';
import { sessionRecord } from './session-record.ts';
import type { SignedIn } from './signed-in.ts';

export interface AccountParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** What the password is asked for; the record of a wrong one says it. */
export type PasswordUse = 'sign-in' | 'password-change' | 'audit-result' | 'address-review';

export interface ProvenPassword {
  /** As it was proven: what is done with the proof holds only while the account still has it. */
  readonly hash: string;
}

/**
 * undefined: wrong, or locked, or of somebody no longer in service. The lock is looked at after the password, under the account's row
 * lock: of guesses sent all at once, none is answered after the fifth wrong one.
 */
export async function provePassword(
  parts: AccountParts,
  who: SignedIn,
  password: string,
  use: PasswordUse,
): Promise<ProvenPassword | undefined> {
  const { password_hash: hash } = await parts.database
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', who.accountId)
    .executeTakeFirstOrThrow();
  const right = await verifyPassword(password, hash);
  return parts.database.transaction().execute(async (tx) => {
    const now = parts.clock.now();
    const row = await tx
      .selectFrom('account')
      .select(['password_hash', 'failed_sign_ins', 'locked_until'])
      .where('id', '=', who.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const count = { failedSignIns: row.failed_sign_ins, lockedUntilMs: row.locked_until?.getTime() ?? null };
    if (isLocked(count, now.epochMilliseconds)) return undefined;
    if (right && row.password_hash === hash && who.employment === 'active') return { hash };
    const after = afterFailure(count, now.epochMilliseconds);
    await setCount(tx, who, after);
    const type = after.lockedUntilMs === null ? 'sign-in-failed' : 'lock-out';
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord(type, who, now, { failures: after.failedSignIns, use }));
    return undefined;
  });
}

async function setCount(tx: Transaction, who: SignedIn, count: ReturnType<typeof afterFailure>): Promise<void> {
  await tx
    .updateTable('account')
    .set({ failed_sign_ins: count.failedSignIns, locked_until: count.lockedUntilMs === null ? null : new Date(count.lockedUntilMs) })
    .where('id', '=', who.accountId)
    .execute();
}
