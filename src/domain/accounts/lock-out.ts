// After five failures an account is locked for fifteen minutes (附表十 4-2-3).

export const lockOut = { failures: 5, minutes: 15 } as const;

export interface SignInCount {
  readonly failedSignIns: number;
  /** Epoch milliseconds, or null. */
  readonly lockedUntilMs: number | null;
}

export function isLocked(count: SignInCount, nowMs: number): boolean {
  return count.lockedUntilMs !== null && nowMs < count.lockedUntilMs;
}

/** The count after one more failure. A lock that has run out starts the count anew. */
export function afterFailure(count: SignInCount, nowMs: number): SignInCount {
  const earlier = count.lockedUntilMs === null ? count.failedSignIns : 0;
  const failedSignIns = earlier + 1;
  return { failedSignIns, lockedUntilMs: failedSignIns >= lockOut.failures ? nowMs + lockOut.minutes * 60_000 : null };
}
