// One promise for many records: what was committed together is promised by one signature over the root of a small tree (RFC 6962) of
// its leaf hashes, and each record's receipt adds the path from its leaf to that root. A signature costs as much as a hundred hashes.
import { canonicalJson, concatBytes, fromBase64Url, toBase64Url, utf8, type JsonValue } from '#domain/kernel';
import { hashLength, type Sha256, type SignEd25519 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';
import { verifyInclusion } from './proofs.ts';
import { nodeHash } from './tree-hash.ts';

/** The records `[first, first + count)` of a log, by the root of their leaf hashes. */
export type Batch = { readonly origin: string; readonly first: number; readonly count: number; readonly rootHash: Uint8Array };
/** What a receipt adds for its own record. */
export type PlaceInBatch = { readonly index: number; readonly leafHash: Uint8Array; readonly path: readonly Uint8Array[] };

export const batchPrefix = 'mingcha-receipt-v2';
/** Neither a note nor the promise of a single record begins like this. */
export const batchSignaturePrefix = utf8('mingcha-receipt-v2\0');
/** More are never committed together. */
export const largestBatch = 4_096;
const longestPath = 12;

/** The receipts of records committed together. Nothing is hashed or signed before the first is asked for. */
export class BatchPromises {
  readonly #batch: Omit<Batch, 'rootHash'>;
  readonly #sign: SignEd25519;
  readonly #sha256: Sha256;
  readonly #levels: (readonly Uint8Array[])[];
  #signed: string | undefined;

  /** @param leafHashes of the records from `first` on */
  constructor(origin: string, first: number, leafHashes: readonly Uint8Array[], sign: SignEd25519, sha256: Sha256) {
    if (leafHashes.length === 0 || leafHashes.length > largestBatch) throw malformed('a batch has 1 to 4096 records');
    this.#batch = { origin, first, count: leafHashes.length };
    this.#levels = [leafHashes];
    this.#sign = sign;
    this.#sha256 = sha256;
  }

  /** `mingcha-receipt-v2.<document>.<signature>.<index>.<leaf hash>.<path>`, bytes as base64url */
  receipt(index: number): string {
    const at = index - this.#batch.first;
    const leafHash = this.#levels[0]?.[at];
    if (!leafHash) throw malformed('the record is not of this batch');
    this.#signed ??= this.#signBatch();
    return `${this.#signed}.${index}.${toBase64Url(leafHash)}.${toBase64Url(concatBytes(...this.#path(at)))}`;
  }

  #signBatch(): string {
    for (let level = this.#levels.at(-1) ?? []; level.length > 1; level = this.#levels.at(-1) ?? []) this.#levels.push(this.#above(level));
    const rootHash = this.#levels.at(-1)?.[0] ?? new Uint8Array(0); // a batch has at least one record
    const document = formatBatch({ ...this.#batch, rootHash });
    return [batchPrefix, toBase64Url(document), toBase64Url(this.#sign(concatBytes(batchSignaturePrefix, document)))].join('.');
  }

  /** Pairs are hashed; the last one without a partner goes up as it is: the tree of RFC 6962, built from below. */
  #above(level: readonly Uint8Array[]): Uint8Array[] {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) above.push(right ? nodeHash(left, right, this.#sha256) : left);
    }
    return above;
  }

  #path(leaf: number): Uint8Array[] {
    const path: Uint8Array[] = [];
    let at = leaf;
    for (const level of this.#levels) {
      const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
      if (sibling) path.push(sibling);
      at = Math.floor(at / 2);
    }
    return path;
  }
}

/** @param value the document, read from canonical JSON */
export function readBatch(value: { readonly [key: string]: JsonValue }): Batch {
  const { count, first, origin, root, v, ...others } = value;
  if (v !== 2 || Object.keys(others).length > 0) throw malformed('the document is not of version 2');
  if (typeof count !== 'number' || typeof first !== 'number' || typeof origin !== 'string' || typeof root !== 'string')
    throw malformed('the document lacks a field');
  const rootHash = decodeField('promise-malformed', 'the root', () => fromBase64Url(root));
  if (rootHash.length !== hashLength) throw malformed('the root has not 32 bytes');
  if (!Number.isSafeInteger(first) || first < 0 || !Number.isInteger(count) || count < 1 || count > largestBatch)
    throw malformed('the batch is out of bounds');
  return { origin, first, count, rootHash };
}

export function readPlace(index: string, leaf: string, path: string): PlaceInBatch {
  if (!/^(0|[1-9]\d{0,15})$/.test(index) || !Number.isSafeInteger(Number(index))) throw malformed('the index is no index');
  const leafHash = decodeField('promise-malformed', 'the leaf hash', () => fromBase64Url(leaf));
  const hashes = decodeField('promise-malformed', 'the path', () => fromBase64Url(path));
  if (leafHash.length !== hashLength || hashes.length % hashLength !== 0 || hashes.length > longestPath * hashLength)
    throw malformed('a hash has not 32 bytes, or the path is too long');
  const steps = Array.from({ length: hashes.length / hashLength }, (_, at) => hashes.subarray(at * hashLength, (at + 1) * hashLength));
  return { index: Number(index), leafHash, path: steps };
}

export function isOfBatch({ index, leafHash, path }: PlaceInBatch, { first, count, rootHash }: Batch, sha256: Sha256): boolean {
  return index >= first && verifyInclusion(leafHash, index - first, { size: count, rootHash }, path, sha256);
}

function formatBatch({ count, first, origin, rootHash }: Batch): Uint8Array {
  return utf8(canonicalJson({ count, first, origin, root: toBase64Url(rootHash), v: 2 }));
}

function malformed(message: string): LedgerFormatError {
  return new LedgerFormatError('promise-malformed', message);
}
