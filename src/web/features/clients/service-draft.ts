// An application as it is being filled in, and what is wrong with it before it is sent: the same rules as the server's, said at once
// (NV-3.7 addresses, NV-2.4 claims, NV-4.1.2 period). What only the server knows, such as another service's address, it says afterwards.
import type { ServiceContentBody } from '#contract';
import { longestUseMonths } from '#domain/clients';
import { addDays, addMonths, calendarDayAt, dayCountOf, isoDate, isoDateOf, parseDate, type IsoDate } from '#domain/kernel';
import { parseIpAddress } from '#domain/query';
import { checkAddresses, maxAddresses, type AddressCode } from '#domain/verification';
import type { DayValue } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { shortAddress } from './short-address.ts';
import type { Scope } from './use-scope.ts';

/** One address's line. `id` is its place on the screen for as long as it is there. */
export interface AddressLine {
  readonly id: number;
  readonly text: string;
}

export interface ServiceDraft {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly contactName: string;
  readonly reachedBy: string;
  readonly purposes: readonly string[];
  readonly claims: readonly string[];
  readonly addresses: readonly AddressLine[];
  readonly proves: 'key' | 'certificate';
  readonly certificate: string;
  readonly from: DayValue;
  readonly until: DayValue;
  readonly requestsPerDay: string;
  readonly personsPerDay: string;
  readonly note: string;
}

export type DraftPart = Exclude<keyof ServiceDraft, 'proves'>;

export type DraftFault =
  | Exclude<AddressCode, 'address-of-another-service'>
  | 'missing'
  | 'no-claims'
  | 'no-purposes'
  | 'ends-before-it-begins'
  | 'period-over'
  | 'period-too-long'
  | 'not-a-count'
  | 'more-persons-than-requests'
  | 'not-a-fingerprint';

/** `parts` in reading order; `lines`: of each address that is wrong, by its place. */
export interface DraftFaults {
  readonly parts: ReadonlyMap<DraftPart, DraftFault>;
  readonly lines: ReadonlyMap<number, DraftFault>;
}

/** A new service begins today and is used for as long as one may be. */
export function newDraft(scope: Scope, today: IsoDate): ServiceDraft {
  const day = (date: IsoDate) => calendarDayAt(dayCountOf(date));
  const [only, ...more] = scope.purposes;
  return {
    number: '',
    name: '',
    unit: '',
    contactName: '',
    reachedBy: '',
    purposes: only && more.length === 0 ? [only.code] : [],
    claims: [],
    addresses: [{ id: 0, text: '' }],
    proves: 'key',
    certificate: '',
    from: day(today),
    until: day(addDays(addMonths(today, longestUseMonths), -1)),
    requestsPerDay: '',
    personsPerDay: '',
    note: '',
  };
}

export function draftOf(content: ServiceContentBody, number = ''): ServiceDraft {
  return {
    number,
    name: content.name,
    unit: content.unit,
    contactName: content.contact.name,
    reachedBy: content.contact.reachedBy,
    purposes: content.purposes,
    claims: content.claims,
    addresses: linesOf(content.addresses),
    proves: content.certificate === null ? 'key' : 'certificate',
    certificate: content.certificate ?? '',
    from: parseDate(content.from) ?? null,
    until: parseDate(content.until) ?? null,
    requestsPerDay: String(content.requestsPerDay),
    personsPerDay: String(content.personsPerDay),
    note: '',
  };
}

function linesOf(addresses: readonly string[]): AddressLine[] {
  return addresses.length === 0 ? [{ id: 0, text: '' }] : addresses.map((address, id) => ({ id, text: shortAddress(address) }));
}

/** A text put into a line: one that holds several addresses, as pasted from a letter, becomes as many lines. */
export function putIntoLine(lines: readonly AddressLine[], id: number, text: string): AddressLine[] {
  const texts = text.split(/[\s,;，；、]+/u).filter((part) => part !== '');
  if (texts.length < 2) return lines.map((line) => (line.id === id ? { id, text } : line));
  let next = nextId(lines);
  return lines.flatMap((line) => (line.id === id ? texts.map((part, at) => ({ id: at === 0 ? id : next++, text: part })) : [line]));
}

export function addLine(lines: readonly AddressLine[]): AddressLine[] {
  return lines.length >= maxAddresses ? [...lines] : [...lines, { id: nextId(lines), text: '' }];
}

function nextId(lines: readonly AddressLine[]): number {
  return Math.max(-1, ...lines.map(({ id }) => id)) + 1;
}

/** Full-width digits and points are how some type them. */
function plainAddress(text: string): string {
  return text.normalize('NFKC').trim();
}

const filled = (lines: readonly AddressLine[]) => lines.filter(({ text }) => text.trim() !== '');

/** The kind of a good address; undefined for any other text. */
export function addressKind(text: string): 4 | 6 | undefined {
  const [host = ''] = plainAddress(text).split('/');
  if (parseIpAddress(host) === undefined) return undefined;
  return host.includes(':') ? 6 : 4;
}

/** @param allowLoopback in a demonstration, which runs on one machine */
export function findFaults(draft: ServiceDraft, today: IsoDate, { allowLoopback }: { readonly allowLoopback: boolean }): DraftFaults {
  const { lines, whole } = addressFaults(draft, allowLoopback);
  const parts = new Map<DraftPart, DraftFault>();
  const put = (part: DraftPart, fault: DraftFault | undefined) => fault !== undefined && parts.set(part, fault);
  for (const part of ['number', 'name', 'unit', 'contactName', 'reachedBy'] as const)
    put(part, draft[part].trim() === '' ? 'missing' : undefined);
  put('purposes', draft.purposes.length === 0 ? 'no-purposes' : undefined);
  put('claims', draft.claims.length === 0 ? 'no-claims' : undefined);
  put('addresses', whole);
  put('certificate', draft.proves === 'certificate' && !/^[0-9a-f]{64}$/.test(fingerprint(draft)) ? 'not-a-fingerprint' : undefined);
  put('from', isDay(draft.from) ? undefined : 'missing');
  put('until', isDay(draft.until) ? periodFault(draft, today) : 'missing');
  put('requestsPerDay', countOf(draft.requestsPerDay) === undefined ? 'not-a-count' : undefined);
  put('personsPerDay', personsFault(draft));
  return { parts, lines };
}

function addressFaults(
  { addresses }: ServiceDraft,
  allowLoopback: boolean,
): { lines: Map<number, DraftFault>; whole: DraftFault | undefined } {
  const given = filled(addresses);
  const texts = given.map(({ text }) => plainAddress(text));
  const checked = checkAddresses(texts, { ofOthers: new Set(), clause: clauses.addresses, allowLoopback });
  const lines = new Map<number, DraftFault>();
  if (checked.kind === 'addresses') return { lines, whole: undefined };
  for (const { code, at } of checked.faults) {
    // Of other services nothing is known here.
    if (code === 'address-of-another-service') continue;
    if (at === null) return { lines, whole: code };
    const line = given[at];
    if (line) lines.set(line.id, code);
  }
  const [first] = lines.values();
  return { lines, whole: first };
}

const isDay = (value: DayValue) => value !== null && value !== 'unusable';

function dayText(value: DayValue): string {
  return value === null || value === 'unusable' ? '' : isoDate(value);
}

function periodFault(draft: ServiceDraft, today: IsoDate): DraftFault | undefined {
  const [from, until] = [dayText(draft.from), dayText(draft.until)];
  if (until < today) return 'period-over';
  if (from === '') return undefined;
  if (until < from) return 'ends-before-it-begins';
  return until >= addMonths(isoDateOf(from), longestUseMonths) ? 'period-too-long' : undefined;
}

export const largestCount = 10_000_000;

function countOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  const count = /^\d{1,8}$/.test(plain) ? Number(plain) : 0;
  return count >= 1 && count <= largestCount ? count : undefined;
}

function personsFault({ requestsPerDay, personsPerDay }: ServiceDraft): DraftFault | undefined {
  const [requests, persons] = [countOf(requestsPerDay), countOf(personsPerDay)];
  if (persons === undefined) return 'not-a-count';
  return requests !== undefined && persons > requests ? 'more-persons-than-requests' : undefined;
}

function fingerprint({ certificate }: ServiceDraft): string {
  return certificate.normalize('NFKC').replaceAll(/[:\s]/g, '').toLowerCase();
}

/** Of a draft without faults. */
export function contentOf(draft: ServiceDraft, operations: readonly string[]): ServiceContentBody {
  return {
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    purposes: [...draft.purposes],
    operations: [...operations],
    claims: [...draft.claims],
    addresses: filled(draft.addresses).map(({ text }) => plainAddress(text)),
    from: dayText(draft.from),
    until: dayText(draft.until),
    requestsPerDay: countOf(draft.requestsPerDay) ?? 0,
    personsPerDay: countOf(draft.personsPerDay) ?? 0,
    contact: { name: draft.contactName.trim(), reachedBy: draft.reachedBy.trim() },
    certificate: draft.proves === 'certificate' ? fingerprint(draft) : null,
  };
}

/** The line of an address that the server names by its place among those that were sent. */
export function lineAt(draft: ServiceDraft, place: number): number | undefined {
  return filled(draft.addresses)[place]?.id;
}
