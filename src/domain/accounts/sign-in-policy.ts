// How accounts sign in, one policy for the whole program: what the national baseline asks (附表十 4-2-4, 4-2-5), or the strictest
// regulation that the program knows, whichever is stricter. All four kinds of characters are asked for already.
import type { StrictestSettings } from '#domain/regulations';

export interface PasswordPolicy {
  readonly leastLength: number;
  /** A new password is none of the last so many. */
  readonly remembered: number;
  readonly shortestAgeDays: number;
}

export interface SignInPolicy {
  readonly password: PasswordPolicy;
  readonly longestIdleSeconds: number;
}

export const baselinePolicy: SignInPolicy = {
  password: { leastLength: 12, remembered: 3, shortestAgeDays: 1 },
  longestIdleSeconds: 900,
};

type AskedSettings = Pick<
  StrictestSettings,
  'passwordMinimumLength' | 'passwordsRemembered' | 'passwordMinimumAgeDays' | 'idleTimeoutMinutes'
>;

export function signInPolicy(asked: AskedSettings): SignInPolicy {
  const { password } = baselinePolicy;
  return {
    password: {
      leastLength: Math.max(password.leastLength, asked.passwordMinimumLength.value),
      remembered: Math.max(password.remembered, asked.passwordsRemembered.value),
      shortestAgeDays: Math.max(password.shortestAgeDays, asked.passwordMinimumAgeDays.value),
    },
    longestIdleSeconds: Math.min(baselinePolicy.longestIdleSeconds, asked.idleTimeoutMinutes.value * 60),
  };
}
