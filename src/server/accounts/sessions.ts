// Sessions stand in the database: an opaque token whose digest alone is kept, one per account, ended when idle (NW-4.1.4)
// or after eight hours, and replaced at each sign-in.
import { createHash, randomBytes } from 'node:crypto';
import type { Database, Transaction } from '#server/platform';
import { accounts } from './find-account.ts';
import type { SignedIn } from './signed-in.ts';

export const longestSessionHours = 8;

export interface OpenSession {
  readonly who: SignedIn;
  readonly csrfToken: string;
  readonly expiresAt: Temporal.Instant;
}

/** `idle`, `expired`, `not-in-service`: found to be over when its token came again. */
export type SessionEnd = 'by-the-person' | 'signed-in-anew' | 'idle' | 'expired' | 'not-in-service';

/** undefined: no session has this token. */
export type FoundSession =
  | { readonly kind: 'open'; readonly session: OpenSession }
  | { readonly kind: 'over'; readonly who: SignedIn; readonly ended: SessionEnd }
  | undefined;

export interface NewSession {
  readonly token: string;
  readonly endedOther: boolean;
}

/** Opens a session and ends the account's other one. */
export async function openSession(tx: Transaction, accountId: string, now: Temporal.Instant): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const { numDeletedRows } = await tx.deleteFrom('session').where('account_id', '=', accountId).executeTakeFirstOrThrow();
  await tx
    .insertInto('session')
    .values({
      account_id: accountId,
      token_digest: digest(token),
      csrf_token: randomBytes(24).toString('base64url'),
      created_at: now.toString(),
      last_seen_at: now.toString(),
      expires_at: now.add({ hours: longestSessionHours }).toString(),
    })
    .execute();
  return { token, endedOther: numDeletedRows > 0n };
}

interface FindOptions {
  readonly now: Temporal.Instant;
  readonly address: string;
  readonly idleTimeoutSeconds: number;
  /** Whether this request counts as activity. */
  readonly touch: boolean;
}

/** The session of a token. One that is over opens nothing any more; ending it is the caller's, with its record. */
export async function findSession(database: Database, token: string, options: FindOptions): Promise<FoundSession> {
  const key = digest(token);
  const found = await accounts(database)
    .innerJoin('session', 'session.account_id', 'account.id')
    .select(['session.csrf_token as csrfToken', 'session.last_seen_at as lastSeenAt', 'session.expires_at as expiresAt'])
    .where('session.token_digest', '=', key)
    .executeTakeFirst();
  if (!found) return undefined;
  const { csrfToken, lastSeenAt, expiresAt, ...account } = found;
  const who = { ...account, address: options.address };
  const nowMs = options.now.epochMilliseconds;
  const idleMs = nowMs - lastSeenAt.getTime();
  if (who.employment !== 'active') return { kind: 'over', who, ended: 'not-in-service' };
  if (nowMs >= expiresAt.getTime()) return { kind: 'over', who, ended: 'expired' };
  if (idleMs >= options.idleTimeoutSeconds * 1_000) return { kind: 'over', who, ended: 'idle' };
  // A write a second is enough to tell activity from idleness.
  if (options.touch && idleMs >= 1_000) {
    await database.updateTable('session').set({ last_seen_at: options.now.toString() }).where('token_digest', '=', key).execute();
  }
  return { kind: 'open', session: { who, csrfToken, expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime()) } };
}

export async function endSession(tx: Transaction, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('session').where('token_digest', '=', digest(token)).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
