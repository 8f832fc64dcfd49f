// Input that means harm, for the readers of texts and bytes: nothing like what is meant, and what is meant cut, doubled, altered, spliced
// and grown. And a few inputs so long that a careless reader would never end.
import fc from 'fast-check';

interface Edit {
  readonly change: (text: string, at: number, length: number, piece: string) => string;
  readonly at: number;
  readonly length: number;
  readonly piece: string;
}

const changes: readonly Edit['change'][] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text) => text + text,
  (text, at, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, length) => text.slice(0, at) + text.slice(at, at + length).repeat(length) + text.slice(at),
  (text, at, _length, piece) => text.slice(0, at) + piece + text.slice(at),
  (text, at, _length, piece) => text.slice(0, at) + piece + text.slice(at + piece.length),
  (text, at, length) => swapLines(text, at, length),
];

/** What the formats are made of, and what they must never hold. */
const pieces = ['\n', '\n\n', ' ', '=', '+', '-', '/', '.', '\u2014 ', '0', '1', '9007199254740992', '-1', 'A', '{', '}', '[', '"', ',', 'null', '\\u0000', '\0', '\r', '\t', '\u00a0', '\u2028', '\ud800', '查', '\uFEFF', '__proto__']; // prettier-ignore

/** @param valid what the reader takes */
export function hostileTexts(...valid: readonly string[]): fc.Arbitrary<string> {
  const edit: fc.Arbitrary<Edit> = fc.record({
    change: fc.constantFrom(...changes),
    at: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 40 }),
    piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4, unit: 'binary' })),
  });
  const altered = fc
    .tuple(fc.constantFrom(...valid), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => edits.reduce(applyEdit, text));
  const spliced = fc
    .tuple(fc.constantFrom(...valid), fc.constantFrom(...valid), fc.nat(100_000), fc.nat(100_000))
    .map(([one, other, to, from]) => one.slice(0, to % (one.length + 1)) + other.slice(from % (other.length + 1)));
  const patched = fc.array(fc.constantFrom(...pieces, ...valid), { maxLength: 12 }).map((parts) => parts.join(''));
  return fc.oneof({ weight: 6, arbitrary: altered }, spliced, patched, fc.string({ unit: 'binary' }), fc.json());
}

/** @param valid what the reader takes */
export function hostileBytes(...valid: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const texts = hostileTexts(...valid.map((bytes) => Buffer.from(bytes).toString('latin1')));
  return fc.oneof(
    { weight: 9, arbitrary: texts.map((text) => new Uint8Array(Buffer.from(text, 'latin1'))) },
    fc.uint8Array({ maxLength: 300 }),
  );
}

/** Millions of characters that make a reader begin, again and again. */
export function immenseTexts(...valid: readonly string[]): readonly string[] {
  const repeated = [
    '\n',
    '\n\n',
    ' ',
    'A',
    '[',
    '{"a":',
    '\u2014 a AAAAAAA=\n',
    ...valid,
    ...valid.flatMap((text) => text.split(/(?<=\n)/)),
  ];
  return repeated.filter((text) => text !== '').map((text) => text.repeat(Math.ceil(2_000_000 / text.length)));
}

function applyEdit(text: string, { change, at, length, piece }: Edit): string {
  return change(text, at % (text.length + 1), length, piece);
}

function swapLines(text: string, at: number, length: number): string {
  const lines = text.split('\n');
  const [one, other] = [at % lines.length, (at + length) % lines.length];
  return lines
    .with(one, lines[other] ?? '')
    .with(other, lines[one] ?? '')
    .join('\n');
}
