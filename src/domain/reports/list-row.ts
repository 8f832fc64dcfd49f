// One query in the words of the printed list. The shape is the wire's ListRow, kept by structure.
import type { ListEntry, ListFigures, ListResult } from './query-list.ts';

export interface ListRow {
  readonly row: number;
  readonly index: number;
  readonly at: string;
  readonly account: string;
  readonly name: string;
  readonly operation: string;
  readonly condition: string;
  readonly caseNumber: string;
  readonly reason: string;
  readonly result: string;
}

/**
 * @param row the entry's place in its list, from 1
 * @param operationName the operation in the regulation's words, or undefined when it no longer names it
 */
export function toListRow(entry: ListEntry, row: number, operationName: string | undefined): ListRow {
  return {
    row,
    index: entry.index,
    at: new Date(entry.atMs).toISOString(),
    account: entry.account,
    name: entry.name,
    operation: operationName ?? entry.operation,
    condition: entry.subject,
    caseNumber: entry.caseNumber,
    reason: entry.reason,
    result: resultText(entry.result),
  };
}

const failureTexts: Readonly<Record<string, string>> = {
  'provider-timeout': '逾時',
  'provider-failed': '連線中斷',
  'provider-nonsense': '回覆內容無法辨識',
};

function resultText(result: ListResult): string {
  switch (result.kind) {
    case 'answered':
      return `查得 ${result.count} 筆`;
    case 'not-found':
      return '查無資料';
    case 'refused':
      return `不得查詢 ${[...new Set(result.refusals.map((refusal) => refusal.clause))].join('、')}`;
    case 'failed':
      return `未取得資料（${failureTexts[result.code] ?? result.code}）`;
    case 'open':
      return '未完成';
  }
}

/** The line under the list. */
export function totalsText(figures: ListFigures): string {
  const parts = [
    `查得 ${figures.answered} 筆`,
    `查無資料 ${figures.notFound} 筆`,
    `不得查詢 ${figures.refused} 筆`,
    `未取得資料 ${figures.failed} 筆`,
    ...(figures.open > 0 ? [`未完成 ${figures.open} 筆`] : []),
  ];
  return `合計 ${figures.rows} 筆：${parts.join('、')}。`;
}
