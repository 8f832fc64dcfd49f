// What a record says is written out as it stands now; only a frozen actor's part may be an earlier one, and only if it would be the same.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { freezeJson, toBase64Url, type JsonObject } from '#domain/kernel';
import { compartmentBytes, openCompartment } from '#domain/ledger';
import { openKeystore } from '#server/keys';
import { openContents, saltedContents } from './compartments.ts';
import { prepareRecord } from './prepare-record.ts';
import type { NewRecord } from './record.ts';

const home = mkdtempSync(join(tmpdir(), 'mingcha-prepare-'));
const [keystore, other] = [await openKeystore(join(home, 'one')), await openKeystore(join(home, 'other'))];
afterAll(() => rmSync(home, { recursive: true }));

const record = (changes: Partial<NewRecord> = {}): NewRecord => ({
  recordId: '00000000-0000-4000-8000-000000000000',
  type: 'verification',
  at: Temporal.Instant.from('2026-11-28T01:00:00Z'),
  retention: 'log-5y',
  envelope: {},
  actor: {},
  subject: {},
  blindActor: 'cs-1',
  ...changes,
});

describe('a frozen actor', () => {
  const actor = freezeJson({ account: 'cs-1', standing: { grant: null } });
  const written = (changes: Partial<NewRecord>, keys = keystore) => prepareRecord(keys, record({ actor, ...changes }));

  test('is written as it would be anew, for whoever it is found by, in which year, under which keys', () => {
    const at = Temporal.Instant.from('2027-01-01T01:00:00Z');
    for (const keys of [keystore, other, keystore])
      for (const changes of [{}, { blindActor: 'cs-2' }, { at }, {}]) {
        const { texts, actorBlind } = written(changes, keys);
        const blind = keys.blind('at' in changes ? 2027 : 2026, 'actor', changes.blindActor ?? 'cs-1');
        expect(actorBlind).toEqual(blind);
        expect(texts.B).toBe(`{"blind":"${toBase64Url(blind)}","body":{"account":"cs-1","standing":{"grant":null}}}`);
      }
  });
});

test('an actor that can still change is written as it is now', () => {
  const standing = { grant: 1 };
  const actor: JsonObject = Object.freeze({ standing });
  const before = prepareRecord(keystore, record({ actor })).texts.B;
  standing.grant = 2;
  expect(prepareRecord(keystore, record({ actor })).texts.B).toBe(before.replace('"grant":1', '"grant":2'));
});

describe('contents', () => {
  test('are the compartments that the leaf commits to, and open again', () => {
    const texts = { A: '{"a":1}', B: '{"名":"字"}', C: '{}' };
    const { bytes, compartments } = saltedContents(texts);
    expect(openContents(bytes)).toEqual(compartments);
    for (const letter of ['A', 'B', 'C'] as const) {
      const { salt, value } = openCompartment(compartments[letter]);
      expect(Buffer.from(compartmentBytes(salt, value))).toEqual(compartments[letter]);
      expect(JSON.stringify(value)).toBe(texts[letter]);
    }
  });

  test('of any other bytes are none, or parts of them, each with room for its salt', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(120), fc.nat(120), (rest, a, b) => {
        const head = Buffer.alloc(8);
        head.writeUInt32BE(a, 0);
        head.writeUInt32BE(b, 4);
        const opened = openContents(Buffer.concat([head, rest]));
        expect(opened !== undefined).toBe(a >= 32 && b >= 32 && rest.length - a - b >= 32);
        if (opened) expect(Buffer.concat([opened.A, opened.B, opened.C])).toEqual(Buffer.from(rest));
      }),
    );
    expect(openContents(Buffer.alloc(7))).toBeUndefined();
  });
});
