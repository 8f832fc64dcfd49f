// What the program saw of probing in the last thirty days, shown before everything else, with what its owner does now (NV-4.2.2, NV-5.2).
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { VerificationFinding } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { call, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useServiceUseTexts, type ServiceUseTexts } from '../../texts/index.ts';
import { Banner, Chip, ClauseChip, ProblemNotice, Table, type Column } from '../../ui/index.ts';
import type { ServiceNames } from './use-service-names.ts';

const shownForDays = 30;
const dayMs = 86_400_000;

export function FindingsPanel({ services }: { readonly services: ServiceNames }) {
  const texts = useServiceUseTexts();
  const { programme } = useSession();
  const show = useShownProblem();
  const [sinceMs] = useState(() => Date.now() - shownForDays * dayMs);
  const found = useQuery({
    queryKey: ['findings', programme],
    queryFn: ({ signal }) => call('verificationFindings', { params: { programme } }, signal),
  });
  if (found.isPending) return null;
  if (found.isError) return <ProblemNotice problem={show(found.error)} />;
  const findings = found.data.findings.filter(({ at }) => Date.parse(at) >= sinceMs);
  if (findings.length === 0)
    return (
      <Banner tone="good" title={texts.findingsNone}>
        <p>{texts.findingsNoneWords}</p>
      </Banner>
    );
  return (
    <section className="use-findings" aria-label={texts.findings}>
      <Banner tone="bad" title={texts.findingsFound(findings.length)}>
        <p>{texts.findingsTodo}</p>
        <ol className="use-steps">
          {texts.findingsSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Banner>
      <div className="panel">
        <Table caption={texts.findings} columns={findingColumns(texts, services)} rows={findings} rowKey={({ id }) => id} stacks />
      </div>
    </section>
  );
}

function findingColumns(texts: ServiceUseTexts, { nameOf, stateOf }: ServiceNames): Column<VerificationFinding>[] {
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return [
    { id: 'at', title: texts.findingAt, kind: 'nowrap', isRowHeader: true, cell: ({ at }) => formatRocDateTime(Date.parse(at)) },
    {
      id: 'service',
      title: texts.service,
      cell: ({ service, serviceName }) => (
        <Link to={paths.service(service)} aria-label={texts.openService(serviceName || nameOf(service))}>
          {serviceName || nameOf(service)}
        </Link>
      ),
    },
    {
      id: 'seen',
      title: texts.findingSeen,
      cell: ({ reason, clause }) => (
        <>
          {(Object.hasOwn(reasons, reason) ? reasons[reason] : undefined) ?? texts.unknownReason} <ClauseChip clause={clause} />
        </>
      ),
    },
    { id: 'state', title: texts.findingState, kind: 'nowrap', cell: ({ service }) => <StateChip state={stateOf(service)} /> },
    {
      id: 'record',
      title: texts.findingRecord,
      kind: 'number',
      cell: ({ index }) => (
        <Link to={paths.record(index)} aria-label={texts.openRecord(index)}>
          {index}
        </Link>
      ),
    },
  ];
}

function StateChip({ state }: { readonly state: ReturnType<ServiceNames['stateOf']> }) {
  const texts = useServiceUseTexts();
  if (state === 'suspended') return <Chip tone="bad">{texts.suspended}</Chip>;
  return state === 'in-use' ? <Chip tone="good">{texts.notSuspended}</Chip> : '—';
}
