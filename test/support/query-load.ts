// Callers that query without pause over whichever nodes there are, and remember every answer they got.
import { setTimeout as sleep } from 'node:timers/promises';
import { queryOver, type Acknowledged, type ProgramSession } from './program-client.ts';

export interface QueryLoad {
  readonly acknowledged: readonly Acknowledged[];
  /** Waits for the answers under way. */
  stop(): Promise<void>;
}

const PAUSE_AFTER_FAILURE_MS = 20;

/** @param urls asked before every query: the nodes that run at that moment */
export function startLoad(urls: () => readonly string[], session: ProgramSession, callers: number): QueryLoad {
  const acknowledged: Acknowledged[] = [];
  let stopped = false;
  const work = Array.from({ length: callers }, async (_, caller) => {
    for (let turn = caller; !stopped; turn += 1) {
      const nodes = urls();
      const url = nodes[turn % nodes.length];
      const answer = url === undefined ? undefined : await queryOver(url, session, 'A123456789');
      if (answer) acknowledged.push(answer);
      else await sleep(PAUSE_AFTER_FAILURE_MS);
    }
  });
  return {
    acknowledged,
    stop: async () => {
      stopped = true;
      await Promise.all(work);
    },
  };
}
