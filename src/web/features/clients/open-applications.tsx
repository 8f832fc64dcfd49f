// Applications that wait: for whom, and whether that is the one who looks.
import { Link } from '@tanstack/react-router';
import type { ClientServiceSummary, ServiceApplication } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Chip, Table, type Column } from '../../ui/index.ts';
import { ApplicationChip } from './state-chip.tsx';

interface OpenApplicationsProps {
  readonly applications: readonly ServiceApplication[];
  readonly services: readonly ClientServiceSummary[];
}

export function OpenApplications({ applications, services }: OpenApplicationsProps) {
  const texts = useClientTexts();
  const open = applications.filter(({ state }) => state === 'waiting' || state === 'returned');
  const nameOf = (application: ServiceApplication) =>
    application.content?.name ?? services.find(({ id }) => id === application.service)?.name ?? application.number;
  return (
    <Table
      caption={texts.todo}
      columns={columnsOf(texts, nameOf)}
      rows={open}
      rowKey={({ id }) => id}
      rowTone={(row) => (isTheirTurn(row) ? 'notice' : 'none')}
      stacks
      empty={<p className="clients-none">{texts.todoNone}</p>}
    />
  );
}

/** Withdrawing is always theirs who filed: it is no turn. */
export function isTheirTurn({ mayDo }: ServiceApplication): boolean {
  return mayDo.some((act) => act !== 'withdraw' && act !== 'return');
}

/** Who acts next, as people call them. */
export function whoseTurn({ steps, nextStep }: ServiceApplication, texts: ClientTexts): string {
  const step = steps[nextStep];
  return step ? (texts.roles[step.enteredBy] ?? texts.roles[step.by] ?? step.by) : '';
}

function columnsOf(texts: ClientTexts, nameOf: (application: ServiceApplication) => string): Column<ServiceApplication>[] {
  return [
    {
      id: 'name',
      title: texts.application,
      isRowHeader: true,
      cell: (row) => (
        <>
          <Link to={paths.application(row.id)}>{nameOf(row)}</Link>
          <div className="clients-aside">{row.form.name}</div>
        </>
      ),
    },
    { id: 'number', title: texts.number, kind: 'code', cell: ({ number }) => number },
    { id: 'state', title: texts.state, kind: 'nowrap', cell: ({ state }) => <ApplicationChip state={state} /> },
    {
      id: 'next',
      title: texts.nextStep,
      cell: (row) => (
        <>
          {isTheirTurn(row) && <Chip tone="notice">{texts.yourTurn}</Chip>} {texts.waitsFor(whoseTurn(row, texts))}
          {texts.does[row.steps[row.nextStep]?.does ?? '']}
        </>
      ),
    },
    {
      id: 'at',
      title: texts.when,
      kind: 'nowrap',
      cell: ({ events }) => formatRocDateTime(Date.parse(events.at(-1)?.at ?? '')),
    },
  ];
}
