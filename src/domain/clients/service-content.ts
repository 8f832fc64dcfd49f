// What a client service's application lists and its setting grants (NV-3.3, NV-3.7, NV-4.1.2): who asks, what it may ask, from where,
// from when until when, how often. It changes by a new application only; the half-yearly review alone takes addresses away (NV-3.8).
import type { IsoDate } from '#domain/kernel';
import type { IpAddress } from '#domain/query';

export interface ServiceContent {
  readonly name: string;
  /** The using unit that applied. */
  readonly unit: string;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
  /** The fields it may ask. */
  readonly claims: readonly string[];
  readonly addresses: readonly IpAddress[];
  /** Both inclusive. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly requestsPerDay: number;
  /** Of distinct persons. */
  readonly personsPerDay: number;
  /** Whom the using unit named. */
  readonly contact: ServiceContact;
  /** SHA-256 of the client certificate it proves itself by, lower-case hexadecimal; null: it signs its requests with a key. */
  readonly certificate: string | null;
}

export interface ServiceContact {
  readonly name: string;
  /** Telephone or e-mail. */
  readonly reachedBy: string;
}
