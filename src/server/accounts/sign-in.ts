// Signing in and out: one answer and one duration whatever was wrong (附表十 4-2-3), and a record in the log that commits together
// with the session, or with its end.
import { setTimeout as sleep } from 'node:timers/promises';
import { findAccountByLogin } from './find-account.ts';
import { verifyPassword } from './hash-password.ts';
import { provePassword, type AccountParts, type ProvenPassword } from './prove-password.ts';
import { sessionRecord } from './session-record.ts';
import { endSession, openSession, type SessionEnd } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';

export type SignInResult = { readonly kind: 'signed-in'; readonly token: string } | { readonly kind: 'failed' };

/** A failure is answered at a whole multiple of this: whether there is such an account, and a record of it to write, can't be timed. */
const FAILURE_STEP_MS = 250;

export async function signIn(parts: AccountParts, login: string, password: string, address: string): Promise<SignInResult> {
  const startedMs = performance.now();
  const token = await tryPassword(parts, login.trim().toLowerCase(), password, address);
  if (token !== undefined) return { kind: 'signed-in', token };
  await sleep(FAILURE_STEP_MS - ((performance.now() - startedMs) % FAILURE_STEP_MS));
  return { kind: 'failed' };
}

async function tryPassword(parts: AccountParts, login: string, password: string, address: string): Promise<string | undefined> {
  const who = await findAccountByLogin(parts.database, login, address);
  if (!who) {
    await verifyPassword(password, undefined);
    return undefined;
  }
  const proven = await provePassword(parts, who, password, 'sign-in');
  return proven && open(parts, who, proven);
}

/** undefined: the password was changed since it was proven. */
async function open(parts: AccountParts, who: SignedIn, { hash }: ProvenPassword): Promise<string | undefined> {
  const now = parts.clock.now();
  return parts.database.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ failed_sign_ins: 0, locked_until: null })
      .where('id', '=', who.accountId)
      .where('password_hash', '=', hash)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return undefined;
    const { token, endedOther } = await openSession(tx, who.accountId, now);
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord('sign-in', who, now, { endedOther }));
    return token;
  });
}

/** Ends the session; the record says whether the person did it, time did, or they are no longer in service. */
export async function signOut(parts: AccountParts, who: SignedIn, token: string, ended: SessionEnd): Promise<void> {
  await parts.database.transaction().execute(async (tx) => {
    if (!(await endSession(tx, token))) return;
    await parts.ledger.appendWithin(tx, who.homeProgramme, sessionRecord('sign-out', who, parts.clock.now(), { ended }));
  });
}
