// The applications of one service, newest first.
import { Link } from '@tanstack/react-router';
import type { ServiceApplication } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Table, type Column } from '../../ui/index.ts';
import { ApplicationChip } from './state-chip.tsx';

export function ApplicationsTable({ applications }: { readonly applications: readonly ServiceApplication[] }) {
  const texts = useClientTexts();
  return <Table caption={texts.applications} columns={columnsOf(texts)} rows={applications} rowKey={({ id }) => id} stacks />;
}

function columnsOf(texts: ClientTexts): Column<ServiceApplication>[] {
  const at = (event: ServiceApplication['events'][number] | undefined) => (event ? formatRocDateTime(Date.parse(event.at)) : '—');
  return [
    {
      id: 'number',
      title: texts.number,
      kind: 'code',
      isRowHeader: true,
      cell: ({ id, number }) => <Link to={paths.application(id)}>{number}</Link>,
    },
    { id: 'form', title: texts.application, cell: ({ form }) => form.name },
    { id: 'state', title: texts.state, kind: 'nowrap', cell: ({ state }) => <ApplicationChip state={state} /> },
    { id: 'filed', title: texts.events['filed'] ?? '', kind: 'nowrap', cell: ({ events }) => at(events[0]) },
    {
      id: 'last',
      title: texts.history,
      kind: 'nowrap',
      cell: ({ events }) => `${texts.events[events.at(-1)?.kind ?? '']} ${at(events.at(-1))}`,
    },
  ];
}
