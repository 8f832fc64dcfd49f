import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxRecordLength, readRecords } from './csv-format.ts';
import { RecordSplitter } from './split-records.ts';

function read(text: string): string[][] | string {
  const records: string[][] = [];
  return readRecords(text, (record) => records.push([...record])) ?? records;
}

/** csv-stringify leaves a line feed unquoted that is no end of a record to it. */
const written = (table: string[][], end: string) => stringify(table, { record_delimiter: end, quoted_match: /[\r\n]/ });

const anyField = fc.oneof(
  fc.string({ unit: fc.constantFrom('王', 'a', '"', ',', '\n', '\r\n', ' ', '0'), maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\r')),
);
const anyTable = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 8 })).chain(([columns, rows]) =>
  fc.array(fc.array(anyField, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
); // prettier-ignore
const anyEnd = fc.constantFrom('\n', '\r\n');

describe('records', () => {
  test('whatever is written is read back, as csv-parse reads it', () => {
    fc.assert(
      fc.property(anyTable, anyEnd, fc.boolean(), (table, end, isLastEnded) => {
        const whole = written(table, end);
        const text = isLastEnded ? whole : whole.slice(0, -end.length);
        expect(read(text)).toEqual(table);
        expect(parse(text, { record_delimiter: end })).toEqual(table);
      }),
    );
  });

  test('plain and quoted text take different ways to one answer', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z王0 ]{0,5}$/), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const quoted = table.map((row) => row.map((field) => `"${field}"`).join(',')).join('\n');
        expect(read(table.map((row) => row.join(',')).join('\n'))).toEqual(read(quoted));
      }),
    ); // prettier-ignore
  });

  test.each([
    ['', []],
    ['\n', [['']]],
    ['a,b', [['a', 'b']]],
    ['a,\n', [['a', '']]],
    ['"a",', [['a', '']]],
    ['"a",\r\n"b",c\r\n', [['a', ''], ['b', 'c']]],
    ['"a""b"\n', [['a"b']]],
    ['a\rb,c\n', [['a\rb', 'c']]],
    ['"a",b\r', [['a', 'b']]],
    ['a"b\n', 'quote-misplaced'],
    ['"a"b\n', 'quote-misplaced'],
    ['"a" ,b\n', 'quote-misplaced'],
    ['"a\n', 'quote-unclosed'],
    ['"a""\n', 'quote-unclosed'],
  ])('%j', (text, records) => {
    expect(read(text)).toEqual(records);
  }); // prettier-ignore

  test.each(['', '"'])('a record is as long as it may be, and no longer (%j)', (quote) => {
    const text = (length: number) => `${quote}${'x'.repeat(length - 2 * quote.length)}${quote}\n`;
    expect(read(text(maxRecordLength))).toHaveLength(1);
    expect(read(text(maxRecordLength + 1))).toBe('record-too-long');
  });

  test('any text is read or refused', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 30 }), (text) => void read(text)));
  });
});

describe('the splitter', () => {
  test('cuts any stream of a table into whole records, in order', () => {
    fc.assert(
      fc.property(anyTable, anyEnd, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (table, end, steps, size) => {
        const bytes = Buffer.from(written(table, end));
        const splitter = new RecordSplitter(size);
        const pieces: Buffer[] = [];
        for (let at = 0, step = 0; at < bytes.length; step += 1) {
          const length = steps[step % steps.length] ?? 1;
          const piece = splitter.add(bytes.subarray(at, at + length));
          if (typeof piece === 'object') pieces.push(piece);
          at += length;
        }
        pieces.push(splitter.end());
        expect(Buffer.concat(pieces)).toEqual(bytes);
        expect(pieces.flatMap<string | string[]>((piece) => read(piece.toString()))).toEqual(table);
      }),
    ); // prettier-ignore
  });

  test('a record without an end is not gathered for ever', () => {
    const splitter = new RecordSplitter(256 * 1024);
    const line = Buffer.alloc(64 * 1024, 'x');
    const answers = Array.from({ length: 6 }, () => splitter.add(line));
    expect(answers).toContain('record-too-long');
  });
});
