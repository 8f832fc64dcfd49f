// Records of a query as the program writes them: the intent before the provider is asked, the outcome after.
import { randomBytes, randomUUID } from 'node:crypto';
import { freezeJson } from '#domain/kernel';
import { actorCompartment, intentCompartments, logRetention, outcomeCompartments, type QueryFacts } from '#domain/records';
import type { NewRecord } from '#server/ledger';
import { systemClock } from '#server/platform';

const query: QueryFacts = {
  regulation: 'nantou-webir',
  furtherRegulations: [],
  purpose: 'social-assistance',
  legalBasis: 'social-assistance-44-3',
  operation: 'insured-history',
  fields: ['insured-unit', 'insured-from', 'insured-until'],
  subject: 'A123456789',
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
};
/** As many as call at once, each known before it asks, as client services are. */
const actors = Array.from({ length: 64 }, (_, at) =>
  freezeJson(
    actorCompartment({
      account: `u-${1001 + at}`,
      login: `user${at}`,
      person: `p-${at}`,
      name: '測試員',
      unit: '社會救助科',
      organisation: '測試機關',
      address: '192.0.2.1',
    }),
  ),
);
const digest = randomBytes(32).toString('base64');

/** An intent where `at` is even, else the outcome of the one before. */
export function queryRecord(at: number): NewRecord {
  const isIntent = at % 2 === 0;
  const who = Math.floor(at / 2) % actors.length;
  return {
    recordId: randomUUID(),
    at: systemClock.now(),
    retention: logRetention,
    actor: actors[who] ?? {},
    blindActor: `u-${1001 + who}`,
    blindSubject: query.subject,
    ...(isIntent
      ? { type: 'intent', ...intentCompartments(query) }
      : {
          type: 'outcome',
          intentIndex: at - 1,
          ...outcomeCompartments(query, at - 1, { kind: 'answered', count: 3, digest }),
        }),
  };
}
