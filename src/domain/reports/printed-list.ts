// The 查詢紀錄單 as it goes to paper or a spreadsheet (NW-5.2): marked 密件 (NW-4.1.3), national ids masked, dates of the
// Republic, signed by hand at the end, with the evidence that it is the list the log committed to.
import { formatRocDateTime, taipeiDateTime, type CalendarDay } from '#domain/kernel';
import { rocPeriod } from './list-month.ts';
import { toListRow, totalsText } from './list-row.ts';
import { countResults, type ListEntry, type QueryList } from './query-list.ts';

export interface PrintedList {
  readonly marking: string;
  readonly organisation: string;
  readonly title: string;
  readonly period: string;
  readonly facts: readonly LabelledText[];
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  readonly emptyNote: string;
  readonly totals: string;
  readonly signatures: readonly string[];
  readonly evidence: PrintedEvidence;
  readonly footer: string;
  readonly printed: string;
  /** The day of printing in Taipei, for the document's own date. */
  readonly printedOn: CalendarDay;
}

export interface LabelledText {
  readonly label: string;
  readonly value: string;
}

export interface PrintedColumn {
  readonly title: string;
  /** null: takes what the others leave. */
  readonly widthMm: number | null;
  readonly align: 'left' | 'center' | 'right';
}

/** One cell per column. A number stays a number in a spreadsheet; `code` stands small beside its name. */
export type PrintedCell = string | number | { readonly name: string; readonly code: string };
export type PrintedRow = readonly PrintedCell[];

export interface PrintedEvidence {
  readonly title: string;
  readonly facts: readonly LabelledText[];
  readonly explanation: string;
  /** Goes into the QR code as it is. */
  readonly receipt: string;
  readonly receiptCaption: string;
}

/** Everything about a closed month that the list itself doesn't hold. */
export interface PrintingContext {
  readonly organisation: string;
  /** `南投縣政府使用勞動部勞工保險局業務資料管理規範` */
  readonly regulationTitle: string;
  readonly clause: string;
  readonly operationName: (code: string) => string | undefined;
  readonly closedAtMs: number;
  readonly closedBy: string;
  readonly printedAtMs: number;
  readonly printedBy: string;
  readonly origin: string;
  readonly closeIndex: number;
  readonly treeSize: number;
  /** base64, as in the checkpoint */
  readonly rootHash: string;
  /** hexadecimal */
  readonly listDigest: string;
  readonly receipt: { readonly kind: 'tlog-proof' | 'promise'; readonly text: string };
}

const columns: readonly PrintedColumn[] = [
  { title: '項次', widthMm: 10, align: 'right' },
  { title: '帳號', widthMm: 20, align: 'left' },
  { title: '姓名', widthMm: 21, align: 'left' },
  { title: '查詢日期', widthMm: 17, align: 'center' },
  { title: '查詢時間', widthMm: 15, align: 'center' },
  { title: '作業代號', widthMm: 40, align: 'left' },
  { title: '被查詢者', widthMm: 22, align: 'center' },
  { title: '案號', widthMm: 32, align: 'left' },
  { title: '查詢事由', widthMm: null, align: 'left' },
  { title: '結果', widthMm: 30, align: 'left' },
  { title: '紀錄序號', widthMm: 15, align: 'right' },
];

const receiptWords = {
  'tlog-proof': {
    caption: '月結紀錄證明（tlog-proof）',
    explanation:
      '清單摘要載於上列月結紀錄。右方條碼為該紀錄之存在證明（C2SP tlog-proof），以公開之驗證程式與紀錄公鑰離線核對，可知該紀錄確已納入此封存摘要值。',
  },
  promise: {
    caption: '月結紀錄收據',
    explanation: '清單摘要載於上列月結紀錄。右方條碼為該紀錄之收據，由紀錄金鑰簽章，可憑以核對該紀錄確在上列序號。',
  },
} as const;

export function printedList(list: QueryList, context: PrintingContext): PrintedList {
  const first = list.entries[0];
  const last = list.entries.at(-1);
  const printedAt = taipeiDateTime(context.printedAtMs);
  return {
    marking: '密件',
    organisation: context.organisation,
    title: '勞保資料查詢紀錄單',
    period: rocPeriod(list.month),
    facts: [
      { label: '月結', value: `${formatRocDateTime(context.closedAtMs)}　${context.closedBy}` },
      { label: '筆數', value: `${list.entries.length} 筆` },
      { label: '紀錄序號', value: first && last ? `${first.index} 至 ${last.index}` : '無' },
    ],
    columns,
    rows: list.entries.map((entry, at) => printedRow(entry, at + 1, context)),
    emptyNote: '本月無查詢紀錄。',
    totals: totalsText(countResults(list.entries)),
    signatures: ['承辦人', '單位主管', '查核人員', '機關首長'],
    evidence: {
      title: '本清單之存證',
      facts: [
        { label: '紀錄', value: `${context.origin}　第 ${context.closeIndex} 號（月結）` },
        { label: '清單摘要', value: `SHA-256　${context.listDigest}` },
        { label: '封存', value: `共 ${context.treeSize} 筆紀錄　封存摘要值（根雜湊） ${context.rootHash}` },
      ],
      explanation: receiptWords[context.receipt.kind].explanation,
      receipt: context.receipt.text,
      receiptCaption: receiptWords[context.receipt.kind].caption,
    },
    footer: `依據：${context.regulationTitle}（${context.clause}）`,
    printed: `列印：${context.printedBy}　${formatRocDateTime(context.printedAtMs)}`,
    printedOn: { year: printedAt.year, month: printedAt.month, day: printedAt.day },
  };
}

function printedRow(entry: ListEntry, row: number, context: PrintingContext): PrintedRow {
  const name = context.operationName(entry.operation);
  const text = toListRow(entry, row, name);
  const [date = '', time = ''] = formatRocDateTime(entry.atMs).split(' ');
  return [
    row,
    text.account,
    text.name,
    date,
    time,
    name === undefined ? entry.operation : { name, code: entry.operation },
    text.condition,
    orBlank(text.caseNumber),
    orBlank(text.reason),
    text.result,
    entry.index,
  ];
}

/** An empty cell could be filled in by hand after it was signed. */
function orBlank(text: string): string {
  return text.trim() === '' ? '（未填寫）' : text;
}
