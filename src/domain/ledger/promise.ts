// The promise given the moment a record is durable: the log's signature that this leaf stands at this index. It comes before the next
// checkpoint; should the log ever show another leaf there, promise and checkpoint together convict it.
import { canonicalJson, concatBytes, fromBase64Url, fromUtf8, parseJsonStrict, toBase64Url, utf8, type JsonValue } from '#domain/kernel';
import { batchPrefix, batchSignaturePrefix, isOfBatch, readBatch, readPlace, type Batch, type PlaceInBatch } from './batch-promise.ts';
import { hashLength, signatureLength, type Sha256, type SignEd25519, type VerifyEd25519 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';

export type LogPromise = { readonly origin: string; readonly index: number; readonly leafHash: Uint8Array };
/** `document` is what was signed, as it stood in the text. */
export type ParsedPromise = {
  readonly promise: LogPromise;
  readonly document: Uint8Array;
  readonly signature: Uint8Array;
  /** Where the document promises many records, and where this one stands among them. */
  readonly batch?: { readonly batch: Batch; readonly place: PlaceInBatch };
};

const textPrefix = 'mingcha-receipt-v1';
/** The same key signs checkpoints, which are notes and hold no zero byte: neither signature can stand for the other. */
const signaturePrefix = utf8('mingcha-receipt-v1\0');
const maxPromiseLength = 2_048;
const maxOriginLength = 512;

/** `mingcha-receipt-v1.<base64url of the JSON>.<base64url of the signature>` */
export function signPromise(promise: LogPromise, sign: SignEd25519): string {
  requireFit(promise);
  const { origin, index, leafHash } = promise;
  const document = utf8(canonicalJson({ index, leaf: toBase64Url(leafHash), origin, v: 1 }));
  return [textPrefix, toBase64Url(document), toBase64Url(sign(concatBytes(signaturePrefix, document)))].join('.');
}

/** Of either form: a record's own promise, or that of the batch it was committed with. */
export function parsePromise(text: string): ParsedPromise {
  const [prefix, json, signed, ...rest] = text.length > maxPromiseLength ? [] : text.split('.');
  if ((prefix !== textPrefix && prefix !== batchPrefix) || json === undefined || signed === undefined)
    throw malformed('the receipt has not its parts');
  const document = decodeField('promise-malformed', 'the document', () => fromBase64Url(json));
  const signature = decodeField('promise-malformed', 'the signature', () => fromBase64Url(signed));
  if (signature.length !== signatureLength) throw malformed('the signature has not 64 bytes');
  const value = readDocument(document);
  return prefix === textPrefix ? ofOne(value, rest, { document, signature }) : ofBatch(value, rest, { document, signature });
}

/** Whether the log of this key gave the promise. */
export function verifyPromise(parsed: ParsedPromise, publicKey: Uint8Array, verify: VerifyEd25519, sha256: Sha256): boolean {
  const { document, signature, batch } = parsed;
  if (batch && !isOfBatch(batch.place, batch.batch, sha256)) return false;
  return verify(publicKey, concatBytes(batch ? batchSignaturePrefix : signaturePrefix, document), signature);
}

type Signed = Pick<ParsedPromise, 'document' | 'signature'>;

function ofOne(value: { readonly [key: string]: JsonValue }, rest: readonly string[], signed: Signed): ParsedPromise {
  if (rest.length > 0) throw malformed('the receipt has not its three parts');
  const { index, leaf, origin, v, ...others } = value;
  if (v !== 1 || Object.keys(others).length > 0) throw malformed('the document is not of version 1');
  if (typeof index !== 'number' || typeof leaf !== 'string' || typeof origin !== 'string') throw malformed('the document lacks a field');
  const promise = { origin, index, leafHash: decodeField('promise-malformed', 'the leaf hash', () => fromBase64Url(leaf)) };
  requireFit(promise);
  return { promise, ...signed };
}

function ofBatch(value: { readonly [key: string]: JsonValue }, rest: readonly string[], signed: Signed): ParsedPromise {
  const [index, leaf, path, ...more] = rest;
  if (index === undefined || leaf === undefined || path === undefined || more.length > 0)
    throw malformed('the receipt has not its six parts');
  const [batch, place] = [readBatch(value), readPlace(index, leaf, path)];
  const promise = { origin: batch.origin, index: place.index, leafHash: place.leafHash };
  requireFit(promise);
  return { promise, ...signed, batch: { batch, place } };
}

function readDocument(document: Uint8Array): { readonly [key: string]: JsonValue } {
  const text = decodeField('promise-malformed', 'the document', () => fromUtf8(document));
  const value = decodeField('promise-malformed', 'the document', () => parseJsonStrict(text));
  if (typeof value !== 'object' || value === null || canonicalJson(value) !== text)
    throw malformed('the document is no canonical JSON object');
  return value as { readonly [key: string]: JsonValue }; // an array has none of the keys that are read
}

function requireFit({ origin, index, leafHash }: LogPromise): void {
  if (origin === '' || origin.length > maxOriginLength) throw malformed('the origin is empty or too long');
  if (!Number.isSafeInteger(index) || index < 0) throw malformed('the index is no index');
  if (leafHash.length !== hashLength) throw malformed('the leaf hash has not 32 bytes');
}

function malformed(message: string): LedgerFormatError {
  return new LedgerFormatError('promise-malformed', message);
}
