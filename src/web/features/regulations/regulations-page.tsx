// The regulations that the program enforces.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Regulation } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { PageHeader, Panel, ProblemNotice, ProgressBar, Table, type Column } from '../../ui/index.ts';
import { Fulfilment } from './fulfilment.tsx';
import { Period } from './period.tsx';
import './regulations.css';

type Summary = Pick<Regulation, 'id' | 'title' | 'issuedOn' | 'ceasedOn' | 'inForce' | 'counts'>;

export function RegulationsPage() {
  const texts = useRegulationTexts();
  const show = useShownProblem();
  const list = useQuery({ queryKey: ['regulations'], queryFn: ({ signal }) => call('regulations', {}, signal) });
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      {list.isPending && <ProgressBar label={texts.title} />}
      {list.isError && <ProblemNotice problem={show(list.error)} />}
      {list.data && (
        <Panel isFlush>
          <Table caption={texts.title} columns={columnsOf(texts)} rows={list.data.regulations} rowKey={({ id }) => id} stacks />
        </Panel>
      )}
    </>
  );
}

function columnsOf(texts: RegulationTexts): Column<Summary>[] {
  return [
    {
      id: 'title',
      title: texts.name,
      isRowHeader: true,
      cell: ({ id, title }) => <Link to={paths.regulation(id)}>{title}</Link>,
    },
    { id: 'period', title: texts.period, cell: (row) => <Period regulation={row} /> },
    { id: 'counts', title: texts.fulfilment, cell: ({ counts }) => <Fulfilment counts={counts} width={220} /> },
  ];
}
