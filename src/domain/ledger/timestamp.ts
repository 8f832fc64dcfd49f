// Timestamps of an authority outside (RFC 3161): the query over a digest, and what its reply says. The authority's own signature (CMS) is
// not checked here; `openssl ts -verify` does, with the authority's certificate. What is checked is that the token speaks of this digest.
import { concatBytes, equalBytes, toHex } from '#domain/kernel';
import { contentOf, derElements, malformed, onlyElement } from './der.ts';
import { hashLength } from './hashing.ts';

export type Timestamp = {
  /** The authority's time, RFC 3339 in UTC. */
  readonly time: string;
  /** SHA-256 of what was stamped. */
  readonly imprint: Uint8Array;
  /** Hexadecimal, as the authority counts. */
  readonly serial: string;
  readonly nonce: Uint8Array | undefined;
};
/** `status` of RFC 3161, 2.4.2. */
export type TimestampReply =
  | { readonly kind: 'granted'; readonly timestamp: Timestamp }
  | { readonly kind: 'refused'; readonly status: number };

export const timestampNonceLength = 8;
/** A token with the authority's certificates is a few kB. */
export const maxTimestampLength = 65_536;

const tags = { boolean: 0x01, integer: 0x02, octets: 0x04, oid: 0x06, generalizedTime: 0x18, sequence: 0x30, set: 0x31, explicit0: 0xa0 };
const oids = {
  signedData: '2a864886f70d010702', // RFC 5652, 5.1
  tstInfo: '2a864886f70d0109100104', // RFC 3161, 2.4.2
  sha256: '608648016503040201',
};
/** `SEQUENCE { AlgorithmIdentifier { sha256, NULL }, OCTET STRING (32) }` up to the digest. */
const imprintHead = Uint8Array.of(
  0x30,
  0x31,
  0x30,
  0x0d,
  0x06,
  0x09,
  0x60,
  0x86,
  0x48,
  0x01,
  0x65,
  0x03,
  0x04,
  0x02,
  0x01,
  0x05,
  0x00,
  0x04,
  0x20,
);

/** TimeStampReq, version 1: asks for the certificate to come along. @param nonce eight bytes; its first two bits are set to 01 */
export function timestampQuery(imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  if (imprint.length !== hashLength) throw malformed('the digest has not 32 bytes');
  const version = Uint8Array.of(tags.integer, 1, 1);
  const withCertificate = Uint8Array.of(tags.boolean, 1, 0xff);
  const body = concatBytes(
    version,
    imprintHead,
    imprint,
    Uint8Array.of(tags.integer, timestampNonceLength),
    positive(nonce),
    withCertificate,
  );
  return concatBytes(Uint8Array.of(tags.sequence, body.length), body);
}

/** TimeStampResp. @throws LedgerFormatError `timestamp-malformed` */
export function parseTimestampReply(bytes: Uint8Array): TimestampReply {
  if (bytes.length > maxTimestampLength) throw malformed('it is too long');
  const [info, token, ...others] = derElements(onlyElement(bytes, tags.sequence));
  const status = contentOf(derElements(contentOf(info, tags.sequence))[0], tags.integer)[0] ?? Number.NaN;
  // 0 granted, 1 granted with modifications
  if (status !== 0 && status !== 1) return { kind: 'refused', status };
  if (others.length > 0) throw malformed('something follows the token');
  return { kind: 'granted', timestamp: readTstInfo(tstInfoOf(contentOf(token, tags.sequence))) };
}

/** Whether the timestamp is of this digest, and answers the query with this nonce where one is given. */
export function isTimestampOf({ imprint, nonce }: Timestamp, digest: Uint8Array, asked?: Uint8Array): boolean {
  return equalBytes(imprint, digest) && (asked === undefined || (nonce !== undefined && equalBytes(nonce, positive(asked))));
}

/** An INTEGER of exactly eight bytes that is not negative. */
function positive(nonce: Uint8Array): Uint8Array {
  if (nonce.length !== timestampNonceLength) throw malformed('the nonce has not eight bytes');
  return Uint8Array.from(nonce, (byte, place) => (place === 0 ? (byte & 0x3f) | 0x40 : byte));
}

/** ContentInfo → SignedData → EncapsulatedContentInfo → TSTInfo. */
function tstInfoOf(contentInfo: Uint8Array): Uint8Array {
  const [type, explicit] = derElements(contentInfo);
  requireOid(contentOf(type, tags.oid), oids.signedData);
  const [, digestAlgorithms, encapsulated] = derElements(onlyElement(contentOf(explicit, tags.explicit0), tags.sequence));
  contentOf(digestAlgorithms, tags.set);
  const [contentType, content] = derElements(contentOf(encapsulated, tags.sequence));
  requireOid(contentOf(contentType, tags.oid), oids.tstInfo);
  return onlyElement(onlyElement(contentOf(content, tags.explicit0), tags.octets), tags.sequence);
}

function readTstInfo(tstInfo: Uint8Array): Timestamp {
  const [, , messageImprint, serial, genTime, ...optional] = derElements(tstInfo);
  const [algorithm, digest] = derElements(contentOf(messageImprint, tags.sequence));
  requireOid(contentOf(derElements(contentOf(algorithm, tags.sequence))[0], tags.oid), oids.sha256);
  return {
    time: readTime(contentOf(genTime, tags.generalizedTime)),
    imprint: contentOf(digest, tags.octets),
    serial: toHex(contentOf(serial, tags.integer)),
    // Of the optional fields the nonce alone is an INTEGER.
    nonce: optional.find(({ tag }) => tag === tags.integer)?.content,
  };
}

/** YYYYMMDDhhmmss[.f]Z */
function readTime(content: Uint8Array): string {
  const text = String.fromCharCode(...content.subarray(0, 32));
  const parts = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(\.\d{1,9})?Z$/.exec(text);
  if (!parts) throw malformed('its time is none');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
}

function requireOid(found: Uint8Array, wanted: string): void {
  if (toHex(found) !== wanted) throw malformed('it is of another kind than SHA-256 in a signed TSTInfo');
}
