// One's queries as a table: state in a word, refusals by clause, each row leading to its record.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HistoryRow } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Chip, ClauseChip, Table, type Column, type Tone } from '../../ui/index.ts';

const tones: Readonly<Record<HistoryRow['state'], Tone>> = {
  answered: 'good',
  'not-found': 'neutral',
  refused: 'bad',
  failed: 'notice',
  open: 'notice',
};

export function HistoryTable({ rows, empty }: { readonly rows: readonly HistoryRow[]; readonly empty: ReactNode }) {
  const texts = useTexts().queries;
  return <Table caption={texts.historyTitle} columns={historyColumns(texts)} rows={rows} rowKey={(row) => row.index} empty={empty} />;
}

function historyColumns(texts: Texts['queries']): Column<HistoryRow>[] {
  const orBlank = (text: string) => (text.trim() === '' ? <span className="history-what">{texts.blank}</span> : text);
  return [
    {
      id: 'index',
      title: texts.recordIndex,
      kind: 'number',
      isRowHeader: true,
      cell: (row) => (
        <Link to={paths.record(row.index)} aria-label={texts.openRecord(row.index)}>
          {row.index}
        </Link>
      ),
    },
    { id: 'at', title: texts.when, kind: 'nowrap', cell: (row) => formatRocDateTime(Date.parse(row.at)) },
    { id: 'state', title: texts.state, kind: 'nowrap', cell: (row) => <State row={row} /> },
    {
      id: 'what',
      title: texts.what,
      cell: (row) => (
        <>
          {row.operation}
          <div className="history-what">{row.purpose}</div>
        </>
      ),
    },
    { id: 'caseNumber', title: texts.caseNumber, kind: 'code', cell: (row) => orBlank(row.caseNumber) },
    { id: 'reason', title: texts.reason, cell: (row) => orBlank(row.reason) },
    { id: 'who', title: texts.who, kind: 'nowrap', cell: (row) => row.subject },
    { id: 'count', title: texts.count, kind: 'number', cell: (row) => row.count ?? '—' },
  ];
}

function State({ row }: { readonly row: HistoryRow }) {
  const { queries: texts, records } = useTexts();
  const grounds: Readonly<Record<string, string>> = records.refusals;
  return (
    <div className="history-state">
      <Chip tone={row.count === 0 ? 'neutral' : tones[row.state]}>{texts.states[row.state]}</Chip>
      {row.state === 'open' && <span className="history-what">{texts.openMeaning}</span>}
      {row.refusals.length > 0 && (
        <span className="history-refusals">
          {row.refusals.map((refusal) => (
            <span key={refusal.code}>
              <ClauseChip clause={refusal.clause} /> {grounds[refusal.code] ?? refusal.message}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
