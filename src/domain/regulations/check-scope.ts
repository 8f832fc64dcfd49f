// What a regulation opens: purposes and their legal bases, operations and their fields, and the grounds it refuses on.
import { repeated, type Contradiction } from './contradiction.ts';
import { indispensableRefusals } from './refusal-code.ts';
import type { Regulation } from './regulation.ts';

export function* scopeContradictions(regulation: Regulation): Generator<Contradiction> {
  yield* purposes(regulation);
  yield* operations(regulation);
  yield* refusals(regulation);
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
function* refusals({ refusals, prefix, purposes, roles, settings }: Regulation): Generator<Contradiction> {
  for (const code of indispensableRefusals)
    if (refusals[code] === undefined) yield { clause: prefix, what: `it never refuses for ${code}` };
  const pairs = [
    ['consent-missing', purposes.some(({ basis }) => basis.kind === 'consent'), 'a purpose that stands on consent'],
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
  const approval = refusals['approval-missing'];
  if (approval !== undefined && !roles.some(({ role }) => role === 'supervisor'))
    yield { clause: approval, what: 'it refuses for approval-missing but has not the role supervisor' };
}
