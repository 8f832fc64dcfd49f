// The programme as one account may use it: every purpose and field of the regulation, and which of them are open to it.
import type { Programme } from '#contract';
import type { Operation, Purpose, Regulation } from '#domain/regulations';
import { isCurrent, type ProgrammeActor } from '#server/accounts';

/** @param today calendar day in Taipei */
export function programmeView(regulation: Regulation, actor: ProgrammeActor, today: string): Programme {
  const grants = actor.grants.filter((grant) => grant.role !== 'auditor' && isCurrent(grant, today));
  const granted = (kind: 'purposes' | 'operations', code: string) => grants.some((grant) => grant[kind].includes(code));
  return {
    code: actor.programme.id,
    name: actor.programme.title,
    regulation: { id: regulation.id, title: regulation.title },
    purposes: regulation.purposes.map((purpose) => ({
      code: purpose.code,
      name: purpose.name,
      legalBasis: legalBasis(regulation, purpose),
      granted: granted('purposes', purpose.code),
      operations: regulation.operations.map((operation) => ({
        code: operation.code,
        name: operation.name,
        granted: granted('operations', operation.code),
        fields: fieldsOf(regulation, purpose, operation),
      })),
    })),
  };
}

function legalBasis(regulation: Regulation, purpose: Purpose): Programme['purposes'][number]['legalBasis'] {
  const { basis } = purpose;
  const law = basis.kind === 'law' ? regulation.legalBases.find(({ code }) => code === basis.code) : undefined;
  return law
    ? { code: law.code, name: law.name, clause: law.clause }
    : { code: 'citizen-consent', name: '當事人書面同意', clause: purpose.clause };
}

function fieldsOf(
  regulation: Regulation,
  purpose: Purpose,
  operation: Operation,
): Programme['purposes'][number]['operations'][number]['fields'] {
  const clause = regulation.refusals['field-not-needed'] ?? purpose.clause;
  return operation.fields.map(({ code, name }) => ({ code, name, needed: purpose.needs.includes(code), clause }));
}
