// Verifying, from checked questions to released answers (NV-2.4, NV-4.2): decision → budgets and watch → digests → household data → record
// on disk → answer. Nothing is answered before its record is on disk. For somebody who is in no file the same is done as for a "no".
import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficeCalendar } from '#domain/calendar';
import { decideUnder, refusalText, type Refusal } from '#domain/query';
import { logRetention, verificationCompartments, type QueryFacts } from '#domain/records';
import { answerClaims, isMiss } from '#domain/verification';
import { DuplicateRecord } from '#server/ledger';
import type { LookedUp, PersonAsked } from '#server/households';
import { requestOf, type Asker } from './asker.ts';
import { dayNumberAt, secondsToMidnight, type Taken } from './daily-use.ts';
import type { LogFollower } from './follow-log.ts';
import { earlierMonth, findEarlier } from './earlier-twin.ts';
import { answerAgain } from './answer-again.ts';
import { release, type Outcome } from './outcome.ts';
import type { Question } from './question.ts';
import { recordIdOf } from './record-id.ts';
import { problem, refuseByRegulation, refuseInBounds } from './refuse.ts';
import type { Verifying } from './verification-parts.ts';

export interface Asked {
  readonly at: Temporal.Instant;
  readonly questions: readonly Question[];
  /** In a batch nobody waits for a slowed question: it is refused for now. */
  readonly isBatch: boolean;
  /** Only where a regulation has office hours. */
  readonly calendar?: OfficeCalendar | undefined;
}

/** What may be looked up. */
interface Admitted {
  readonly place: number;
  readonly question: Question;
  readonly query: QueryFacts;
  readonly asked: PersonAsked;
  /** By which the day's persons are counted; empty for a person who asks by hand. */
  readonly person: string;
  readonly taken: Extract<Taken, { kind: 'taken' }> | undefined;
  readonly delayMs: number;
}

/**
 * One outcome per question, in their order; each may fail by itself where the log does not take its record.
 * @throws NoSnapshot and other faults of looking up: then nothing was answered, and what was refused is recorded
 */
export async function verify(parts: Verifying, asker: Asker, asked: Asked): Promise<Promise<Outcome>[]> {
  const follower = await parts.follower(asker.programme);
  const outcomes = await answeredEarlier(parts, asker, asked);
  parts.use.startDay(dayNumberAt(asked.at.epochMilliseconds));
  const admitted: Admitted[] = [];
  for (const [place, question] of asked.questions.entries()) {
    if (outcomes[place]) continue;
    const judged = judge(parts, asker, asked, { question, place });
    if (judged instanceof Promise) outcomes[place] = judged;
    else admitted.push(judged);
  }
  // Whoever waits for them comes later than a failure may.
  for (const outcome of outcomes) outcome?.catch(() => {});
  if (admitted.length > 0) {
    const found = await lookUp(parts, asker, admitted);
    for (const [nth, one] of admitted.entries()) outcomes[one.place] = settle(parts, asker, { at: asked.at, follower, one, found, nth });
  }
  return outcomes as Promise<Outcome>[]; // every place is filled by now
}

async function lookUp(parts: Verifying, asker: Asker, admitted: readonly Admitted[]): Promise<LookedUp> {
  try {
    let delayMs = 0;
    for (const one of admitted) delayMs = Math.max(delayMs, one.delayMs);
    if (delayMs > 0) await waitSlowed(parts, delayMs);
    return await parts.households.lookUp(
      asker.programme,
      admitted.map((one) => one.asked),
    );
  } catch (error) {
    for (const one of admitted) giveBack(parts, asker, one);
    throw error;
  }
}

/** So many slowed questions wait at a time; further ones are refused for now. */
const MOST_WAITING = 256;

async function waitSlowed({ watches }: Verifying, delayMs: number): Promise<void> {
  watches.waiting += 1;
  await sleep(delayMs);
  watches.waiting -= 1;
}

/** Just after a month's end: what stands in the month before. */
async function answeredEarlier(parts: Verifying, asker: Asker, { at, questions }: Asked): Promise<(Promise<Outcome> | undefined)[]> {
  const [first] = questions;
  const month = first && earlierMonth(first.origin.token.kind, at.epochMilliseconds);
  if (month === undefined) return [];
  const idOf = ({ origin }: Question) => recordIdOf(asker.account, origin.token, origin.line);
  const earlier = await findEarlier(parts.pool, asker.programme, month, questions.map(idOf));
  return questions.map((question) => {
    const index = earlier.get(idOf(question));
    if (index === undefined) return undefined;
    const { origin, requestDigest } = question;
    return origin.token.kind === 'key'
      ? answerAgain(parts, asker, { at, index, requestDigest })
      : Promise.resolve(problem('request-replayed'));
  });
}

function judge(
  parts: Verifying,
  asker: Asker,
  asked: Asked,
  { question, place }: { question: Question; place: number },
): Admitted | Promise<Outcome> {
  const { at } = asked;
  const { body, id, name, birthDate, origin } = question;
  const query: QueryFacts = {
    ...asker.asks,
    fields: body.claims,
    subject: id,
    caseNumber: body.caseNumber?.trim() ?? '',
    reason: body.reason?.trim() ?? '',
  };
  const atMs = at.epochMilliseconds;
  const { operation, purpose, fields, caseNumber, reason, subject } = query;
  const request = requestOf(asker.actor, { operation, purpose, fields, caseNumber, reason, subject }, atMs);
  const decision = decideUnder(asker.regulations, request, asked.calendar);
  const refusals = [...decision.refusals, ...ungrantedClaims(asker, question, decision.refusals)];
  const { service } = asker;
  if (service?.suspension) {
    const { clause } = service.suspension;
    return refuseInBounds(parts, asker, at, {
      code: 'service-suspended',
      refusals: refusals.length > 0 ? refusals : [{ clause, code: 'service-suspended' }],
      details: { clause },
      query,
    });
  }
  if (!decision.allowed || refusals.length > 0) return refuseByRegulation(parts, asker, at, { query, origin, refusals });

  const digests = parts.households.digests(asker.programme);
  const digest = digests.person(id);
  const personAsked: PersonAsked = {
    person: digest,
    name: name === undefined ? undefined : digests.name(id, name),
    birthDate: birthDate === undefined ? undefined : digests.birthDate(id, birthDate),
  };
  const admitted = { place, question, query, asked: personAsked };
  if (!service) return { ...admitted, person: '', taken: undefined, delayMs: 0 };

  const person = blindOf(parts, at, id);
  const taken = parts.use.take(service.id, person, service);
  if (taken.kind === 'exhausted')
    return refuseInBounds(parts, asker, at, {
      code: 'budget-exhausted',
      refusals: [{ clause: asker.clauses.budget, code: taken.budget }],
      details: { retryAfterSeconds: secondsToMidnight(atMs) },
      query,
    });
  const verdict = parts.watches.ask(service, { atMs, id, digest, birthDate: birthDate ?? null, name: name ?? null });
  const one = { ...admitted, person, taken };
  if (verdict.kind === 'allow') return { ...one, delayMs: 0 };
  const refused = [{ clause: asker.clauses.probing, code: verdict.reason }];
  if (verdict.kind === 'slow' && !asked.isBatch && parts.watches.waiting < MOST_WAITING) return { ...one, delayMs: verdict.delayMs };
  giveBack(parts, asker, { ...one, delayMs: 0 });
  if (verdict.kind !== 'suspend')
    return refuseInBounds(parts, asker, at, { code: 'too-many-requests', refusals: refused, details: { retryAfterSeconds: 1 }, query });
  return parts.watches
    .suspend(service, verdict.reason)
    .then(() => refuseInBounds(parts, asker, at, { code: 'service-suspended', refusals: refused, query }));
}

interface Settling {
  readonly at: Temporal.Instant;
  readonly follower: LogFollower;
  readonly one: Admitted;
  readonly found: LookedUp;
  readonly nth: number;
}

async function settle(parts: Verifying, asker: Asker, { at, follower, one, found, nth }: Settling): Promise<Outcome> {
  const { question, query } = one;
  const { body, requestDigest, origin } = question;
  const facts = found.found[nth];
  const answers = answerClaims(body.claims, facts);
  const id = recordIdOf(asker.account, origin.token, origin.line);
  const { asOf, snapshot } = found;
  const { name, birthDate } = body.subject;
  if (asker.service) parts.watches.answered(asker.service, isMiss(facts !== undefined, answers));
  try {
    const receipt = await parts.ledger.append(asker.programme, {
      recordId: id,
      type: 'verification',
      at,
      retention: logRetention,
      actor: asker.recorded,
      blindActor: asker.account,
      blindSubject: query.subject,
      ...verificationCompartments({ query, name, birthDate, answers, asOf, snapshot, requestDigest }),
    });
    if (asker.service) follower.answered(asker.service.id, receipt.index);
    return release({ id, answers, asOf }, receipt);
  } catch (error) {
    giveBack(parts, asker, one);
    if (!(error instanceof DuplicateRecord)) throw error;
    return origin.token.kind === 'key' ? answerAgain(parts, asker, { at, index: error.index, requestDigest }) : problem('request-replayed');
  }
}

function giveBack(parts: Verifying, { service }: Asker, { person, taken }: Admitted): void {
  if (service && taken) parts.use.giveBack(service.id, person, taken.isNewPerson);
}

/** NV-3.3: the application lists what the service may ask. The grant knows operations only. */
function ungrantedClaims({ service, regulations }: Asker, { body }: Question, already: readonly Refusal[]): Refusal[] {
  if (!service || body.claims.every((claim) => service.claims.has(claim))) return [];
  const code = 'operation-not-granted';
  return regulations
    .map((regulation): Refusal => ({
      clause: regulation.refusals[code] ?? `${regulation.prefix}-0`,
      code,
      message: refusalText(code, regulation),
    }))
    .filter(({ clause }) => !already.some((refusal) => refusal.clause === clause && refusal.code === code));
}

const TAIPEI_OFFSET_MS = 8 * 3_600_000;

/** As the log will have it, so that other nodes count the same person by the same text. */
function blindOf({ keystore }: Verifying, at: Temporal.Instant, id: string): string {
  const year = new Date(at.epochMilliseconds + TAIPEI_OFFSET_MS).getUTCFullYear();
  return Buffer.from(keystore.blind(year, 'subject', id)).toString('latin1');
}
