import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, fromHex, toHex, utf8 } from '#domain/kernel';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import vector from '../../../test/vectors/ledger/timestamp.json' with { type: 'json' };
import { isTimestampOf, parseTimestampReply, timestampQuery, type Timestamp } from './timestamp.ts';

const digest = sha256(utf8(vector.stamped));
const nonce = fromHex(vector.nonceHex);
const reply = fromBase64(vector.replyBase64);

function timestampOf(bytes: Uint8Array): Timestamp {
  const parsed = parseTimestampReply(bytes);
  if (parsed.kind === 'refused') throw new Error(`refused with ${parsed.status}`);
  return parsed.timestamp;
}

describe('a timestamp', () => {
  test('is asked for as OpenSSL read it', () => expect(toHex(timestampQuery(digest, nonce))).toBe(vector.queryHex));

  test('of OpenSSL is read', () => {
    const timestamp = timestampOf(reply);
    expect([timestamp.time, timestamp.serial]).toEqual([vector.time, vector.serialHex]);
    expect(isTimestampOf(timestamp, digest)).toBe(true);
    expect(isTimestampOf(timestamp, digest, nonce)).toBe(true);
  });

  test('is none of other bytes, and none of another query', () => {
    const timestamp = timestampOf(reply);
    expect(isTimestampOf(timestamp, sha256(utf8('hallo\n')))).toBe(false);
    expect(
      isTimestampOf(
        timestamp,
        digest,
        Uint8Array.from(nonce, (byte) => byte ^ 1),
      ),
    ).toBe(false);
    expect(isTimestampOf({ ...timestamp, nonce: undefined }, digest, nonce)).toBe(false);
  });

  test('that is refused has a status: 2, rejection', () =>
    expect(parseTimestampReply(fromHex('30053003020102'))).toEqual({ kind: 'refused', status: 2 }));

  test.each([
    ['nothing', ''],
    ['granted without a token', '30053003020100'],
    ['no sequence', '31053003020100'],
    ['a length that is indefinite', '3080300302010200'],
    ['a length of four bytes', '308400000005300302010200'],
    ['a length beyond the end', '30063003020102'],
    ['bytes after the end', '3005300302010200'],
    ['a long tag', '3005bf0302010200'],
    ['a status that is no number', '30053003040102'],
  ])('%s is malformed', (_name, hex) =>
    expect(() => parseTimestampReply(fromHex(hex))).toThrow(expect.objectContaining({ code: 'timestamp-malformed' })),
  );

  test('cut anywhere is malformed', () => {
    for (let length = 0; length < reply.length; length += 1)
      expect(() => parseTimestampReply(reply.subarray(0, length))).toThrow(expect.objectContaining({ code: 'timestamp-malformed' }));
  });

  test('with hostile bytes is malformed, refused, or something else than was asked for; never another fault', () => {
    const altered = fc.tuple(fc.nat(reply.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
      const bytes = Uint8Array.from(reply);
      bytes[at]! ^= change;
      return bytes;
    });
    const read = (bytes: Uint8Array): void => {
      try {
        parseTimestampReply(bytes);
      } catch (error) {
        expect(error).toMatchObject({ code: 'timestamp-malformed' });
      }
    };
    fc.assert(fc.property(altered, read), { numRuns: 1_000 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), read), { numRuns: 1_000 });
    read(new Uint8Array(70_000));
  });

  test('is asked for with a digest and a nonce of the right length only', () => {
    expect(() => timestampQuery(digest.slice(1), nonce)).toThrow(expect.objectContaining({ code: 'timestamp-malformed' }));
    expect(() => timestampQuery(digest, nonce.slice(1))).toThrow(expect.objectContaining({ code: 'timestamp-malformed' }));
  });
});
