import { expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { mayFoundProgramme } from './index.ts';

const regulation = { ...exampleRegulation, issuedOn: '2017-01-16', ceasedOn: '2021-01-14' } as const;
const clause = regulation.refusals['not-in-force'];

test.each(['2017-01-16', '2021-01-13'] as const)('on %s it is in force', (day) => {
  expect(mayFoundProgramme(regulation, day)).toBe(true);
});

test.each([
  ['2017-01-15', '自中華民國106年1月16日起才適用'],
  ['2021-01-14', '自中華民國110年1月14日起停止適用'],
  ['2026-11-22', '自中華民國110年1月14日起停止適用'],
] as const)('on %s it is refused by the clause that says so', (day, why) => {
  expect(mayFoundProgramme(regulation, day)).toMatchObject({ clause, message: expect.stringContaining(why) });
});

test('without known days it always applies', () => {
  expect(mayFoundProgramme({ ...regulation, issuedOn: null, ceasedOn: null }, '1990-01-01')).toBe(true);
});
