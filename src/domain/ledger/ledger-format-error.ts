// What every reader of the log's formats throws on hostile or damaged input. The codes are closed and stable;
// messages are for engineers and never repeat the input.
import { FormatError } from '#domain/kernel';

export type LedgerFormatCode =
  | 'note-too-long'
  | 'note-malformed'
  | 'note-control-character'
  | 'signature-malformed'
  | 'too-many-signatures'
  | 'key-name-malformed'
  | 'vkey-malformed'
  | 'vkey-wrong-id'
  | 'vkey-unknown-type'
  | 'origin-malformed'
  | 'size-malformed'
  | 'root-hash-malformed'
  | 'extension-malformed'
  | 'bundle-cut'
  | 'bundle-trailing-bytes'
  | 'bundle-width-wrong'
  | 'entry-too-long'
  | 'tile-length-wrong'
  | 'tile-missing'
  | 'hash-length-wrong'
  | 'proof-malformed'
  | 'proof-out-of-range'
  | 'leaf-too-long'
  | 'leaf-malformed'
  | 'leaf-not-canonical'
  | 'leaf-unknown-version'
  | 'leaf-unknown-type'
  | 'leaf-month-malformed'
  | 'leaf-commitment-malformed'
  | 'compartment-malformed'
  | 'salt-length-wrong'
  | 'promise-malformed'
  | 'certificate-malformed'
  | 'timestamp-malformed'
  | 'request-malformed';

export class LedgerFormatError extends Error {
  override readonly name = 'LedgerFormatError';
  readonly code: LedgerFormatCode;
  /** Of the text that was read, from 1, where the reader knows it. */
  readonly line: number | undefined;

  constructor(code: LedgerFormatCode, message: string, line?: number) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** Runs a decoder of the kernel and gives its refusal the code of the field it read. */
export function decodeField<T>(code: LedgerFormatCode, what: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof FormatError) throw new LedgerFormatError(code, `${what}: ${error.message}`);
    throw error;
  }
}
