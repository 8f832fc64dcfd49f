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
export { useIdle, type Idle } from './use-idle.ts';
