// What the kernel throws when a text or value is not of the form its reader demands.
// The code is closed and stable; the message is for engineers and never repeats the input (it may be personal data).

export type FormatCode =
  | 'not-hexadecimal'
  | 'not-base64'
  | 'not-utf8'
  | 'not-json'
  | 'duplicate-key'
  | 'nested-too-deep'
  | 'trailing-text'
  | 'lone-surrogate'
  | 'not-finite'
  | 'not-json-value';

/** A place in a text, both counted from 1; the column counts UTF-16 code units. */
export type TextPosition = { readonly line: number; readonly column: number };

export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: FormatCode;
  readonly position: TextPosition | undefined;

  constructor(code: FormatCode, message: string, position?: TextPosition) {
    super(position ? `${message} (line ${position.line}, column ${position.column})` : message);
    this.code = code;
    this.position = position;
  }
}
