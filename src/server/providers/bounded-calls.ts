// What every provider's adapter promises of a call: it ends in time, by its own limit or ours, and in a whole reply or a typed fault.
import { ProviderFailed, ProviderFault, ProviderTimeout } from './provider-fault.ts';
import type { ProviderReply } from './provider.ts';

export interface CallLimits {
  /** A call takes no longer than this, waiting its turn included. */
  readonly timeoutMs: number;
  /** At most this many calls under way; more fail at once. */
  readonly most: number;
}

/** @param answer rejects soon after `ended` is aborted; whatever else it throws than a ProviderFault becomes one */
export function boundedCalls<Call>(
  { timeoutMs, most }: CallLimits,
  answer: (call: Call, ended: AbortSignal) => Promise<ProviderReply>,
): (call: Call, signal: AbortSignal) => Promise<ProviderReply> {
  let underWay = 0;
  return async (call, signal) => {
    if (underWay >= most) throw new ProviderFailed();
    underWay += 1;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      return await answer(call, AbortSignal.any([signal, deadline]));
    } catch (error) {
      if (error instanceof ProviderFault) throw error;
      throw deadline.aborted && !signal.aborted ? new ProviderTimeout() : new ProviderFailed();
    } finally {
      underWay -= 1;
    }
  };
}
