// What happened, when, by whom, under which clause, and where its record stands in the log.
import { Link } from '@tanstack/react-router';
import type { ClientServiceDetail, ServiceApplication } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { ClauseChip, Table, type Column } from '../../ui/index.ts';

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  readonly clause: string;
  readonly note: string;
  readonly index: number | null;
}

/** What an application's own events say better. */
const saidByApplications: ReadonlySet<string> = new Set(['applied-for', 'not-set', 'set']);

/** Of the service and all its applications, newest first. */
export function historyOf({ events, applications }: ClientServiceDetail, texts: ClientTexts): HistoryRow[] {
  const own = events
    .filter(({ kind }) => !saidByApplications.has(kind))
    .map((event, place) => ({ ...event, id: `service-${place}`, note: event.cause === null ? '' : texts.causes[event.cause] }));
  const rows = [...applications.flatMap((application) => applicationHistory(application)), ...own].toReversed();
  return rows.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** In the order in which it happened. */
export function applicationHistory({ id, form, events }: ServiceApplication): HistoryRow[] {
  return events.map((event, place) => ({ ...event, id: `${id}-${place}`, clause: form.clause }));
}

export function HistoryTable({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const texts = useClientTexts();
  return <Table caption={texts.history} columns={columnsOf(texts)} rows={rows} rowKey={({ id }) => id} stacks />;
}

function columnsOf(texts: ClientTexts): Column<HistoryRow>[] {
  return [
    { id: 'at', title: texts.when, kind: 'nowrap', isRowHeader: true, cell: ({ at }) => formatRocDateTime(Date.parse(at)) },
    { id: 'what', title: texts.what, kind: 'nowrap', cell: ({ kind }) => texts.events[kind] ?? kind },
    { id: 'who', title: texts.who, kind: 'nowrap', cell: ({ by }) => by },
    { id: 'note', title: texts.note, cell: ({ note }) => (note === '' ? '—' : note) },
    { id: 'clause', title: texts.clause, kind: 'nowrap', cell: ({ clause }) => <ClauseChip clause={clause} /> },
    {
      id: 'record',
      title: texts.record,
      kind: 'nowrap',
      cell: ({ index }) =>
        index === null ? (
          '—'
        ) : (
          <Link to={paths.record(index)} aria-label={texts.openRecord(index)}>
            {index}
          </Link>
        ),
    },
  ];
}
