// JSON (RFC 8259) read strictly: a key given twice is an error and not a silent "last one wins",
// since a request that two readers understand differently must never be decided upon (contract 1).
// Errors name line and column. Strings and numbers are cut out here and decoded by the platform's own JSON.parse.
import { maxJsonDepth, type JsonValue } from './canonical-json.ts';
import { FormatError, type FormatCode, type TextPosition } from './format-error.ts';

/** Reads one JSON value and nothing after it. The text is without a byte-order mark. */
export function parseJsonStrict(text: string): JsonValue {
  return new Reader(text).document();
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const literal = /true|false|null/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const value = this.#value(0);
    if (this.#next() !== '') this.#fail('trailing-text', 'text after the end of the JSON value');
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > maxJsonDepth) this.#fail('nested-too-deep', `nested deeper than ${maxJsonDepth} levels`);
    const first = this.#next();
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    if (first === '"') return this.#string();
    const token =
      this.#take(literal) ??
      this.#take(number) ??
      this.#fail('not-json', first === '' ? 'the text ends too early' : 'a JSON value is expected');
    const value = JSON.parse(token) as JsonValue; // the patterns admit only a literal or a number
    if (typeof value === 'number' && !Number.isFinite(value)) this.#fail('not-finite', 'a number is too large');
    return value;
  }

  #object(depth: number): JsonValue {
    this.#at += 1;
    const members = new Map<string, JsonValue>();
    if (this.#skip('}')) return {};
    do {
      this.#next();
      const start = this.#at;
      const key = this.#string();
      if (members.has(key)) this.#fail('duplicate-key', 'a key is given twice', start);
      if (!this.#skip(':')) this.#fail('not-json', 'a colon is expected');
      members.set(key, this.#value(depth + 1));
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#fail('not-json', 'a comma or a closing brace is expected');
    return Object.fromEntries(members); // makes an own property of `__proto__` too
  }

  #array(depth: number): JsonValue {
    this.#at += 1;
    const items: JsonValue[] = [];
    if (this.#skip(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#skip(','));
    if (!this.#skip(']')) this.#fail('not-json', 'a comma or a closing bracket is expected');
    return items;
  }

  #string(): string {
    const start = this.#at;
    if (this.#text.charAt(start) !== '"') this.#fail('not-json', 'a string in double quotes is expected');
    const end = closingQuote(this.#text, start) ?? this.#fail('not-json', 'a string is never closed');
    this.#at = end + 1;
    const value = this.#decoded(this.#text.slice(start, end + 1), start);
    if (!value.isWellFormed()) this.#fail('lone-surrogate', 'a string holds a lone surrogate', start);
    return value;
  }

  #decoded(token: string, start: number): string {
    try {
      return JSON.parse(token) as string; // in quotes, so nothing but a string
    } catch {
      return this.#fail('not-json', 'a string holds a control character or an unknown escape', start);
    }
  }

  /** The next character that is not white space; '' at the end. */
  #next(): string {
    while (' \t\n\r'.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at += 1;
    return this.#text.charAt(this.#at);
  }

  #skip(character: string): boolean {
    const found = this.#next() === character;
    if (found) this.#at += 1;
    return found;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #fail(code: FormatCode, message: string, at = this.#at): never {
    throw new FormatError(code, message, positionOf(this.#text, at));
  }
}

// By index and not by a pattern: a pattern over a string of some megabytes exhausts the engine's stack.
function closingQuote(text: string, opening: number): number | undefined {
  let quote = text.indexOf('"', opening + 1);
  while (quote >= 0) {
    let backslashes = 0;
    while (text.charAt(quote - 1 - backslashes) === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote;
    quote = text.indexOf('"', quote + 1);
  }
  return undefined;
}

function positionOf(text: string, at: number): TextPosition {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
