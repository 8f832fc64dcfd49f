// The wire of querying: the programme's form, one query, one's own history, one record with its proof.
import { routes } from '#contract';
import { checkNationalId, normaliseNationalId, toBase64 } from '#domain/kernel';
import type { GoverningRegulations, Regulation } from '#domain/regulations';
import { governingRegulations, mountProgramme, type Doors, type ProgrammeActor } from '#server/accounts';
import { dayInTaipei, fieldProblem, ProblemError } from '#server/platform';
import { labourInsuranceOperations } from '#server/providers';
import { programmeView } from './programme-view.ts';
import { readHistory } from './read-history.ts';
import { readLogRecord, readRecordContent } from './read-record.ts';
import { runQuery, type QueryParts } from './run-query.ts';

export interface QueryDoors extends Doors, QueryParts {
  findRegulation(id: string): Regulation | undefined;
}

export function mountQueries(doors: QueryDoors): void {
  mountProgramme(doors, routes.programme, async (_call, actor) =>
    programmeView(regulationsOf(doors, actor), actor, dayInTaipei(doors.clock.now())),
  );

  mountProgramme(doors, routes.query, async ({ body }, actor) => {
    const regulations = queriedUnder(doors, actor);
    const outcome = await runQuery(doors, regulations, actor, body);
    switch (outcome.kind) {
      case 'malformed':
        throw new ProblemError('malformed-request', { fields: [fieldProblem(outcome.field, outcome.code)] });
      case 'refused':
        throw new ProblemError('refused-by-regulation', {
          refusals: [...outcome.refusals],
          ...firstClause(outcome.refusals),
          receipt: outcome.receipt.promise,
        });
      case 'failed':
        throw new ProblemError(outcome.code, { receipt: outcome.receipt.promise });
      case 'answered':
        return {
          id: outcome.id,
          index: outcome.receipt.index,
          found: outcome.found,
          rows: outcome.rows.map((row) => ({ ...row })),
          fields: outcome.fields.map((code) => ({ code, name: fieldName(regulations[0], code) })),
          receipt: outcome.receipt.promise,
          watermark: { name: actor.name, account: actor.login, at: outcome.at.toString(), caseNumber: body.caseNumber.trim() },
          warnings: checkNationalId(normaliseNationalId(body.subject)) === 'valid' ? [] : ['national-id'],
        };
    }
  });

  mountProgramme(doors, routes.history, ({ query }, actor) => readHistory(doors, queriedUnder(doors, actor), actor, query));

  mountProgramme(doors, routes.record, async ({ params }, actor) => {
    const record = await readLogRecord(doors, actor, params.index);
    if (!record) throw new ProblemError('not-found');
    return record;
  });

  mountProgramme(doors, routes.recordProof, async ({ params }, actor) => {
    const proof = await doors.ledger.proof(actor.programme.id, params.index);
    if (proof === undefined) throw new ProblemError('not-found');
    return { bytes: Buffer.from(proof, 'utf8'), fileName: `record-${params.index}.tlog-proof` };
  });

  mountProgramme(doors, routes.recordContent, async ({ params }, actor) => {
    const content = await readRecordContent(doors, actor, params.index);
    if (content === undefined) throw new ProblemError('not-found');
    return { bytes: Buffer.from(content, 'utf8'), fileName: `record-${params.index}.txt` };
  });

  mountProgramme(doors, routes.logState, async (_call, actor) => {
    const state = await doors.ledger.state(actor.programme.id);
    return { ...state, rootHash: toBase64(state.rootHash), sealedAt: state.sealedAt?.toString() ?? null };
  });
}

function regulationsOf(doors: QueryDoors, actor: ProgrammeActor): GoverningRegulations {
  return governingRegulations((id) => doors.findRegulation(id), actor.programme);
}

/** Where the provider has none of the operations, as on a verification platform, there is nothing to query. */
function queriedUnder(doors: QueryDoors, actor: ProgrammeActor): GoverningRegulations {
  const regulations = regulationsOf(doors, actor);
  if (!regulations[0].operations.some(({ code }) => provided.has(code))) throw new ProblemError('not-found');
  return regulations;
}

const provided: ReadonlySet<string> = new Set(labourInsuranceOperations);

function firstClause([first]: readonly { clause: string }[]): { clause?: string } {
  return first ? { clause: first.clause } : {};
}

function fieldName(regulation: Regulation, code: string): string {
  return regulation.operations.flatMap(({ fields }) => fields).find((field) => field.code === code)?.name ?? code;
}
