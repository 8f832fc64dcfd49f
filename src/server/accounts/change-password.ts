// Changing one's password (NW-3.4, NV-3.5): the old one proven, the rules of #domain/accounts, none of the last ones,
// not before the last is old enough unless it was given by somebody else.
import { randomUUID } from 'node:crypto';
import { brokenPasswordRules, type PasswordRule, type PasswordPolicy } from '#domain/accounts';
import { actorCompartment, logRetention } from '#domain/records';
import { dayInTaipei } from '#server/platform';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { provePassword, type AccountParts } from './prove-password.ts';
import { actorFacts, type SignedIn } from './signed-in.ts';

export type ChangePasswordResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'refused'; readonly broken: readonly PasswordRule[] };

export interface PasswordParts extends AccountParts {
  readonly passwordPolicy: PasswordPolicy;
}

export async function changePassword(parts: PasswordParts, who: SignedIn, current: string, wanted: string): Promise<ChangePasswordResult> {
  const { leastLength, shortestAgeDays } = parts.passwordPolicy;
  const proven = await provePassword(parts, who, current, 'password-change');
  if (!proven) return { kind: 'wrong-password' };
  const stored = proven.hash;
  const now = parts.clock.now();
  const broken: PasswordRule[] = brokenPasswordRules({ password: wanted, login: who.login, leastLength });
  if (await isReused(parts, who, wanted, stored)) broken.push('reused');
  if (!who.mustChangePassword && ageInDays(who.passwordChangedOn, dayInTaipei(now)) < shortestAgeDays) broken.push('too-young');
  if (broken.length > 0) return { kind: 'refused', broken };

  const hash = await hashPassword(wanted);
  return parts.database.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ password_hash: hash, password_changed_on: dayInTaipei(now), must_change: false, failed_sign_ins: 0, locked_until: null })
      .where('id', '=', who.accountId)
      .where('password_hash', '=', stored)
      .executeTakeFirstOrThrow();
    // Of two changes at once the first stands: the other would pass by the rules of age and reuse.
    if (numUpdatedRows === 0n) return { kind: 'wrong-password' };
    await tx
      .insertInto('password_history')
      .values({ account_id: who.accountId, changed_at: now.toString(), password_hash: stored })
      .execute();
    await parts.ledger.appendWithin(tx, who.homeProgramme, {
      recordId: randomUUID(),
      type: 'password-change',
      at: now,
      retention: logRetention,
      envelope: { clause: 'NW-3.4' },
      actor: actorCompartment(actorFacts(who)),
      subject: {},
      blindActor: who.accountId,
    });
    return { kind: 'changed' };
  });
}

/** The present password and those before it, as many as are remembered. */
async function isReused(parts: PasswordParts, who: SignedIn, wanted: string, stored: string): Promise<boolean> {
  const earlier = await parts.database
    .selectFrom('password_history')
    .select('password_hash')
    .where('account_id', '=', who.accountId)
    .orderBy('changed_at', 'desc')
    .limit(parts.passwordPolicy.remembered - 1)
    .execute();
  for (const hash of [stored, ...earlier.map((row) => row.password_hash)]) if (await verifyPassword(wanted, hash)) return true;
  return false;
}

function ageInDays(changedOn: string, today: string): number {
  return Temporal.PlainDate.from(changedOn).until(Temporal.PlainDate.from(today)).days;
}
