import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regulations } from '#regulations';
import { answerClaims, claims, flagBits, isClaim, statusKinds, type FlagClaim, type PersonFacts } from './claims.ts';

const facts = fc.record({ flags: fc.nat({ max: 31 }), nameMatches: fc.boolean(), birthDateMatches: fc.boolean() });
const asked = fc.uniqueArray(fc.constantFrom(...claims));
const flagClaims = Object.keys(flagBits) as FlagClaim[]; // the keys of that object

test('the bits that stored snapshots are read by', () => {
  expect(flagBits).toEqual({ 'county-resident': 1, indigenous: 2, 'elderly-living-alone': 4, disability: 8, 'low-income': 16 });
});

test('the claims are the fields of every regulation that has the operation', () => {
  const operations = regulations.flatMap(({ operations }) => operations.filter(({ code }) => code === 'verify'));
  for (const { fields } of operations) expect(fields.map(({ code }) => code)).toEqual(claims);
});

test('a list gives each status, and the household file the other flags', () => {
  expect(flagClaims.filter((claim) => !statusKinds.some((kind) => kind === claim))).toEqual(['county-resident', 'indigenous']);
});

test.each(flagClaims)('%s is its own bit and no other', (claim) => {
  const whoHas = (flags: number): PersonFacts => ({ flags, nameMatches: false, birthDateMatches: false });
  expect(answerClaims(claims, whoHas(flagBits[claim]))).toEqual(Object.fromEntries(claims.map((each) => [each, each === claim])));
  expect(answerClaims([claim], whoHas(31 & ~flagBits[claim]))).toEqual({ [claim]: false });
});

test('comparisons are answered by what was compared', () => {
  const found = { flags: 31, nameMatches: true, birthDateMatches: false };
  expect(answerClaims(['birth-date-matches', 'name-matches'], found)).toEqual({ 'name-matches': true, 'birth-date-matches': false });
  expect(answerClaims(['birth-date-matches'], { ...found, birthDateMatches: true })).toEqual({ 'birth-date-matches': true });
  expect(answerClaims(['name-matches'], { ...found, nameMatches: false })).toEqual({ 'name-matches': false });
});

test('exactly what was asked is answered, and an unknown person answers as one who has nothing', () => {
  fc.assert(
    fc.property(asked, facts, (asked, found) => {
      expect(Object.keys(answerClaims(asked, found))).toEqual(asked);
      const nothing = answerClaims(asked, { flags: 0, nameMatches: false, birthDateMatches: false });
      expect(answerClaims(asked, undefined)).toEqual(nothing);
      expect(Object.values(nothing)).toEqual(asked.map(() => false));
    }),
  );
});

test.each(['', 'County-Resident', 'county-resident ', '__proto__', 'toString', 'age-over-65'])('%j is no claim', (text) => {
  expect(isClaim(text)).toBe(false);
});

test.each(claims)('%s is one', (claim) => {
  expect(isClaim(claim)).toBe(true);
});
