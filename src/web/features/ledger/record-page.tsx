// One record of the log, opened: what it says, and what anyone can verify of it. Reading it is itself recorded.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { LogRecord, Session } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { call, useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, ClauseChip, EmptyState, Facts, PageHeader, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { Compartment } from './compartment.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { useCodeNames } from './use-code-names.ts';

export function RecordPage() {
  const texts = useTexts().records;
  const { index } = useParams({ from: pagePatterns.record });
  if (!/^\d{1,15}$/.test(index)) return <EmptyState icon="search" title={texts.notAnIndex} isPage />;
  // The key: another record is another page, with its values hidden again.
  return <OneRecord key={index} index={Number(index)} />;
}

function OneRecord({ index }: { readonly index: number }) {
  const clauses = useSharedClauses();
  const texts = useTexts().records;
  const session = useSession();
  const { programme, organisation, unit, name, login } = session;
  const show = useShownProblem();
  const record = useQuery({
    queryKey: ['record', programme, index],
    queryFn: ({ signal }) => call('record', { params: { programme, index } }, signal),
  });
  return (
    <>
      <p className="only-print">
        {organisation}　{texts.printedBy(`${unit} ${name}（${login}）`)}
      </p>
      <PageHeader title={texts.title(index)} above={<WayBack session={session} />} />
      <div className="stack">
        {record.isPending && <ProgressBar label={texts.title(index)} />}
        {record.isError && <ProblemNotice problem={show(record.error)} />}
        {record.data && (
          <>
            <div className="no-print">
              <Banner
                title={
                  <>
                    {texts.readRecorded} <ClauseChip clause={clauses.recordRead} />
                  </>
                }
              />
            </div>
            <Opened record={record.data} onReload={() => void record.refetch()} />
          </>
        )}
      </div>
    </>
  );
}

/** Auditors come from the months; they have no queries of their own. A platform's people come from its client services. */
function WayBack({ session }: { readonly session: Session }) {
  const texts = useTexts().records;
  const own = { to: paths.history(), words: texts.back };
  const queries = session.roles.includes('auditor') ? { to: paths.months(), words: texts.backToMonths } : own;
  const place = session.programmeKind === 'verification' ? { to: paths.services(), words: texts.backToServices } : queries;
  return (
    <Link className="no-print" to={place.to}>
      {place.words}
    </Link>
  );
}

function Opened({ record, onReload }: { readonly record: LogRecord; readonly onReload: () => void }) {
  const texts = useTexts().records;
  const kinds: Readonly<Record<string, string>> = texts.types;
  const nameOf = useCodeNames();
  return (
    <>
      <Panel>
        <Facts
          columns={2}
          facts={[
            { name: texts.kind, value: kinds[record.type] ?? record.type },
            { name: texts.at, value: formatRocDateTime(Date.parse(record.at)) },
          ]}
        />
      </Panel>
      <div className="record-columns">
        <Compartment title={texts.envelope} content={record.envelope} nameOf={nameOf} />
        {Object.keys(record.subject).length > 0 && <Compartment title={texts.subject} content={record.subject} nameOf={nameOf} />}
        <Compartment title={texts.actor} content={record.actor} nameOf={nameOf} />
      </div>
      <EvidencePanel record={record} onReload={onReload} />
    </>
  );
}
