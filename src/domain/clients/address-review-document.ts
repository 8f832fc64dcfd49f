// What is signed at the half-yearly review of addresses (NV-3.8): canonical JSON, so that the bytes can be made again from what they say.
// `reviewDigest` stands for the findings alone: what a signature removes is exactly what its signer saw.
import { canonicalJson, toHex, utf8, type JsonObject } from '#domain/kernel';
import type { Sha256 } from '#domain/ledger';
import type { IpAddress } from '#domain/query';

export interface ReviewedAddress {
  readonly service: string;
  readonly address: IpAddress;
  readonly found: 'duplicate' | 'idle';
  /** null: never, as far as is known. */
  readonly lastUsedOn: string | null;
}

export interface AddressReviewFacts {
  /** Of the log. */
  readonly origin: string;
  readonly programme: string;
  readonly regulation: string;
  readonly clause: string;
  /** `2026-H2` */
  readonly period: string;
  readonly reviewer: { readonly account: string; readonly login: string; readonly name: string };
  readonly signedAt: string;
  /** That stood on the allow-list. */
  readonly addresses: number;
  /** Those that were removed. */
  readonly findings: readonly ReviewedAddress[];
}

export function addressReviewDocument({ reviewer, findings, ...facts }: AddressReviewFacts): string {
  return canonicalJson({ ...facts, kind: 'mingcha-address-review-v1', reviewer: { ...reviewer }, findings: findings.map(toJson) });
}

export function reviewDigest(period: string, findings: readonly ReviewedAddress[], sha256: Sha256): string {
  return toHex(sha256(utf8(canonicalJson({ period, findings: findings.map(toJson) }))));
}

function toJson({ service, address, found, lastUsedOn }: ReviewedAddress): JsonObject {
  return { service, address, found, lastUsedOn };
}
