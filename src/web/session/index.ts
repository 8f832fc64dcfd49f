export { queryClient } from './query-client.ts';
export {
  beginSession,
  endSession,
  loadSession,
  renewSession,
  useSession,
  useSessionState,
  type SessionState,
  type SignedOutReason,
} from './session-store.ts';
export { useSharedClauses, type SharedClauses } from './use-shared-clauses.ts';
export { useIdle, type Idle } from './use-idle.ts';
