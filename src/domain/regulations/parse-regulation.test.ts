// The strict reader: every place of a whole regulation is broken, one at a time, and every one is found and named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { contradictionsIn } from './check-regulation.ts';
import { clauseState } from './clause-state.ts';
import { parseRegulation } from './parse-regulation.ts';
import { refusalCodes } from './refusal-code.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const example = asJson(exampleRegulation);

/** Every place in a value, itself first. */
function placesIn(value: Json, path: Path = []): readonly (readonly [Path, Json])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const step = (key: string) => (Array.isArray(value) ? Number(key) : key);
  return [[path, value], ...inside.flatMap(([key, item]) => placesIn(item, [...path, step(key)]))];
}

function changedAt(value: Json, [step, ...rest]: Path, change: (found: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? changedAt(item, rest, change) : item));
  const entries = Object.entries(value as Record<string, Json>); // a path leads through objects and lists only
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? changedAt(item, rest, change) : item]));
}

function written(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

const startOf = (text: string) => new RegExp(`^${RegExp.escape(text)}`);

const places = placesIn(example);
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = places.filter(([, value]) => isObject(value));

test('a regulation written as JSON is read as it was', () => {
  expect(parseRegulation(example)).toStrictEqual({ kind: 'regulation', regulation: exampleRegulation });
  expect(places.length).toBeGreaterThan(500);
});

describe('each place alone', () => {
  test.each<readonly [string, Json]>([
    ['a list', [[]]],
    ['an object', { remark: '' }],
    ['a fraction', 0.5],
    ['a negative number', -1],
  ])('%s in the place of anything else is malformed, there', (_, wrong) => {
    for (const [path] of places) {
      const parsed = parseRegulation(changedAt(example, path, () => wrong));
      expect(parsed).toMatchObject({ kind: 'malformed', place: expect.stringMatching(startOf(written(path))) });
    }
  });

  test('a text that is none of the known ones is malformed wherever the vocabulary is closed', () => {
    const open = /^(id|prefix|title|issuedBy|replacedBy|provider|.+[.](code|name|zh|en|to)|.+[.]chain.+[.]by|.+[.](needs|codes)\[\d+\])$/;
    for (const [path, found] of places.filter(([, value]) => typeof value === 'string')) {
      const parsed = parseRegulation(changedAt(example, path, () => 'no such thing'));
      const isOpen = open.test(written(path)) && !refusalCodes.some((code) => code === found);
      expect([written(path), parsed.kind]).toEqual([written(path), isOpen ? 'regulation' : 'malformed']);
    }
  });

  test('a key more is malformed', () => {
    for (const [path] of objects) {
      const place = written([...path, 'remark']);
      expect(parseRegulation(changedAt(example, path, (found) => ({ ...(found as object), remark: '' })))).toEqual({
        kind: 'malformed',
        place,
        code: 'unknown-key',
      });
    }
  });

  test('a key less is malformed, except a ground that it never refuses for', () => {
    for (const [path, value] of objects) {
      for (const key of Object.keys(value as object)) {
        const without = changedAt(example, path, (found) =>
          Object.fromEntries(Object.entries(found as object).filter(([name]) => name !== key)),
        );
        const parsed = parseRegulation(without);
        if (written(path) === 'refusals') expect(parsed.kind).toBe('regulation');
        else expect(parsed).toEqual({ kind: 'malformed', place: written([...path, key]), code: 'missing-key' });
      }
    }
  });
});

test.each([
  ['a number', 7, '', 'not-an-object'],
  ['a day that does not exist', { ...exampleRegulation, issuedOn: '2026-02-30' }, 'issuedOn', 'not-a-date'],
  ['a ground nobody knows', { ...exampleRegulation, refusals: { rain: 'EX-1' } }, 'refusals.rain', 'unknown-key'],
  ['a name every object has', { ...exampleRegulation, refusals: { constructor: 'EX-1' } }, 'refusals.constructor', 'unknown-key'],
  ['a clause of no number', { ...exampleRegulation, refusals: { vendor: 'EX' } }, 'refusals.vendor', 'not-a-clause-id'],
  ['a title without end', { ...exampleRegulation, title: '長'.repeat(5000) }, 'title', 'too-long'],
] as const)('%s is malformed', (_, value, place, code) => {
  expect(parseRegulation(value)).toEqual({ kind: 'malformed', place, code });
});

test('arbitrary JSON is malformed and never a fault', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseRegulation(value).kind).toBe('malformed');
    }),
  );
});

test('what is read is what was written, and can be checked and shown, however a regulation was changed', () => {
  const anyPlace = fc.nat({ max: places.length - 1 });
  const otherValue = fc.oneof(
    fc.jsonValue(),
    anyPlace.map((at) => places[at]?.[1] ?? null),
  ) as fc.Arbitrary<Json>; // JSON, both of them
  fc.assert(
    fc.property(anyPlace, otherValue, (at, value) => {
      const changed = changedAt(example, places[at]?.[0] ?? [], () => value);
      const parsed = parseRegulation(changed);
      if (parsed.kind === 'malformed') return;
      expect(asJson(parsed.regulation)).toEqual(asJson(changed));
      for (const clause of parsed.regulation.clauses)
        expect(['works', 'partly', 'by-hand']).toContain(clauseState(parsed.regulation, clause).state);
      expect(contradictionsIn(parsed.regulation)).toBeInstanceOf(Array);
    }),
    { numRuns: 1000 },
  );
});
