import { expect, test } from 'vitest';
import { examplePlatform, reopeningForm, serviceForm } from '../../../test/support/example-platform.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import type { ClauseAnswer } from './clause.ts';
import { clauseState } from './clause-state.ts';
import { programParts } from './program-part.ts';
import type { Regulation } from './regulation.ts';

const stateOf = (...answers: ClauseAnswer[]) =>
  clauseState(exampleRegulation, { id: 'EX-50', kinds: ['P'], wording: { zh: '試', en: 'trial' }, answers });

/** The parts that each single thing rests on. Which of them are built is program-part.ts's to say. */
test.each<readonly [ClauseAnswer, readonly (readonly [string, readonly string[]])[]]>([
  [
    { by: 'refusal', codes: ['vendor', 'grant-missing'] },
    [
      ['vendor', ['query-decision']],
      ['grant-missing', ['query-decision']],
    ],
  ],
  [
    { by: 'control', parts: ['query-list', 'findings'] },
    [
      ['query-list', ['query-list']],
      ['findings', ['findings']],
    ],
  ],
  [
    { by: 'setting', names: ['passwordMinimumLength', 'idleTimeoutMinutes', 'officeHours'] },
    [
      ['passwordMinimumLength', ['password-policy']],
      ['idleTimeoutMinutes', ['idle-logout']],
      ['officeHours', ['query-decision']],
    ],
  ],
  [
    { by: 'role', roles: ['auditor', 'supervisor', 'client-service'] },
    [
      ['auditor', ['grants']],
      ['supervisor', ['applications']],
      ['client-service', ['client-services']],
    ],
  ],
  [
    { by: 'duty', codes: ['list', 'incident-notice'] },
    [
      ['list', ['duty-calendar', 'query-list']],
      ['incident-notice', ['notices']],
    ],
  ],
  [{ by: 'form', codes: ['application'] }, [['application', ['applications']]]],
  [
    { by: 'record', classes: ['query-log', 'processing-record'] },
    [
      ['query-log', ['query-log', 'retention-calendar', 'destruction']],
      ['processing-record', ['destruction', 'retention-calendar']],
    ],
  ],
  [{ by: 'destruction', codes: ['deletion'] }, [['deletion', ['custody']]]],
  [{ by: 'attestation', who: 'user', what: { zh: '是', en: 'yes' } }, [['user', ['attestations']]]],
])('%o rests on these parts', (answer, expected) => {
  const { answers } = stateOf(answer);
  expect(answers.map(({ by, code, parts }) => [by, code, parts.map(({ part }) => part)])).toEqual(
    expected.map(([code, parts]) => [answer.by, code, parts]),
  );
  for (const { part, name, built } of answers.flatMap(({ parts }) => parts)) {
    expect(name).toBe(programParts[part].name);
    expect(built).toBe(programParts[part].byHand === null);
  }
});

test('the form for client services rests on their own part', () => {
  const clause = { id: 'EX-50', kinds: ['P'], wording: { zh: '試', en: 'trial' }, answers: [{ by: 'form', codes: [serviceForm.code, reopeningForm.code] }] } as const; // prettier-ignore
  expect(clauseState(examplePlatform, clause).answers.map(({ code, parts }) => [code, parts[0]?.part])).toEqual([
    [serviceForm.code, 'client-services'],
    [reopeningForm.code, 'applications'],
  ]);
});

const built: ClauseAnswer = { by: 'control', parts: ['grants', 'query-log'] };
const planned = Object.entries(programParts).find(([, { byHand }]) => byHand !== null)?.[0] as keyof typeof programParts; // a key of that table

test('a clause works where all of its parts are built, and then nothing is left to do by hand', () => {
  expect(stateOf(built)).toMatchObject({ state: 'works', byHand: [] });
});

test('a clause of which some part is not built works partly, and says once what people do meanwhile', () => {
  const { state, byHand } = stateOf(built, { by: 'control', parts: [planned] }, { by: 'control', parts: [planned] });
  expect(state).toBe('partly');
  expect(byHand).toEqual([programParts[planned].byHand]);
});

test('a clause of which no part is built is done by hand', () => {
  expect(stateOf({ by: 'control', parts: [planned] })).toMatchObject({ state: 'by-hand', byHand: [programParts[planned].byHand] });
});

test('a due date alone is no answer: people do the rest', () => {
  const clause = stateOf({ by: 'control', parts: ['duty-calendar', 'retention-calendar', planned] });
  expect(clause.state).toBe('by-hand');
});

test('a clause that points nowhere is never said to work', () => {
  const empty: Regulation = { ...exampleRegulation, duties: [], onEvents: [], destruction: [] };
  for (const answer of [
    { by: 'duty', codes: ['list'] },
    { by: 'destruction', codes: ['deletion'] },
  ] as const) {
    const { state } = clauseState(empty, { id: 'EX-50', kinds: ['Y'], wording: { zh: '試', en: 'trial' }, answers: [answer] });
    expect(state).toBe('by-hand');
  }
  expect(stateOf().state).toBe('by-hand');
});
