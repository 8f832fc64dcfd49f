// The pages' side of verifying: by hand, for the two people whom NV-3.2 lets (any other is refused by that clause, with a record), what was
// seen of probing, and how much each service asks.
import { hash } from 'node:crypto';
import { routes, type VerificationByHandAnswer, type VerificationByHandBody, type VerificationUse } from '#contract';
import { clientClauses } from '#domain/clients';
import { checkNationalId } from '#domain/kernel';
import { governingRegulations, mountProgramme, type Doors, type ProgrammeActor } from '#server/accounts';
import { dayInTaipei, ProblemError } from '#server/platform';
import { askerOfPerson } from './asker.ts';
import { percentile } from './latency-buckets.ts';
import type { Verifications } from './open-verifications.ts';
import { questionOf } from './question.ts';
import { refuseInBounds } from './refuse.ts';
import { verify } from './verify.ts';

const readers = ['project-officer', 'responsible-person', 'supervisor', 'auditor'] as const;
const MOST_FINDINGS = 200;
const LONGEST_USE_DAYS = 92;

export function mountVerifications(doors: Doors, verifications: Verifications): void {
  mountProgramme(doors, routes.verifyByHand, ({ body }, actor) => verifyByHand(verifications, actor, body));

  mountProgramme(
    doors,
    routes.verificationFindings,
    async (_call, actor) => {
      requirePlatform(verifications, actor);
      const rows = await doors.database
        .selectFrom('verification_finding')
        .select(['id', 'at', 'service_id as service', 'service_name as serviceName', 'reason', 'clause', 'record_index as index'])
        .where('programme_id', '=', actor.programme.id)
        .orderBy('at', 'desc')
        .limit(MOST_FINDINGS)
        .execute();
      return { findings: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
    },
    { roles: readers },
  );

  mountProgramme(
    doors,
    routes.verificationUse,
    async ({ query }, actor) => {
      requirePlatform(verifications, actor);
      const today = dayInTaipei(doors.clock.now());
      const until = startOf(query.until ?? today).add({ hours: 24 });
      const from = query.from === undefined ? until.subtract({ hours: 7 * 24 }) : startOf(query.from);
      if (until.since(from).total('hours') > LONGEST_USE_DAYS * 24) throw new ProblemError('malformed-request');
      const rows = await doors.database
        .selectFrom('verification_use')
        .select(['service_id', 'hour', 'answered', 'refused', 'latency', 'claims'])
        .where('programme_id', '=', actor.programme.id)
        .where('hour', '>=', new Date(from.epochMilliseconds))
        .where('hour', '<', new Date(until.epochMilliseconds))
        .$if(query.service !== undefined, (one) => one.where('service_id', '=', query.service ?? ''))
        .orderBy('hour')
        .orderBy('service_id')
        .execute();
      return { rows: sumNodes(rows) };
    },
    { roles: readers },
  );
}

async function verifyByHand(
  verifications: Verifications,
  actor: ProgrammeActor,
  body: VerificationByHandBody,
): Promise<VerificationByHandAnswer> {
  requirePlatform(verifications, actor);
  const at = verifications.clock.now();
  const startedMs = performance.now();
  const asker = askerOfPerson(actor, governingRegulations(verifications.findRegulation, actor.programme), at);
  const { requestId, ...asked } = body;
  const token = { kind: 'nonce', text: requestId } as const;
  const read = questionOf(asked, digestOf(body), { token, refusalToken: token, line: 0 });
  const outcome =
    read.kind === 'malformed'
      ? await refuseInBounds(verifications, asker, at, {
          code: 'malformed-request',
          refusals: [{ clause: asker.clauses.form, code: 'malformed-request' }],
          details: { fields: read.fields },
        })
      : await (
          await verify(verifications, asker, { at, questions: [read.question], isBatch: false })
        )[0];
  if (!outcome) throw new ProblemError('fault');
  if (outcome.kind === 'problem') throw outcome.problem;
  verifications.statistics.answered(asker.programme, '', at.epochMilliseconds, performance.now() - startedMs, body.claims);
  const { id, answers, asOf, receipt } = outcome;
  const isValidId = read.kind === 'question' && checkNationalId(read.question.id) === 'valid';
  return {
    id,
    answers: { ...answers },
    asOf,
    receipt: receipt.promise,
    index: receipt.index,
    watermark: { name: actor.name, account: actor.login, at: at.toString(), caseNumber: body.caseNumber?.trim() ?? '' },
    warnings: isValidId ? [] : ['national-id'],
  };
}

/** Only under a regulation that knows client services is there anything to verify. */
function requirePlatform({ findRegulation }: Verifications, { programme }: ProgrammeActor): void {
  const regulation = findRegulation(programme.regulation);
  if (!regulation || !clientClauses(regulation)) throw new ProblemError('not-found');
}

function digestOf(body: VerificationByHandBody): string {
  return hash('sha256', JSON.stringify(body), 'base64url');
}

/** Midnight in Taipei. */
function startOf(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime('Asia/Taipei').toInstant();
}

interface StoredHour {
  readonly service_id: string;
  readonly hour: Date;
  readonly answered: number;
  readonly refused: number;
  readonly latency: number[];
  readonly claims: unknown;
}

/** @param rows ordered by hour and service, a row per node */
function sumNodes(rows: readonly StoredHour[]): VerificationUse[] {
  const sums: { row: VerificationUse; latency: number[] }[] = [];
  for (const { service_id: service, hour, answered, refused, latency, claims } of rows) {
    const at = hour.toISOString();
    let last = sums.at(-1);
    if (last?.row.service !== service || last.row.hour !== at) {
      last = { row: { service, hour: at, answered: 0, refused: 0, p50: null, p95: null, claims: {} }, latency: [] };
      sums.push(last);
    }
    last.row.answered += answered;
    last.row.refused += refused;
    for (const [bucket, count] of latency.entries()) last.latency[bucket] = (last.latency[bucket] ?? 0) + count;
    // Written by use-statistics.ts.
    for (const [claim, count] of Object.entries(claims as Record<string, number>))
      last.row.claims[claim] = (last.row.claims[claim] ?? 0) + count;
  }
  return sums.map(({ row, latency }) => ({ ...row, p50: percentile(latency, 0.5), p95: percentile(latency, 0.95) }));
}
