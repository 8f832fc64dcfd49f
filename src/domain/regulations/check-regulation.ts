// Checks a regulation against itself before anything is decided by it. A file that contradicts itself must not load:
// a purpose without a basis, a refusal on a clause that nobody wrote down or a rate of 0 would open or close doors unseen.
import { clauseContradictions } from './check-clauses.ts';
import { parseIsoDate } from './iso-date.ts';
import { indispensableRefusals } from './refusal-code.ts';
import type { OfficeHours, Regulation } from './regulation.ts';

/** One place where the file disagrees with itself. `clause` is the clause or code concerned. */
export interface Contradiction {
  readonly clause: string;
  readonly what: string;
}

export class RegulationContradiction extends Error {
  override readonly name = 'RegulationContradiction';
  readonly contradictions: readonly Contradiction[];

  constructor(file: string, contradictions: readonly Contradiction[]) {
    super([`${file} contradicts itself:`, ...contradictions.map(({ clause, what }) => `  ${clause}: ${what}`)].join('\n'));
    this.contradictions = contradictions;
  }
}

/** Throws RegulationContradiction, which names the file and every clause concerned. */
export function checkRegulation(regulation: Regulation): void {
  const found = contradictionsIn(regulation);
  if (found.length > 0) throw new RegulationContradiction(`src/regulations/${regulation.id}.ts`, found);
}

export function contradictionsIn(regulation: Regulation): readonly Contradiction[] {
  return [identity, purposes, operations, refusals, parameters, audit, clauseContradictions].flatMap((check) => [...check(regulation)]);
}

function* identity({ id, prefix, issuedOn, ceasedOn }: Regulation): Generator<Contradiction> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) yield { clause: prefix, what: `the id ${id} is no file name` };
  if (!/^[A-Z]+$/.test(prefix)) yield { clause: prefix, what: 'the prefix is not of capital letters' };
  for (const date of [issuedOn, ceasedOn])
    if (date !== null && parseIsoDate(date) === undefined) yield { clause: prefix, what: `${date} is no day` };
  if (issuedOn !== null && ceasedOn !== null && ceasedOn <= issuedOn) yield { clause: prefix, what: 'it ceased before it was issued' };
}

function* purposes({ prefix, purposes, legalBases, operations }: Regulation): Generator<Contradiction> {
  yield* repeated('purpose', purposes);
  yield* repeated('legal basis', legalBases);
  if (purposes.length === 0) yield { clause: prefix, what: 'it has no purpose' };
  const bases = new Set(legalBases.map(({ code }) => code));
  const fields = new Set(operations.flatMap((operation) => operation.fields.map(({ code }) => code)));
  const used = new Set<string>();
  for (const { clause, code, basis, needs } of purposes) {
    if (basis.kind === 'law') used.add(basis.code);
    if (basis.kind === 'law' && !bases.has(basis.code))
      yield { clause, what: `the purpose ${code} has no legal basis: ${basis.code} is not listed` };
    if (needs.length === 0) yield { clause, what: `the purpose ${code} needs no field` };
    for (const field of needs) if (!fields.has(field)) yield { clause, what: `the purpose ${code} needs ${field}, which no operation has` };
  }
  for (const { code, clause } of legalBases) if (!used.has(code)) yield { clause, what: `no purpose stands on the legal basis ${code}` };
}

function* operations({ prefix, operations }: Regulation): Generator<Contradiction> {
  yield* repeated('operation', operations);
  yield* repeated(
    'field',
    operations.flatMap(({ fields }) => fields),
  );
  if (operations.length === 0) yield { clause: prefix, what: 'it has no operation' };
  for (const { code, fields } of operations) if (fields.length === 0) yield { clause: code, what: 'the operation has no field' };
}

/** A ground of refusal and what it judges by come together or not at all. */
function* refusals(regulation: Regulation): Generator<Contradiction> {
  const { refusals, prefix, roles, settings } = regulation;
  for (const code of indispensableRefusals)
    if (refusals[code] === undefined) yield { clause: prefix, what: `it never refuses for ${code}` };
  const pairs = [
    ['consent-missing', regulation.purposes.some(({ basis }) => basis.kind === 'consent'), 'a purpose that stands on consent'],
    ['address-not-allowed', roles.some(({ role }) => role === 'client-service'), 'the role client-service'],
    ['outside-office-hours', settings.officeHours !== null, 'office hours'],
  ] as const;
  for (const [code, isGiven, what] of pairs) {
    const clause = refusals[code];
    if ((clause !== undefined) === isGiven) continue;
    yield {
      clause: clause ?? prefix,
      what: isGiven ? `it has ${what} but never refuses for ${code}` : `it refuses for ${code} but has not ${what}`,
    };
  }
}

function* parameters({ settings, duties, retention, roles }: Regulation): Generator<Contradiction> {
  const { passwordMaximumAgeMonths: longest, passwordMinimumAgeDays: shortest, officeHours } = settings;
  if (!isCount(longest.value, 1)) yield { clause: longest.clause, what: 'the longest password age is less than one month' };
  if (!isCount(shortest.value, 0)) yield { clause: shortest.clause, what: 'the shortest password age is negative' };
  if (officeHours && !isSpanOfDay(officeHours.value)) yield { clause: officeHours.clause, what: 'the office hours are no span of a day' };
  for (const { recordClass, atLeastYears, clause } of retention)
    if (!isCount(atLeastYears, 1)) yield { clause, what: `${recordClass} is kept for less than one year` };
  yield* repeated('duty', duties);
  yield* repeated(
    'role',
    roles.map(({ role, clause }) => ({ code: role, clause })),
  );
  yield* repeated(
    'retention',
    retention.map(({ recordClass, clause }) => ({ code: recordClass, clause })),
  );
}

function* audit({ prefix, sampling, comparesEveryRow }: Regulation): Generator<Contradiction> {
  if ((sampling === null) === (comparesEveryRow === null))
    yield { clause: sampling?.clause ?? prefix, what: 'it must either draw a sample or compare every row' };
  if (sampling === null) return;
  if (!(sampling.ratePercent > 0 && sampling.ratePercent <= 100))
    yield { clause: sampling.clause, what: 'the sampling rate is not between 0 and 100 %' };
  if (!isCount(sampling.minimumRows, 1)) yield { clause: sampling.clause, what: 'the smallest sample is less than one row' };
}

function isSpanOfDay({ fromMinute, untilMinute }: OfficeHours): boolean {
  return isCount(fromMinute, 0) && isCount(untilMinute, fromMinute + 1) && untilMinute <= 24 * 60;
}

function isCount(value: number, atLeast: number): boolean {
  return Number.isInteger(value) && value >= atLeast;
}

function* repeated(kind: string, items: readonly { readonly code: string; readonly clause?: string }[]): Generator<Contradiction> {
  const seen = new Set<string>();
  for (const { code, clause } of items) {
    if (seen.has(code)) yield { clause: clause ?? code, what: `the ${kind} ${code} is given twice` };
    seen.add(code);
  }
}
