// One signed request, from its bytes to what is written back: who asks, in what form, and then the verification itself.
import { isUtf8 } from 'node:buffer';
import { mostInBatch } from '#contract';
import type { OfficeCalendar } from '#domain/calendar';
import { readOfficeCalendar } from '#server/calendar';
import type { Asker } from './asker.ts';
import type { Authentication, ReceivedRequest } from './authenticate.ts';
import type { Verifications } from './open-verifications.ts';
import type { Outcome } from './outcome.ts';
import { readQuestion, type QuestionOrigin, type ReadQuestion } from './question.ts';
import { taipeiDay } from './daily-use.ts';
import { problem, refuseInBounds } from './refuse.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { verify } from './verify.ts';

type Known = Extract<Authentication, { kind: 'known' }>;

export async function answerSingle(verifications: Verifications, request: ReceivedRequest): Promise<Outcome> {
  const startedMs = performance.now();
  const at = verifications.clock.now();
  const known = await admit(verifications, request, at);
  if (known.kind === 'problem') return known;
  const { asker, token, refusalToken } = known;
  const read = readOne(request.body, { token, refusalToken, line: 0 });
  if (read.kind === 'malformed') return refuseForm(verifications, asker, at, read);
  const calendar = calendarOf(verifications, asker);
  const [outcome] = await verify(verifications, asker, {
    at,
    questions: [read.question],
    isBatch: false,
    calendar: calendar && (await calendar),
  });
  const answered = await (outcome ?? problem('fault'));
  if (answered.kind === 'answered')
    noteAnswered(verifications, asker, { atMs: at.epochMilliseconds, startedMs, claims: read.question.body.claims });
  return answered;
}

/** A batch that may be taken up: nothing of it is done before all of it is here and in order. */
export interface Batch {
  readonly kind: 'batch';
  readonly at: Temporal.Instant;
  readonly startedMs: number;
  readonly asker: Asker;
  readonly lines: readonly string[];
  readonly known: Known;
}

export async function openBatch(verifications: Verifications, request: ReceivedRequest): Promise<Batch | Outcome> {
  const startedMs = performance.now();
  const at = verifications.clock.now();
  const known = await admit(verifications, request, at);
  if (known.kind === 'problem') return known;
  const { asker } = known;
  const text = textOf(request.body);
  const lines = text?.split('\n') ?? [];
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0)
    return refuseForm(verifications, asker, at, { fields: [{ field: 'body', code: 'not-json', message: '不是正確的 NDJSON' }] });
  if (lines.length > mostInBatch)
    return refuseInBounds(verifications, asker, at, {
      code: 'body-too-large',
      refusals: [{ clause: asker.clauses.form, code: 'too-many-lines' }],
    });
  return { kind: 'batch', at, startedMs, asker, lines, known };
}

const LINES_AT_ONCE = 100;

/** The outcomes of one piece of a batch, by its lines; each may fail by itself. */
export async function answerLines(verifications: Verifications, batch: Batch, from: number): Promise<Promise<Outcome>[]> {
  const { at, startedMs, asker, lines, known } = batch;
  const { token, refusalToken } = known;
  const read = lines.slice(from, from + LINES_AT_ONCE).map((text, nth) => readQuestion(text, { token, refusalToken, line: from + nth }));
  const questions = read.flatMap((one) => (one.kind === 'question' ? [one.question] : []));
  const calendar = calendarOf(verifications, asker);
  const outcomes = await verify(verifications, asker, { at, questions, isBatch: true, calendar: calendar && (await calendar) });
  let next = 0;
  return read.map(async (one) => {
    if (one.kind === 'malformed') return refuseForm(verifications, asker, at, one);
    const outcome = await (outcomes[next++] ?? problem('fault'));
    if (outcome.kind === 'answered')
      noteAnswered(verifications, asker, { atMs: at.epochMilliseconds, startedMs, claims: one.question.body.claims });
    return outcome;
  });
}

export const linesAtOnce = LINES_AT_ONCE;

async function admit(
  verifications: Verifications,
  request: ReceivedRequest,
  at: Temporal.Instant,
): Promise<Known | Extract<Outcome, { kind: 'problem' }>> {
  const who = verifications.authenticator.authenticate(request, at.epochMilliseconds);
  if (who.kind === 'known') return who;
  const refused =
    who.kind === 'replayed'
      ? await refuseInBounds(verifications, who.asker, at, {
          code: 'request-replayed',
          refusals: [{ clause: who.asker.clauses.access, code: 'request-replayed' }],
        })
      : await refuseUnknown(verifications, verifications.programmes, { at, address: request.address, who });
  return refused as Extract<Outcome, { kind: 'problem' }>; // a refusal is never an answer
}

function readOne(body: Uint8Array, origin: QuestionOrigin): ReadQuestion {
  const text = textOf(body);
  return text === undefined
    ? { kind: 'malformed', fields: [{ field: 'body', code: 'not-json', message: '不是正確的 JSON' }] }
    : readQuestion(text, origin);
}

function textOf(body: Uint8Array): string | undefined {
  return isUtf8(body) ? Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8') : undefined;
}

function refuseForm(
  verifications: Verifications,
  asker: Asker,
  at: Temporal.Instant,
  { fields }: Pick<Extract<ReadQuestion, { kind: 'malformed' }>, 'fields'>,
): Promise<Outcome> {
  return refuseInBounds(verifications, asker, at, {
    code: 'malformed-request',
    refusals: [{ clause: asker.clauses.form, code: 'malformed-request' }],
    details: { fields },
  });
}

/** Only under a regulation that has office hours. */
function calendarOf({ database }: Verifications, { regulations }: Asker): Promise<OfficeCalendar> | undefined {
  return regulations.some(({ settings }) => settings.officeHours !== null) ? readOfficeCalendar(database) : undefined;
}

interface NotedAnswer {
  readonly atMs: number;
  readonly startedMs: number;
  readonly claims: readonly string[];
}

function noteAnswered(
  verifications: Verifications,
  { programme, service, address }: Asker,
  { atMs, startedMs, claims }: NotedAnswer,
): void {
  if (!service) return;
  verifications.statistics.answered(programme, service.id, atMs, performance.now() - startedMs, claims);
  verifications.clients.noteUse(service.id, address, taipeiDay(atMs));
}
