export {
  auditResultDocument,
  countFindings,
  findings,
  readCounts,
  type AuditResultFacts,
  type Finding,
  type FindingCounts,
  type MarkedRow,
} from './audit-result.ts';
export { countResults, listBytes, queryList, type ListEntry, type ListFigures, type ListResult, type QueryList } from './query-list.ts';
export { listDueOn, monthAfter, rocPeriod } from './list-month.ts';
export { toListRow, totalsText, type ListRow } from './list-row.ts';
export {
  printedList,
  type LabelledText,
  type PrintedCell,
  type PrintedColumn,
  type PrintedEvidence,
  type PrintedList,
  type PrintedRow,
  type PrintingContext,
} from './printed-list.ts';
