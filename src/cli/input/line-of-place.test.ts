import { expect, test } from 'vitest';
import { lineOfPlace } from './line-of-place.ts';

const json = `{
  "regulation": "x",
  "actor": { "grant": {
      "from": "2026-01-01",
      "purposes": ["a, ] } \\" b",
        "c"],
      "": [ ],
      "operations": [
        [1, 2],
        { "x": null, "y":
           [] }
      ]
    }
  },
  "query": {}, "repealed": [
    {},
    {
      "basis": "b"
    }
  ]
}`;

test.each([
  ['', 1],
  ['regulation', 2],
  ['actor', 3],
  ['actor.grant', 3],
  ['actor.grant.from', 4],
  ['actor.grant.purposes', 5],
  ['actor.grant.purposes[0]', 5],
  ['actor.grant.purposes[1]', 6],
  ['actor.grant.', 7],
  ['actor.grant.operations', 8],
  ['actor.grant.operations[0]', 9],
  ['actor.grant.operations[0][1]', 9],
  ['actor.grant.operations[1].x', 10],
  ['actor.grant.operations[1].y', 10],
  ['query', 15],
  ['query.caseNumber', 15],
  ['repealed[0]', 16],
  ['repealed[0].on', 16],
  ['repealed[1]', 17],
  ['repealed[1].basis', 18],
  ['repealed[1].on', 17],
  ['nothing', 1],
])('%j is on line %i', (place, line) => {
  expect(lineOfPlace(json, place)).toBe(line);
});

test.each([
  ['\r\n', 3],
  ['\r', 3],
])('lines that end in %j are counted once', (end, line) => {
  expect(lineOfPlace(['[', '{},', '7]'].join(end), '[1]')).toBe(line);
});
