// Watches the person at the screen. Keys, clicks and scrolling count; being active is told to the server at most twice a minute,
// so that its clock and ours agree within that.
import { useEffect, useRef, useState } from 'react';
import type { Session } from '#contract';
import { call, ProblemError } from '../api/index.ts';
import { judgeIdle, type IdleVerdict } from './idle-clock.ts';
import { otherTabs } from './other-tabs.ts';
import { endSession, renewSession } from './session-store.ts';

const longestTellIntervalMs = 30_000;
const tellTabsEveryMs = 1_000;
const signsOfLife = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

export interface Idle {
  readonly verdict: IdleVerdict;
  /** 「繼續使用」 */
  readonly stay: () => void;
}

export function useIdle(session: Session): Idle {
  const { idleWarningSeconds, idleTimeoutSeconds, expiresAt } = session;
  const [verdict, setVerdict] = useState<IdleVerdict>({ kind: 'awake' });
  const activity = useRef({ lastMs: 0, toldMs: 0, warned: false });

  useEffect(() => {
    // Opening the page, or signing in, is the first sign of life.
    if (activity.current.lastMs === 0) Object.assign(activity.current, { lastMs: Date.now(), toldMs: Date.now() });
    const limits = { idleWarningSeconds, idleTimeoutSeconds, expiresAtMs: Date.parse(expiresAt) };
    const tellServerEveryMs = Math.min(longestTellIntervalMs, idleTimeoutSeconds * 250);
    const look = () => {
      const { lastMs, toldMs } = activity.current;
      const next = judgeIdle(limits, lastMs, Date.now());
      activity.current.warned = next.kind === 'warning';
      if (next.kind === 'idle') return endSession('idle');
      if (next.kind === 'over') return endSession('over');
      if (lastMs > toldMs && Date.now() - toldMs >= tellServerEveryMs) tellServer(activity.current);
      // Most looks change nothing; the same object leaves the page as it is.
      setVerdict((before) => (before.kind === 'awake' && next.kind === 'awake' ? before : next));
    };
    const note = () => {
      // Under the warning only its button counts: somebody must say that they are there.
      if (activity.current.warned) return;
      if (Date.now() - activity.current.lastMs >= tellTabsEveryMs) otherTabs.tell('active');
      activity.current.lastMs = Date.now();
    };
    const forget = otherTabs.listen((message) => {
      if (message !== 'active') return;
      activity.current.lastMs = Date.now();
      look();
    });
    const timer = setInterval(look, 1_000);
    for (const sign of signsOfLife) window.addEventListener(sign, note, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      forget();
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, note, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [idleWarningSeconds, idleTimeoutSeconds, expiresAt]);

  const stay = () => {
    activity.current.lastMs = Date.now();
    activity.current.warned = false;
    otherTabs.tell('active');
    setVerdict({ kind: 'awake' });
    tellServer(activity.current);
  };
  return { verdict, stay };
}

function tellServer(activity: { toldMs: number }): void {
  const before = activity.toldMs;
  activity.toldMs = Date.now();
  call('touchSession', {}).then(renewSession, (error: unknown) => {
    // A lost session is handled where it is noticed; after a passing failure it is told again at the next look.
    if (error instanceof ProblemError && error.problem.code === 'unreachable') activity.toldMs = before;
  });
}
