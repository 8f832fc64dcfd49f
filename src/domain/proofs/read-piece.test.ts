import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as example from '../../../test/support/example-proof.ts';
import { hostileTexts, immenseTexts } from '../../../test/support/hostile-input.ts';
import { longestPiece, readPiece } from './read-piece.ts';

const { proof, receipt, content, checkpoint } = example;

test('each form is told by how it begins', () => {
  expect([proof, receipt, content, checkpoint].map((text) => readPiece(text).kind)).toEqual(['proof', 'receipt', 'content', 'checkpoint']);
});

test('pasted, with other line ends, blanks around it and a byte-order mark', () => {
  for (const text of [proof, receipt, content, checkpoint]) {
    const pasted = `\uFEFF\n ${text.trimEnd().replaceAll('\n', '\r\n')} \n`;
    expect(readPiece(pasted)).toEqual(readPiece(text));
  }
});

test.each([
  [proof.replace('@v1', '@v2'), 'proof', 1],
  [proof.replace('extra ', 'extra !'), 'proof', 2],
  [proof.replace('index 5', 'index five'), 'proof', 3],
  [proof.replace('index 5', 'index 5\nAAAA'), 'proof', 4],
  [proof.split('\n\n')[0] ?? '', 'proof', undefined],
  [proof.replace('\n11\n', '\neleven\n'), 'checkpoint', undefined],
  [checkpoint.replace('\n11\n', '\n'), 'checkpoint', undefined],
  [`${receipt}.`, 'receipt', undefined],
  [content.replace('\n5 B ', '\n5 D '), 'content', 2],
  [content.replace('\n5 B ', '\n6 B '), 'content', 2],
  [content.replace('\n5 B ', '\n5 A '), 'content', 2],
  [`${content}${content}`, 'content', 4],
])('what is wrong is named by part and line: %#', (text, part, line) => {
  expect(readPiece(text)).toMatchObject({ kind: 'unreadable', part, line });
});

test.each(['', 'hello', '{"a":1}', 'x'.repeat(longestPiece + 1), '\n\n— '.repeat(1_000)])('none of ours: %#', (text) => {
  expect(readPiece(text).kind).toBe('unreadable');
});

test('whatever is presented gets an answer', () => {
  const beginnings = ['', 'c2sp.org/tlog-proof@v1\n', 'mingcha-receipt-v1.', '5 A ', 'a\n1\n\n— '];
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.string({ unit: 'binary' }), (beginning, rest) => {
      expect(['unreadable', 'proof', 'receipt', 'content', 'checkpoint']).toContain(readPiece(beginning + rest).kind);
    }),
    { numRuns: 300 },
  );
});

test('what was altered gets an answer too: a piece that may prove something, or the part that is unreadable', () => {
  const kinds = ['unreadable', 'proof', 'receipt', 'content', 'checkpoint'];
  fc.assert(
    fc.property(hostileTexts(proof, receipt, content, checkpoint), (text) => void expect(kinds).toContain(readPiece(text).kind)),
    { numRuns: 3_000 },
  );
  for (const text of immenseTexts(proof, receipt, content, checkpoint)) expect(kinds).toContain(readPiece(text).kind);
  expect(readPiece(content.replace('林', '\ud800')).kind).toBe('unreadable');
});
