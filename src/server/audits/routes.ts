// The wire of the month's end. Who may: managers close, auditors draw, mark and sign, both look and print. What a service answers
// becomes a problem with its clause here and nowhere else.
import { routes } from '#contract';
import { fromHex } from '#domain/kernel';
import { mountProgramme, type Doors, type ProgrammeActor } from '#server/accounts';
import { fieldProblem, ProblemError, type FileReply } from '#server/platform';
import { PrintingFailed } from '#server/reports';
import type { AuditParts } from './audit-parts.ts';
import { closeMonth } from './close-month.ts';
import { drawMonthSample } from './draw-month-sample.ts';
import { findMonths } from './find-months.ts';
import { markRow } from './mark-row.ts';
import { monthList } from './month-list.ts';
import { printMonth, type ListFormat } from './print-month.ts';
import { signResult } from './sign-result.ts';
import { viewSample } from './view-sample.ts';

export interface AuditDoors extends Doors, AuditParts {}

/** Who closes months and prints their lists: on a platform, the project officer (NV-5.1). */
const managers = ['chief-manager', 'unit-manager', 'project-officer'] as const;
const auditors = ['auditor'] as const;
const inspectors = [...managers, ...auditors] as const;

/** Of one person: each signature hashes a password, each print is work. */
const SIGNATURES_PER_MINUTE = 10;
const PRINTS_PER_MINUTE = 60;

export function mountAudits(doors: AuditDoors): void {
  mountMonths(doors);
  mountSamples(doors);
}

function mountMonths(doors: AuditDoors): void {
  const may = { roles: inspectors };
  mountProgramme(
    doors,
    routes.months,
    async (_call, actor) => ({ months: (await findMonths(doors, actor)).map(({ summary }) => summary) }),
    may,
  );

  mountProgramme(
    doors,
    routes.month,
    async ({ params, query }, actor) => found(await monthList(doors, actor, params.month, query.page ?? 1)),
    may,
  );

  mountProgramme(
    doors,
    routes.closeMonth,
    async ({ params }, actor) => {
      const result = await closeMonth(doors, actor, params.month);
      switch (result.kind) {
        case 'closed':
          return result.month.summary;
        case 'not-found':
          throw new ProblemError('not-found');
        case 'not-over':
          throw new ProblemError('conflict', { clause: result.clause, detail: '這個月份尚未結束，請於次月 1 日起辦理月結。' });
        case 'already-closed':
          throw new ProblemError('conflict', { clause: result.clause, detail: '這個月份已經月結，清單不會再變動。' });
      }
    },
    { roles: managers },
  );

  const print = { ...may, perMinute: PRINTS_PER_MINUTE };
  mountProgramme(doors, routes.listPdf, ({ params }, actor) => printed(doors, actor, params.month, 'pdf'), print);
  mountProgramme(doors, routes.listOds, ({ params }, actor) => printed(doors, actor, params.month, 'ods'), print);
}

async function printed(doors: AuditDoors, actor: ProgrammeActor, month: string, format: ListFormat): Promise<FileReply> {
  const result = await printMonth(doors, actor, month, format).catch((error: unknown) => {
    throw error instanceof PrintingFailed && error.code === 'printer-busy'
      ? new ProblemError('overloaded', { retryAfterSeconds: 5 })
      : error;
  });
  if (result.kind === 'not-found') throw new ProblemError('not-found');
  if (result.kind === 'not-closed')
    throw new ProblemError('conflict', { clause: result.clause, detail: '這個月份尚未月結，月結後才能列印查詢紀錄單。' });
  return { bytes: result.bytes, fileName: `query-list-${month}.${format}` };
}

function mountSamples(doors: AuditDoors): void {
  mountProgramme(doors, routes.sample, async ({ params }, actor) => found(await viewSample(doors, actor, params.month)), {
    roles: inspectors,
  });

  mountProgramme(
    doors,
    routes.drawSample,
    async ({ params, body }, actor) => {
      const result = await drawMonthSample(doors, actor, params.month, fromHex(body.entropy));
      switch (result.kind) {
        case 'drawn':
          return found(await viewSample(doors, actor, params.month));
        case 'not-found':
          throw new ProblemError('not-found');
        case 'not-closed':
        case 'already-drawn':
        case 'no-sampling-rule':
          throw new ProblemError('conflict', { clause: result.clause, detail: drawRefusals[result.kind] });
      }
    },
    { roles: auditors },
  );

  mountProgramme(
    doors,
    routes.markRow,
    async ({ params, body }, actor) => {
      const result = await markRow(doors, actor, params.month, params.index, body);
      switch (result.kind) {
        case 'marked':
          return result.row;
        case 'not-found':
          throw new ProblemError('not-found');
        case 'not-yours':
          throw new ProblemError('not-permitted', { detail: '這一列由其他查核人員負責，只有被分派的查核人員可以註記。' });
        case 'already-signed':
          throw new ProblemError('conflict', { detail: alreadySigned });
      }
    },
    { roles: auditors },
  );

  mountProgramme(
    doors,
    routes.signResult,
    async ({ params, body }, actor) => {
      const result = await signResult(doors, actor, params.month, body.password);
      switch (result.kind) {
        case 'signed':
          return result.result;
        case 'not-found':
          throw new ProblemError('not-found');
        case 'wrong-password':
          throw new ProblemError('malformed-request', { fields: [{ ...fieldProblem('password', 'wrong'), message: wrongPassword }] });
        case 'already-signed':
          throw new ProblemError('conflict', { detail: alreadySigned });
        case 'no-rows':
          throw new ProblemError('conflict', { detail: '本次抽樣沒有分派給您的列，不必簽署。' });
        case 'rows-unmarked':
          throw new ProblemError('conflict', {
            detail: `尚有 ${result.rows.length} 列未註記（項次 ${result.rows.slice(0, 10).join('、')}），全部註記後才能簽署。`,
          });
      }
    },
    { roles: auditors, perMinute: SIGNATURES_PER_MINUTE },
  );
}

const wrongPassword = '密碼不正確，或帳號因連續 5 次錯誤暫時鎖定 15 分鐘';
const alreadySigned = '您已簽署本次查核結果，註記不能再變更。';

const drawRefusals = {
  'not-closed': '這個月份尚未月結，月結後才能抽樣。',
  'already-drawn': '這個月份已經抽樣，抽樣結果不會再變動。',
  'no-sampling-rule': '這項規範沒有抽樣規定，全部查詢紀錄都要比對。',
} as const;

/** What the service doesn't find is not there; another office's programme never came this far. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError('not-found');
  return value;
}
