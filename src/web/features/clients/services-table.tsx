// One line a client service: its state, what it may verify, from how many addresses, until when, how much, and when it last asked.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClientServiceSummary } from '#contract';
import { paths } from '../../paths.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { ClauseChip, Table, type Column } from '../../ui/index.ts';
import { rocDay } from './days.ts';
import { formatCount } from './format-count.ts';
import { ServiceChip } from './state-chip.tsx';
import { UsePeriod } from './use-period.tsx';
import { useClaimName, useScope } from './use-scope.ts';

interface ServicesTableProps {
  readonly services: readonly ClientServiceSummary[];
  readonly empty: ReactNode;
}

export function ServicesTable({ services, empty }: ServicesTableProps) {
  const texts = useClientTexts();
  const nameOf = useClaimName();
  const scope = useScope();
  const every = scope.data?.claims.length;
  const claimsOf = ({ claims }: ClientServiceSummary) =>
    claims.length === every && claims.length > 2 ? texts.allClaims(claims.length) : claims.map(nameOf).join('、');
  return (
    <Table
      caption={texts.list}
      columns={columnsOf(texts, claimsOf)}
      rows={services}
      rowKey={({ id }) => id}
      rowTone={({ state }) => (state === 'suspended' ? 'bad' : 'none')}
      stacks
      empty={empty}
    />
  );
}

function columnsOf(texts: ClientTexts, claimsOf: (service: ClientServiceSummary) => string): Column<ClientServiceSummary>[] {
  const isSet = ({ requestsPerDay }: ClientServiceSummary) => requestsPerDay !== null;
  return [
    {
      id: 'name',
      title: texts.service,
      isRowHeader: true,
      cell: ({ id, name, unit }) => (
        <>
          <Link to={paths.service(id)} aria-label={texts.open(name)}>
            {name}
          </Link>
          <div className="clients-aside">{unit}</div>
        </>
      ),
    },
    { id: 'state', title: texts.state, cell: (row) => <State service={row} /> },
    { id: 'claims', title: texts.claims, cell: claimsOf },
    {
      id: 'addresses',
      title: texts.addresses,
      kind: 'nowrap',
      cell: (row) => (isSet(row) ? texts.addressCount(row.addresses) : '—'),
    },
    {
      id: 'period',
      title: texts.period,
      cell: ({ from, until }) => (from !== null && until !== null ? <UsePeriod from={from} until={until} /> : '—'),
    },
    {
      id: 'budgets',
      title: texts.budgets,
      kind: 'nowrap',
      cell: ({ requestsPerDay, personsPerDay }) =>
        requestsPerDay === null || personsPerDay === null ? (
          '—'
        ) : (
          <>
            <div>{texts.requests(formatCount(requestsPerDay))}</div>
            <div>{texts.persons(formatCount(personsPerDay))}</div>
          </>
        ),
    },
    {
      id: 'used',
      title: texts.lastUse,
      kind: 'nowrap',
      cell: (row) => (row.lastUsedOn !== null ? rocDay(row.lastUsedOn) : isSet(row) ? texts.neverUsed : '—'),
    },
  ];
}

function State({ service: { state, suspension, application } }: { readonly service: ClientServiceSummary }) {
  const texts = useClientTexts();
  return (
    <>
      <ServiceChip state={state} />
      {suspension && (
        <div className="clients-aside">
          {texts.causes[suspension.cause]} <ClauseChip clause={suspension.clause} />
        </div>
      )}
      {application !== null && state !== 'applied-for' && (
        <div className="clients-aside">
          <Link to={paths.application(application)}>{texts.states['applied-for']}</Link>
        </div>
      )}
    </>
  );
}
