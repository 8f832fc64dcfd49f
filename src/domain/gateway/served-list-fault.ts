// Why a provider's list can't be used.

/** `not-as-signed`: it was changed or cut, or another key signed it. */
export type ServedListCode = 'too-long' | 'malformed' | 'not-as-signed';

export class ServedListFault extends Error {
  override readonly name = 'ServedListFault';
  readonly code: ServedListCode;
  /** From 1. */
  readonly line: number | undefined;

  constructor(code: ServedListCode, line?: number) {
    super(line === undefined ? code : `line ${line}: ${code}`);
    this.code = code;
    this.line = line;
  }
}
