// When an idle session is warned and ended (NW-4.1.4), as arithmetic: times come in, a verdict comes out.

export interface IdleLimits {
  readonly idleWarningSeconds: number;
  readonly idleTimeoutSeconds: number;
  /** The longest a session may last, whatever is done in it. */
  readonly expiresAtMs: number;
}

export type IdleVerdict =
  | { readonly kind: 'awake' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'idle' }
  | { readonly kind: 'over' };

export function judgeIdle(limits: IdleLimits, lastActiveMs: number, nowMs: number): IdleVerdict {
  if (nowMs >= limits.expiresAtMs) return { kind: 'over' };
  const idleSeconds = (nowMs - lastActiveMs) / 1_000;
  if (idleSeconds >= limits.idleTimeoutSeconds) return { kind: 'idle' };
  if (idleSeconds >= limits.idleWarningSeconds) return { kind: 'warning', secondsLeft: Math.ceil(limits.idleTimeoutSeconds - idleSeconds) };
  return { kind: 'awake' };
}
