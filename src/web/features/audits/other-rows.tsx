// The rows that another auditor marks, or nobody may, and one's own once they are signed: to be seen, not to be changed.
import type { SampleRow } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Panel, Table, WithClauses, type Column } from '../../ui/index.ts';
import { FindingChip } from './finding-chip.tsx';
import type { AuditorRows } from './group-by-auditor.ts';

export function OtherRows({ group }: { readonly group: AuditorRows }) {
  const texts = useTexts().audits;
  const title = group.name === null ? texts.noAuditor : texts.othersTitle(group.name);
  return (
    <Panel title={title} isFlush>
      <Table
        caption={title}
        columns={columnsOf(texts)}
        rows={group.rows}
        rowKey={({ index }) => index}
        rowTone={({ finding }) => (finding === 'anomaly' ? 'bad' : 'none')}
      />
    </Panel>
  );
}

function columnsOf(texts: Texts['audits']): Column<SampleRow>[] {
  return [
    { id: 'row', title: texts.row, kind: 'number', isRowHeader: true, cell: (row) => row.row },
    { id: 'at', title: texts.at, kind: 'nowrap', cell: (row) => formatRocDateTime(Date.parse(row.at)) },
    { id: 'who', title: texts.who, kind: 'nowrap', cell: (row) => `${row.name}（${row.account}）` },
    { id: 'condition', title: texts.condition, kind: 'nowrap', cell: (row) => row.condition },
    { id: 'caseNumber', title: texts.caseNumber, kind: 'code', cell: (row) => row.caseNumber.trim() || texts.blank },
    { id: 'reason', title: texts.reason, cell: (row) => row.reason.trim() || texts.blank },
    { id: 'result', title: texts.result, cell: (row) => <WithClauses text={row.result} /> },
    { id: 'finding', title: texts.finding, kind: 'nowrap', cell: (row) => <FindingChip finding={row.finding} /> },
    { id: 'note', title: texts.note, cell: (row) => row.note },
  ];
}
