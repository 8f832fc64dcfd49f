// The services side by side: who asks how much, how the period went, and how long each waits for an answer.
import { Link } from '@tanstack/react-router';
import type { VerificationUse } from '#contract';
import { paths } from '../../paths.ts';
import { useServiceUseTexts, type ServiceUseTexts } from '../../texts/index.ts';
import { Panel, SparkColumns, Table, type Column } from '../../ui/index.ts';
import { servicesOf, type Period, type ServiceAmounts, type Span } from './gather-use.ts';
import { writtenCount, writtenTime } from './written.ts';

interface ServiceTableProps {
  readonly rows: readonly VerificationUse[];
  readonly span: Span;
  readonly periods: readonly Period[];
  readonly nameOf: (service: string) => string;
}

export function ServiceTable({ rows, span, periods, nameOf }: ServiceTableProps) {
  const texts = useServiceUseTexts();
  const services = servicesOf(rows, span, periods);
  const highest = Math.max(...services.flatMap(({ trend }) => trend));
  return (
    <Panel title={texts.byService} isFlush>
      <Table
        caption={texts.byService}
        columns={serviceColumns(texts, nameOf, highest)}
        rows={services}
        rowKey={({ service }) => service}
        stacks
      />
    </Panel>
  );
}

function serviceColumns(texts: ServiceUseTexts, nameOf: (service: string) => string, highest: number): Column<ServiceAmounts>[] {
  return [
    {
      id: 'service',
      title: texts.service,
      isRowHeader: true,
      cell: ({ service }) =>
        service === '' ? (
          nameOf(service)
        ) : (
          <Link to={paths.service(service)} aria-label={texts.openService(nameOf(service))}>
            {nameOf(service)}
          </Link>
        ),
    },
    {
      id: 'trend',
      title: texts.trend,
      kind: 'nowrap',
      cell: ({ service, trend }) => (
        <SparkColumns label={texts.trendLabel(nameOf(service), writtenCount(Math.max(...trend)))} values={trend} max={highest} />
      ),
    },
    { id: 'answered', title: texts.answered, kind: 'number', cell: ({ answered }) => writtenCount(answered) },
    {
      id: 'refused',
      title: texts.refused,
      kind: 'number',
      cell: ({ refused }) => (refused === 0 ? '0' : <strong className="use-refused">{writtenCount(refused)}</strong>),
    },
    { id: 'median', title: `${texts.median}（ms）`, kind: 'number', cell: ({ median }) => writtenTime(median) },
    { id: 'slow', title: `${texts.slow}（ms）`, kind: 'number', cell: ({ slow }) => writtenTime(slow) },
  ];
}
