// The wire of checking a proof, for anyone: keys and proofs are made to be shown, and say nothing of anybody.
import { routes } from '#contract';
import { mount, ProblemError, type Http } from '#server/platform';
import { findProof, type ProofParts } from './find-proof.ts';
import { publicLogs, type LogParts } from './public-logs.ts';

export interface ProofDoors extends ProofParts, LogParts {
  readonly http: Http;
}

/** From one address, behind which a whole office may stand. */
const ASKED_PER_MINUTE = 600;

export function mountProofs(doors: ProofDoors): void {
  const limit = { perMinute: ASKED_PER_MINUTE };
  mount(doors.http, routes.logs, async () => ({ logs: await publicLogs(doors) }), limit);
  mount(
    doors.http,
    routes.findProof,
    async ({ body }) => {
      const found = await findProof(doors, body.receipt);
      if (!found) throw new ProblemError('not-found');
      return found;
    },
    limit,
  );
}
