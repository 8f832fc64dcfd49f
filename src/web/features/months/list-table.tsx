// The rows of a query list, as on paper: ids masked, each leading to its record.
import { Link } from '@tanstack/react-router';
import type { ListRow } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { EmptyState, Table, WithClauses, type Column } from '../../ui/index.ts';

export function ListTable({ rows }: { readonly rows: readonly ListRow[] }) {
  const texts = useTexts().months;
  const empty = <EmptyState icon="month" title={texts.noRows} />;
  return <Table caption={texts.title} columns={columnsOf(texts)} rows={rows} rowKey={(row) => row.index} empty={empty} />;
}

function columnsOf(texts: Texts['months']): Column<ListRow>[] {
  const orBlank = (text: string) => (text.trim() === '' ? <span className="months-wait">{texts.blank}</span> : text);
  return [
    { id: 'row', title: texts.row, kind: 'number', isRowHeader: true, cell: (row) => row.row },
    { id: 'at', title: texts.at, kind: 'nowrap', cell: (row) => formatRocDateTime(Date.parse(row.at)) },
    {
      id: 'who',
      title: texts.who,
      kind: 'nowrap',
      cell: (row) => (
        <>
          {row.name}
          <div className="months-wait">{row.account}</div>
        </>
      ),
    },
    { id: 'operation', title: texts.operation, kind: 'nowrap', cell: (row) => row.operation },
    { id: 'condition', title: texts.condition, kind: 'nowrap', cell: (row) => row.condition },
    { id: 'caseNumber', title: texts.caseNumber, kind: 'code', cell: (row) => orBlank(row.caseNumber) },
    { id: 'reason', title: texts.reason, cell: (row) => orBlank(row.reason) },
    { id: 'result', title: texts.result, cell: (row) => <WithClauses text={row.result} /> },
    {
      id: 'index',
      title: texts.index,
      kind: 'number',
      cell: (row) => (
        <Link to={paths.record(row.index)} aria-label={texts.openRecord(row.index)}>
          {row.index}
        </Link>
      ),
    },
  ];
}
