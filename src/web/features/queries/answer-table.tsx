// The rows of an answer. Hidden values all look alike, so that not even their length shows.
import type { Answer } from '#contract';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Hidden, Table, type Column } from '../../ui/index.ts';
import { formatValue } from './format-value.ts';

interface NumberedRow {
  readonly place: number;
  readonly values: Answer['rows'][number];
}

export function AnswerTable({ answer, isShown }: { readonly answer: Answer; readonly isShown: boolean }) {
  const texts = useTexts().queries;
  const rows = answer.rows.map((values, place) => ({ place: place + 1, values }));
  return <Table caption={texts.result} columns={answerColumns(answer, isShown, texts)} rows={rows} rowKey={({ place }) => place} />;
}

function answerColumns(answer: Answer, isShown: boolean, texts: Texts['queries']): Column<NumberedRow>[] {
  return [
    { id: 'place', title: texts.row, kind: 'number', cell: ({ place }) => place, width: '4em' },
    ...answer.fields.map(({ code, name }): Column<NumberedRow> => ({
      id: code,
      title: name,
      kind: answer.rows.some((row) => typeof row[code] === 'number') ? 'number' : 'text',
      cell: ({ values }) => (isShown ? formatValue(values[code] ?? null) : <Hidden />),
    })),
  ];
}
