import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import example from '../../../test/vectors/ledger/witness.json' with { type: 'json' };
import {
  formatAddCheckpoint,
  formatTreeSize,
  maxAddCheckpointLength,
  parseAddCheckpoint,
  parseTreeSize,
  type AddCheckpoint,
} from './add-checkpoint.ts';

const hash = 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=';
const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });

describe('add-checkpoint requests', () => {
  test("the specification's example reads and writes", () => {
    const request = parseAddCheckpoint(example.addCheckpoint);
    expect(request.oldSize).toBe(20_852_014);
    expect(request.proof.map((one) => Buffer.from(one).toString('base64'))).toEqual(example.addCheckpoint.split('\n').slice(1, 5));
    expect(request.note.startsWith('example.com/behind-the-sofa\n20852163\n')).toBe(true);
    expect(formatAddCheckpoint(request)).toBe(example.addCheckpoint);
  });

  test('any request reads back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), hashes, fc.string(), (oldSize, proof, note) => {
        const request: AddCheckpoint = { oldSize, proof: proof.map((one) => new Uint8Array(one)), note };
        expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual(request);
      }),
    );
  });

  test('anything else is refused with a code', () => {
    const piece = fc.constantFrom('old ', '0', '7', '\n', '\n\n', hash, '\r', '=', 'x', ' ', 'Old ', '-1');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        let request: AddCheckpoint;
        try {
          request = parseAddCheckpoint(body);
        } catch (error) {
          expect(error).toMatchObject({ name: 'LedgerFormatError' });
          return;
        }
        expect(formatAddCheckpoint(request)).toBe(body);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['request-malformed', ''],
    ['request-malformed', 'old 0\n'],
    ['request-malformed', '\n\nnote'],
    ['request-malformed', 'Old 0\n\nnote'],
    ['request-malformed', `old 0\n${`${hash}\n`.repeat(64)}\nnote`],
    ['request-malformed', `old 0\n\n${'x'.repeat(maxAddCheckpointLength)}`],
    ['size-malformed', 'old \n\nnote'],
    ['size-malformed', 'old 01\n\nnote'],
    ['size-malformed', 'old -1\n\nnote'],
    ['size-malformed', 'old 9007199254740992\n\nnote'],
    ['size-malformed', 'old  1\n\nnote'],
    ['size-malformed', 'old 1\r\n\nnote'],
    ['proof-malformed', 'old 1\nAAAA\n\nnote'],
    ['proof-malformed', `old 1\n${hash.slice(0, -1)}\n\nnote`],
    ['proof-malformed', `old 1\n ${hash}\n\nnote`],
  ])('%s %#', (code, body) => expect(() => parseAddCheckpoint(body)).toThrow(expect.objectContaining({ code })));

  test('63 proof lines are not too many', () => expect(parseAddCheckpoint(`old 1\n${`${hash}\n`.repeat(63)}\nn`).proof).toHaveLength(63));
});

describe('the size a witness answers', () => {
  test('is one line', () => {
    expect(formatTreeSize(20_852_014)).toBe('20852014\n');
    expect(parseTreeSize('20852014\n')).toBe(20_852_014);
    expect(parseTreeSize('0\n')).toBe(0);
  });

  test.each(['', '\n', '5', '05\n', '5\n\n', '-5\n', '5 \n', '<html>\n', '9007199254740992\n'])('and not %j', (body) =>
    expect(() => parseTreeSize(body)).toThrow(expect.objectContaining({ name: 'LedgerFormatError' })),
  );
});
