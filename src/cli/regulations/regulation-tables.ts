// A regulation as tables of text, in Chinese: what `mingcha regulations ID` prints and its spreadsheet holds.
import { answersBySort, clauseKindNames, clauseStateNames, type PartView, type RegulationView } from '#domain/compliance';
import type { Wording } from '#domain/regulations';

export interface TextTable {
  readonly name: string;
  /** The first so many columns are short; the others hold sentences. */
  readonly shortColumns: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function regulationTables(view: RegulationView): TextTable[] {
  return [clauses(view), parameters(view), duties(view), retention(view), forms(view)];
}

function clauses(view: RegulationView): TextTable {
  return {
    name: '條文',
    shortColumns: 3,
    columns: ['條文', '類別', '狀態', '內容', '落實方式', '人工辦理事項'],
    rows: view.clauses.map((clause) => [
      clause.id,
      clause.kinds.map((kind) => clauseKindNames[kind].zh).join('、'),
      clauseStateNames[clause.state].zh,
      clause.wording.zh,
      answersBySort(clause.answers)
        .map(({ sort, names }) => `${sort.zh}：${names.zh}`)
        .join('；'),
      clause.byHand.map(({ zh }) => zh).join(''),
    ]),
  };
}

function parameters(view: RegulationView): TextTable {
  return {
    name: '參數',
    shortColumns: 1,
    columns: ['條文', '參數', '值', '來源'],
    rows: view.parameters.map(({ clause, name, value, reason }) => [clause, name.zh, value.zh, source(reason)]),
  };
}

function duties(view: RegulationView): TextTable {
  return {
    name: '職責與期限',
    shortColumns: 1,
    columns: ['條文', '職責', '時限', '負責', '通知', '來源', '人工辦理事項'],
    rows: [...view.duties, ...view.onEvents].map(({ clause, name, due, by, to, reason, through }) => [
      clause,
      name,
      due.zh,
      by.zh,
      to,
      source(reason),
      byHand(through),
    ]),
  };
}

function retention(view: RegulationView): TextTable {
  return {
    name: '保存與銷毀',
    shortColumns: 1,
    columns: ['條文', '紀錄或資料', '保存或銷毀時點', '來源或證明', '人工辦理事項'],
    rows: [
      ...view.retention.map(({ clause, name, keep, reason }) => [clause, name.zh, `保存${keep.zh}`, source(reason), '']),
      ...view.destruction.map(({ clause, what, when, proof, through }) => [clause, what.zh, `${when.zh}銷毀`, proof.zh, byHand(through)]),
    ],
  };
}

function forms(view: RegulationView): TextTable {
  return {
    name: '表單與簽核',
    shortColumns: 1,
    columns: ['條文', '表單', '應載明', '簽核流程'],
    rows: view.forms.map(({ clause, name, requires, chain }) => [
      clause,
      name,
      requires.zh,
      chain.map(({ by, does }) => `${by.zh}${does.zh}`).join(' → '),
    ]),
  };
}

function source(reason: Wording | null): string {
  return reason === null ? '條文明定' : `本系統預設：${reason.zh}`;
}

function byHand(part: PartView): string {
  return part.byHand?.zh ?? '';
}
