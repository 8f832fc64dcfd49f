// The client services as the verification service knows them: held in memory, so that each request finds its key without a database,
// refreshed with every change of this node or another, and closed when they can't be refreshed.
import type { ServiceSuspension, SuspensionCause } from '#domain/clients';
import type { Grant, IpAddress } from '#domain/query';
import type { GoverningRegulations } from '#domain/regulations';

/** A service that was set and has not ended. */
export interface RegisteredService {
  readonly id: string;
  readonly programme: string;
  readonly regulations: GoverningRegulations;
  readonly organisation: string;
  readonly name: string;
  /** The using unit. */
  readonly unit: string;
  /** What it may ask; the grant has purposes, operations, addresses and days. */
  readonly claims: ReadonlySet<string>;
  readonly grant: Grant;
  readonly requestsPerDay: number;
  readonly personsPerDay: number;
  /** null: not suspended. While it is, the grant is revoked too: nothing is allowed by it. */
  readonly suspension: ServiceSuspension | null;
}

export interface ClientKey {
  readonly id: string;
  /** The 32 bytes of an HMAC key, derived and never stored. */
  readonly secret: Uint8Array;
  readonly service: RegisteredService;
}

export interface SuspensionOrder {
  readonly cause: SuspensionCause;
  /** The clause that is cited to the service from now on. */
  readonly clause: string;
  /** What was seen, in a code or two: kept with the record, shown to the owner; nothing personal. */
  readonly reason: string;
}

export interface ClientServices {
  /**
   * The key, where it may be used at that moment: of a service in use or suspended, not revoked, not past its overlap.
   * @param atMs milliseconds since 1970-01-01T00:00Z
   * @throws RegistryStale when the registry could not be refreshed for too long: nobody is let in
   */
  findByKey(keyId: string, atMs: number): ClientKey | undefined;
  /** The service that proves itself by the certificate of this SHA-256 (lower-case hexadecimal). @throws RegistryStale */
  findByCertificate(fingerprint: string): RegisteredService | undefined;
  findService(serviceId: string): RegisteredService | undefined;
  /** By the program itself, with its record. False: it was not in use. The next `findByKey` knows. */
  suspend(serviceId: string, order: SuspensionOrder): Promise<boolean>;
  /** That a service answered from this address on this day (Asia/Taipei); written in batches. */
  noteUse(serviceId: string, address: IpAddress, day: string): void;
  /** Reads what stands in the database by now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** The registry could not be refreshed for longer than it may be trusted. */
export class RegistryStale extends Error {
  override readonly name = 'RegistryStale';
}
