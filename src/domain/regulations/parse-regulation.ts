// Reads a regulation that was written as JSON, as closed as its type: an unknown key, code, role or part is malformed, and nothing is
// filled in. Whether it agrees with itself is for contradictionsIn to say.
import { count, date, keyed, listOf, oneOf, orNull, ShapeError, text, trueOrFalse, type Reader, type ShapeCode } from '#domain/kernel';
import type { ClauseId } from './clause-id.ts';
import { clause } from './parse-regulation-clauses.ts';
import { destructionRule, dutyRule, eventRule, formRule, retentionRule, settings } from './parse-regulation-rules.ts';
import { clauseId, codes, role, variants, wording, type NotAClauseId } from './parse-regulation-words.ts';
import { refusalCodes, type RefusalCode } from './refusal-code.ts';
import type { Operation, Purpose, Regulation } from './regulation.ts';

export type MalformedRegulationCode = ShapeCode | NotAClauseId;

/** `place` is the path of the first thing that is wrong: `duties[2].due.kind`; '' is the whole value. */
export type ParsedRegulation =
  | { readonly kind: 'regulation'; readonly regulation: Regulation }
  | { readonly kind: 'malformed'; readonly place: string; readonly code: MalformedRegulationCode };

export function parseRegulation(value: unknown): ParsedRegulation {
  try {
    return { kind: 'regulation', regulation: wholeRegulation(value, '') };
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'malformed', place: error.place, code: error.code as MalformedRegulationCode }; // only such are thrown here
    throw error;
  }
}

const purpose: Reader<Purpose> = keyed({
  code: text,
  name: text,
  clause: clauseId,
  basis: variants('kind', { law: { code: text }, consent: {} }),
  needs: codes,
});

const operation: Reader<Operation> = keyed({ code: text, name: text, fields: listOf(keyed({ code: text, name: text })) });

const clauseOfEach = Object.fromEntries(refusalCodes.map((code) => [code, clauseId])) as Record<RefusalCode, Reader<ClauseId>>;
const refusals = keyed({}, clauseOfEach) as Reader<Regulation['refusals']>; // a ground that isn't given isn't a key either

const wholeRegulation: Reader<Regulation> = keyed({
  id: text,
  prefix: text,
  title: text,
  issuedBy: text,
  issuedOn: orNull(date),
  ceasedOn: orNull(date),
  replacedBy: orNull(text),
  provider: text,
  parties: listOf(keyed({ code: text, name: text, clause: clauseId })),
  roles: listOf(keyed({ role, name: text, clause: clauseId, holders: oneOf('one', 'some'), mayNotAlsoBe: listOf(role) })),
  legalBases: listOf(keyed({ code: text, name: text, clause: clauseId })),
  purposes: listOf(purpose),
  operations: listOf(operation),
  refusals,
  consentReplacesBasis: trueOrFalse,
  forms: listOf(formRule),
  settings,
  sampling: orNull(
    keyed({
      clause: clauseId,
      per: oneOf('month', 'half-year'),
      ratePercent: count,
      minimumRows: count,
      barsPreviousAuditor: orNull(clauseId),
    }),
  ),
  comparison: orNull(keyed({ clause: clauseId, against: oneOf('register', 'usage-report') })),
  duties: listOf(dutyRule),
  onEvents: listOf(eventRule),
  retention: listOf(retentionRule),
  destruction: listOf(destructionRule),
  liabilities: listOf(keyed({ clause: clauseId, wording, acceptedBy: listOf(role) })),
  clauses: listOf(clause),
});
