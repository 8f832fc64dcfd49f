import { expect, test } from 'vitest';
import type { Programme } from '#contract';
import { chooseOperation, choosePurpose, firstOpenPart, missingParts, refusalsByPart, startDraft, toBody } from './query-draft.ts';

const legalBasis = { code: 'law-1', name: '某法第 1 條', clause: 'NW-2' };
const field = (code: string, needed: boolean) => ({ code, name: code, needed, clause: 'NW-3.10' });
const operations = (granted: readonly string[]) => [
  { code: 'history', name: '異動', granted: granted.includes('history'), fields: [field('unit', true), field('salary', false)] },
  { code: 'payments', name: '給付', granted: granted.includes('payments'), fields: [field('kind', true), field('amount', true)] },
];
const programme = (purposes: { code: string; granted: boolean; operations: readonly string[] }[]): Programme => ({
  code: 'p',
  name: 'P',
  regulation: { id: 'r', title: 'R' },
  purposes: purposes.map((purpose) => ({ ...purpose, name: purpose.code, legalBasis, operations: operations(purpose.operations) })),
});

const two = programme([
  { code: 'aid', granted: true, operations: ['history', 'payments'] },
  { code: 'labour', granted: true, operations: ['payments'] },
]);

test('nothing is chosen where there is a choice', () => {
  expect(startDraft(two)).toMatchObject({ purpose: null, operation: null, fields: [] });
});

test('what needs no choice is chosen: the only granted purpose, its only granted operation, the needed fields', () => {
  const only = programme([
    { code: 'aid', granted: true, operations: ['history'] },
    { code: 'labour', granted: false, operations: ['payments'] },
  ]);
  expect(startDraft(only)).toMatchObject({ purpose: 'aid', operation: 'history', fields: ['unit'] });
});

test('another purpose keeps an operation it is granted, and what was typed', () => {
  const draft = { ...chooseOperation(two, choosePurpose(two, startDraft(two), 'aid'), 'payments'), caseNumber: 'C-1', fields: ['kind'] };
  expect(choosePurpose(two, draft, 'labour')).toMatchObject({
    purpose: 'labour',
    operation: 'payments',
    fields: ['kind', 'amount'],
    caseNumber: 'C-1',
  });
});

test('another purpose drops an operation it is not granted', () => {
  const aid = chooseOperation(two, choosePurpose(two, startDraft(two), 'aid'), 'history');
  expect(choosePurpose(two, aid, 'labour').operation).toBe('payments');
});

test('case number and reason are not asked for here: the regulation refuses without them', () => {
  expect(missingParts(startDraft(two))).toEqual(['purpose', 'operation', 'fields', 'subject']);
  const filled = { ...chooseOperation(two, choosePurpose(two, startDraft(two), 'aid'), 'history'), subject: 'A000000000' };
  expect(missingParts(filled)).toEqual([]);
  expect(missingParts({ ...filled, subject: '  ' })).toEqual(['subject']);
});

test('filling in begins where something is still to be chosen', () => {
  const chosen = choosePurpose(two, startDraft(two), 'aid');
  expect(firstOpenPart(startDraft(two))).toBe('purpose');
  expect(firstOpenPart(chosen)).toBe('operation');
  expect(firstOpenPart(chooseOperation(two, chosen, 'history'))).toBe('caseNumber');
});

test('the request carries what was typed without outer spaces', () => {
  const draft = {
    ...chooseOperation(two, choosePurpose(two, startDraft(two), 'aid'), 'history'),
    subject: ' A000000000 ',
    caseNumber: ' C-1',
    reason: '審查 ',
  };
  expect(toBody(draft, 'id')).toEqual({
    requestId: 'id',
    purpose: 'aid',
    operation: 'history',
    fields: ['unit'],
    caseNumber: 'C-1',
    reason: '審查',
    subject: 'A000000000',
  });
});

test('a refusal stands beside the field that can answer it', () => {
  const refusals = [
    { code: 'case-number-missing', message: 'a' },
    { code: 'not-in-service', message: 'b' },
  ];
  expect(refusalsByPart(refusals)).toEqual({ caseNumber: 'a' });
});
