// Who is signed in, for the whole page. When a session ends, for whatever reason, everything shown and everything fetched goes with it.
import { useSyncExternalStore } from 'react';
import type { Session } from '#contract';
import { call, onSessionLost, ProblemError, setCsrfToken } from '../api/index.ts';
import { queryClient } from './query-client.ts';
import { otherTabs } from './other-tabs.ts';

/** `idle`: nobody was at the screen (NW-4.1.4). `lost`: the server no longer knows the session. `over`: the longest time is reached. */
export type SignedOutReason = 'never' | 'idle' | 'lost' | 'over' | 'left';

export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly kind: 'signed-in'; readonly session: Session };

let state: SessionState = { kind: 'loading' };
const listeners = new Set<() => void>();

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, () => state);
}

/** For everything below the signed-in part of the page. */
export function useSession(): Session {
  const current = useSessionState();
  if (current.kind !== 'signed-in') throw new Error('used outside the signed-in part of the page');
  return current.session;
}

/** Asks the server who is signed in; at start, and when another tab signed in. */
export async function loadSession(): Promise<void> {
  try {
    keepSession(await call('currentSession', {}));
  } catch (error) {
    const nobody = error instanceof ProblemError && error.problem.code === 'not-signed-in';
    if (nobody) clear('never');
    else set({ kind: 'failed', error });
  }
}

function keepSession(session: Session): void {
  setCsrfToken(session.csrfToken);
  // Another person's pages must not be shown from what was fetched before.
  if (state.kind === 'signed-in' && state.session.account !== session.account) queryClient.clear();
  set({ kind: 'signed-in', session });
}

/** A newer state of the session that is shown; one that arrives after its end changes nothing. */
export function renewSession(session: Session): void {
  if (state.kind === 'signed-in' && state.session.account === session.account) keepSession(session);
}

/** After a sign-in here: the other tabs show this person, too, as they share the cookie. */
export function beginSession(session: Session): void {
  keepSession(session);
  otherTabs.tell('began');
}

/** Wipes the screen at once, then tells the server; should that fail, the server ends the session by itself when it is idle. */
export function endSession(reason: Exclude<SignedOutReason, 'never' | 'lost'>): void {
  void call('signOut', {}).catch(() => undefined);
  clear(reason);
  otherTabs.tell(reason === 'idle' ? 'ended-idle' : 'ended');
}

onSessionLost(() => {
  if (state.kind === 'signed-in') clear('lost');
});
otherTabs.listen((message) => {
  if (message === 'began') void loadSession();
  else if (message === 'ended' && state.kind === 'signed-in') clear('left');
  else if (message === 'ended-idle' && state.kind === 'signed-in') clear('idle');
});

function clear(reason: SignedOutReason): void {
  setCsrfToken('');
  // An answer that arrives after this must find nothing to be shown in.
  void queryClient.cancelQueries();
  queryClient.clear();
  set({ kind: 'signed-out', reason });
}

function set(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
