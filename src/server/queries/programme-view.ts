// The programme as one account may use it: every purpose and field that its regulations all know, and which of them are open to it.
import type { Programme } from '#contract';
import type { GoverningRegulations, Operation, Purpose, Regulation } from '#domain/regulations';
import { isCurrent, type ProgrammeActor } from '#server/accounts';

type PurposeView = Programme['purposes'][number];

/** @param today calendar day in Taipei */
export function programmeView(regulations: GoverningRegulations, actor: ProgrammeActor, today: string): Programme {
  const [regulation] = regulations;
  const grants = actor.grants.filter((grant) => grant.role !== 'auditor' && grant.role !== 'supervisor' && isCurrent(grant, today));
  const granted = (kind: 'purposes' | 'operations', code: string) => grants.some((grant) => grant[kind].includes(code));
  return {
    code: actor.programme.id,
    name: actor.programme.title,
    regulation: { id: regulation.id, title: regulation.title },
    purposes: knownToAll(regulations, ({ purposes }) => purposes).map((purpose) => ({
      code: purpose.code,
      name: purpose.name,
      legalBasis: legalBasis(regulation, purpose),
      granted: granted('purposes', purpose.code),
      operations: knownToAll(regulations, ({ operations }) => operations).map((operation) => ({
        code: operation.code,
        name: operation.name,
        granted: granted('operations', operation.code),
        fields: fieldsOf(regulations, purpose.code, operation),
      })),
    })),
  };
}

/** As the first of them has it; what one of them doesn't know it doesn't allow. */
function knownToAll<T extends { readonly code: string }>(
  regulations: GoverningRegulations,
  pick: (regulation: Regulation) => readonly T[],
): readonly T[] {
  return pick(regulations[0]).filter(({ code }) => regulations.every((regulation) => pick(regulation).some((each) => each.code === code)));
}

function legalBasis(regulation: Regulation, purpose: Purpose): PurposeView['legalBasis'] {
  const { basis } = purpose;
  const law = basis.kind === 'law' ? regulation.legalBases.find(({ code }) => code === basis.code) : undefined;
  return law
    ? { code: law.code, name: law.name, clause: law.clause }
    : { code: 'citizen-consent', name: '當事人書面同意', clause: purpose.clause };
}

/** A field is needed where all regulations say that the purpose needs it; else the clause is that of the first that doesn't. */
function fieldsOf(regulations: GoverningRegulations, purpose: string, operation: Operation): PurposeView['operations'][number]['fields'] {
  const needs = (regulation: Regulation, field: string) =>
    regulation.purposes.some(({ code, needs }) => code === purpose && needs.includes(field));
  return operation.fields.map(({ code, name }) => {
    const against = regulations.find((regulation) => !needs(regulation, code));
    return { code, name, needed: against === undefined, clause: fieldClause(against ?? regulations[0], purpose) };
  });
}

function fieldClause({ refusals, purposes, prefix }: Regulation, purpose: string): string {
  return refusals['field-not-needed'] ?? purposes.find(({ code }) => code === purpose)?.clause ?? `${prefix}-0`;
}
