// What is presented as proof of a record, and what can be said of it. Closed: the page has words and a next step for each.
import type { CompartmentLetter, Cosigned, Leaf, VerifierKey } from '#domain/ledger';
import type { Part, Piece } from './read-piece.ts';
import type { OpenedContent } from './record-content.ts';

/** What is presented together: at most one piece of each kind. */
export type Evidence = { readonly [Kind in Piece['kind']]?: Extract<Piece, { kind: Kind }> | undefined };

export interface TrustedKeys {
  /** Of logs and of witnesses. */
  readonly keys: readonly VerifierKey[];
  /** The logs' notes about keys that sign their receipts. */
  readonly receiptKeyNotes: readonly string[];
}

export type WrongWhat =
  /** The signature is not over this text. */
  | 'signature'
  /** Index, path or leaf is not that of the signed tree. */
  | 'not-included'
  /** The content is not what the record's leaf commits to. */
  | 'content-differs'
  /** The content is another record's. */
  | 'other-record'
  /** The log promised this place to another record: receipt and proof convict it. */
  | 'promise-broken';

/** `by`: the keys that signed. */
export type Verdict =
  | {
      readonly kind: 'proven';
      readonly origin: string;
      readonly index: number;
      /** Records in the signed tree. */
      readonly size: number;
      readonly by: readonly VerifierKey[];
      readonly cosigned: readonly Cosigned[];
      /** Undefined where the proof came without it, or is another kind of log's. */
      readonly leaf: Leaf | undefined;
      readonly content: OpenedContent | undefined;
      readonly keepsPromise: boolean;
    }
  | { readonly kind: 'promised'; readonly origin: string; readonly index: number; readonly by: readonly VerifierKey[] }
  /** The signed tree alone. `lacksRecord`: a proof without the record that it is about. */
  | {
      readonly kind: 'signed-tree';
      readonly origin: string;
      readonly size: number;
      readonly by: readonly VerifierKey[];
      readonly cosigned: readonly Cosigned[];
      readonly lacksRecord: boolean;
    }
  /** Content without the proof of its record, or with one that doesn't hold the leaf. */
  | { readonly kind: 'lacks-proof' }
  | { readonly kind: 'unknown-key'; readonly origin: string }
  | { readonly kind: 'wrong'; readonly what: WrongWhat; readonly part: Part; readonly letter?: CompartmentLetter };
