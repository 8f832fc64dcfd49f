// The fixed addresses of client services (NV-3.7: fixed, not changed at will, on the allow-list before any service) and their half-yearly
// review (NV-3.8: duplicate and idle ones are removed). An address is one machine's: no range, none that any machine has, none of another
// service. Addresses compare as addresses, however they are written. The clauses cited come in: they are the programme's regulation's.
import { addMonths, type IsoDate } from '#domain/kernel';
import { parseIpAddress, type IpAddress } from '#domain/query';
import type { ClauseId } from '#domain/regulations';

export const maxAddresses = 16;

export type AddressCode =
  | 'no-addresses'
  | 'too-many-addresses'
  | 'not-an-address'
  | 'address-range'
  | 'address-not-of-one-machine'
  | 'address-twice'
  | 'address-of-another-service';

/** `at`: the place in the list, from 0; null: the list itself. */
export interface AddressFault {
  readonly code: AddressCode;
  readonly at: number | null;
  readonly clause: ClauseId;
}

export type CheckedAddresses =
  | { readonly kind: 'addresses'; readonly addresses: readonly IpAddress[] }
  | { readonly kind: 'faults'; readonly faults: readonly AddressFault[] };

export interface AddressSurroundings {
  /** Addresses of every other service that is not terminated. */
  readonly ofOthers: ReadonlySet<IpAddress>;
  /** What each fault cites. */
  readonly clause: ClauseId;
  /** For a demonstration on one machine. */
  readonly allowLoopback?: boolean;
}

/** One address per text; `/32` and `/128` behind it are the same as nothing. All faults are told, one for each place. */
export function checkAddresses(
  texts: readonly string[],
  { ofOthers, clause, allowLoopback = false }: AddressSurroundings,
): CheckedAddresses {
  const fault = (code: AddressCode, at: number | null): AddressFault => ({ code, at, clause });
  if (texts.length === 0) return { kind: 'faults', faults: [fault('no-addresses', null)] };
  if (texts.length > maxAddresses) return { kind: 'faults', faults: [fault('too-many-addresses', null)] };
  const addresses: IpAddress[] = [];
  const faults: AddressFault[] = [];
  for (const [at, text] of texts.entries()) {
    const read = readAddress(text.trim());
    if (typeof read === 'object') faults.push(fault(read.code, at));
    else if (isNobodysOwn(read, allowLoopback)) faults.push(fault('address-not-of-one-machine', at));
    else if (addresses.includes(read)) faults.push(fault('address-twice', at));
    else if (ofOthers.has(read)) faults.push(fault('address-of-another-service', at));
    else addresses.push(read);
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'addresses', addresses };
}

export interface ServiceAddresses {
  readonly service: string;
  /** `since`: epoch milliseconds of its coming on the list. */
  readonly addresses: readonly { readonly address: IpAddress; readonly since: number }[];
}

export interface AddressFinding {
  readonly code: 'duplicate' | 'idle';
  readonly service: string;
  readonly address: IpAddress;
  /** Epoch milliseconds; null: never, as far as is known. */
  readonly lastUsedAt: number | null;
  /** `duplicate`: the other services that have it too. */
  readonly others: readonly string[];
  readonly clause: ClauseId;
}

export type LastUsed = (service: string, address: IpAddress) => number | null;

export const idleMonths = 6;

/** In the order of the services and their addresses. An address that has been on the list for less than the half-year is not idle. */
export function reviewAddresses(
  services: readonly ServiceAddresses[],
  lastUsed: LastUsed,
  { today, clause }: { readonly today: IsoDate; readonly clause: ClauseId },
): readonly AddressFinding[] {
  const holders = new Map<IpAddress, string[]>();
  for (const { service, addresses } of services)
    for (const { address } of addresses) holders.set(address, [...(holders.get(address) ?? []), service]);
  const idleBefore = Date.parse(`${addMonths(today, -idleMonths)}T00:00:00+08:00`);
  const findings: AddressFinding[] = [];
  for (const { service, addresses } of services) {
    for (const { address, since } of addresses) {
      const lastUsedAt = lastUsed(service, address);
      const others = (holders.get(address) ?? []).filter((each) => each !== service);
      const finding = { service, address, lastUsedAt, others, clause };
      if (others.length > 0) findings.push({ ...finding, code: 'duplicate' });
      if (since < idleBefore && (lastUsedAt ?? 0) < idleBefore) findings.push({ ...finding, code: 'idle' });
    }
  }
  return findings;
}

function readAddress(text: string): IpAddress | { readonly code: 'not-an-address' | 'address-range' } {
  const [host = '', prefix, ...more] = text.split('/');
  const address = parseIpAddress(host);
  if (address === undefined || more.length > 0) return { code: 'not-an-address' };
  if (prefix === undefined) return address;
  const bits = /^(?:0|[1-9]\d{0,2})$/.test(prefix) ? Number(prefix) : Number.NaN;
  const whole = host.includes(':') ? 128 : 32;
  if (!(bits <= whole)) return { code: 'not-an-address' };
  return bits === whole ? address : { code: 'address-range' };
}

/** What the canonical forms of `parseIpAddress` begin with. */
const loopback = [/^127\./, /^0:0:0:0:0:0:0:1$/];
/** This network, link-local, multicast, reserved and broadcast (RFC 6890); unspecified, link-local, multicast (RFC 4291). */
const nobodysOwn = [
  /^0\./,
  /^169\.254\./,
  /^(?:22[4-9]|23\d|24\d|25[0-5])\./,
  /^0:0:0:0:0:0:0:0$/,
  /^fe[89ab][0-9a-f]:/,
  /^ff[0-9a-f]{2}:/,
];

function isNobodysOwn(address: IpAddress, allowLoopback: boolean): boolean {
  const matches = (form: RegExp) => form.test(address);
  return nobodysOwn.some(matches) || (!allowLoopback && loopback.some(matches));
}
