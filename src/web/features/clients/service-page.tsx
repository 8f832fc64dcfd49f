// One client service: what was approved, from where it asks, its keys, its applications, and all that happened with it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientServiceDetail } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Banner, ClauseChip, EmptyState, PageHeader, Panel, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { AddressesPanel } from './addresses-panel.tsx';
import { ApplicationsTable } from './applications-table.tsx';
import { clauses } from './clauses.ts';
import { ContentFacts } from './content-facts.tsx';
import { todayInTaipei } from './days.ts';
import { HistoryTable, historyOf } from './history-table.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { PrintedBy } from './printed-paper.tsx';
import { ServiceActions } from './service-actions.tsx';
import { ServiceChip } from './state-chip.tsx';
import { useService } from './use-clients.ts';
import './clients.css';

export function ServicePage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const { service } = useParams({ from: pagePatterns.service });
  const detail = useService(service);
  useFocusKept(detail.data && String(detail.data.seq));
  return (
    <>
      <PrintedBy />
      <PageHeader
        title={detail.data?.summary.name ?? texts.service}
        clause={clauses.setting}
        lead={
          detail.data && (
            <>
              <ServiceChip state={detail.data.summary.state} /> {detail.data.summary.unit}
            </>
          )
        }
        above={
          <Link className="no-print" to={paths.services()}>
            {texts.back}
          </Link>
        }
      />
      {detail.isPending && <ProgressBar label={texts.loading} />}
      {detail.isError && <ProblemNotice problem={show(detail.error)} />}
      {detail.data && <Shown key={service} detail={detail.data} />}
    </>
  );
}

function Shown({ detail }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const { content, summary } = detail;
  return (
    <div className="stack">
      <SuspensionBanner detail={detail} />
      {summary.state === 'in-use' && content && <OverBanner until={content.until} />}
      <ServiceActions detail={detail} />
      <Panel title={texts.content}>
        {content ? (
          <ContentFacts content={content} leavesOutAddresses />
        ) : (
          <EmptyState icon="link" title={texts.neverSet}>
            {texts.neverSetWords}
          </EmptyState>
        )}
      </Panel>
      {content && <AddressesPanel detail={detail} />}
      {content && content.certificate === null && summary.state !== 'ended' && <KeysPanel detail={detail} />}
      <Panel title={texts.applications} isFlush>
        <ApplicationsTable applications={detail.applications} />
      </Panel>
      <Panel title={texts.history} isFlush>
        <HistoryTable rows={historyOf(detail, texts)} />
      </Panel>
    </div>
  );
}

function SuspensionBanner({ detail: { summary, resumptionProposed } }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const { suspension } = summary;
  if (!suspension) return null;
  const isOurs = suspension.cause === 'by-hand' || suspension.cause === 'enumeration';
  return (
    <Banner
      tone="bad"
      title={
        <>
          {texts.causes[suspension.cause]} <ClauseChip clause={suspension.clause} />
        </>
      }
    >
      <p>{texts.suspendedSince(formatRocDateTime(Date.parse(suspension.at)))}</p>
      <p>{resumptionProposed ? texts.resumptionProposed : isOurs ? texts.resumesByTwo : texts.resumesByReopening}</p>
    </Banner>
  );
}

function OverBanner({ until }: { readonly until: string }) {
  const texts = useClientTexts();
  const [today] = useState(() => todayInTaipei(Date.now()));
  if (until >= today) return null;
  const title = (
    <>
      {texts.over} <ClauseChip clause={clauses.period} />
    </>
  );
  return (
    <Banner tone="notice" title={title}>
      <p>{texts.overWords}</p>
    </Banner>
  );
}
