// What answers now: the household file and each list, of which day, how old. A list that is missing is said: its claim is "no" for everybody.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdImport } from '#contract';
import { dayCount, dayCountOf, formatRocDate, isoDateOf, parseDate, taipeiDateTime } from '#domain/kernel';
import { fileKinds, type FileKind } from '#domain/verification';
import { paths } from '../../paths.ts';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Banner, Chip, ClauseChip, Code, CopyButton, Panel, Table, type Column } from '../../ui/index.ts';
import type { HouseholdImports } from './import-queries.ts';
import { nameOfPeriod, written } from './import-words.ts';

/** Files come monthly: older than this, one was missed. */
const oldAfterDays = 35;

interface ServingKind {
  readonly kind: FileKind;
  readonly served: HouseholdImport | undefined;
}

export function ServingPanel({ imports: { imports, serving, recipient } }: { readonly imports: HouseholdImports }) {
  const texts = useHouseholdTexts();
  const [nowMs] = useState(() => Date.now());
  const rows = fileKinds.map((kind) => ({ kind, served: imports.find((each) => each.kind === kind && each.state === 'serving') }));
  return (
    <>
      {serving === null && (
        <Banner tone="bad" title={texts.servingNone}>
          <p>
            {texts.servingNoneWords} <ClauseChip clause="NV-4.1.3" />
          </p>
        </Banner>
      )}
      <Panel title={texts.serving} isFlush>
        <Table caption={texts.serving} columns={servingColumns(texts, nowMs)} rows={rows} rowKey={({ kind }) => kind} stacks />
        <div className="household-recipient no-print">
          <strong>{texts.recipient}</strong>
          {recipient === null ? (
            <p>{texts.recipientNone}</p>
          ) : (
            <>
              <p>{texts.recipientWords}</p>
              <p className="household-key">
                <Code>{recipient}</Code>
                <CopyButton text={recipient} />
              </p>
            </>
          )}
        </div>
      </Panel>
    </>
  );
}

function servingColumns(texts: HouseholdTexts, nowMs: number): Column<ServingKind>[] {
  return [
    { id: 'kind', title: texts.kind, isRowHeader: true, cell: ({ kind }) => texts.kinds[kind] },
    { id: 'asOf', title: texts.asOf, cell: ({ kind, served }) => <AsOf kind={kind} served={served} nowMs={nowMs} /> },
    { id: 'period', title: texts.period, kind: 'nowrap', cell: ({ served }) => (served ? nameOfPeriod(served.period, texts) : '—') },
    { id: 'rows', title: texts.rows, kind: 'number', cell: ({ served }) => (served ? written(served.loadedRows) : '—') },
    { id: 'sender', title: texts.sender, cell: ({ served }) => served?.sender ?? '—' },
    {
      id: 'record',
      title: texts.record,
      kind: 'number',
      cell: ({ served }) =>
        served === undefined || served.recordIndex === null ? (
          '—'
        ) : (
          <Link to={paths.record(served.recordIndex)} aria-label={texts.openRecord(served.recordIndex)}>
            {served.recordIndex}
          </Link>
        ),
    },
  ];
}

function AsOf({ kind, served, nowMs }: ServingKind & { readonly nowMs: number }) {
  const texts = useHouseholdTexts();
  if (!served)
    return (
      <span className="household-as-of">
        <Chip tone={kind === 'household' ? 'bad' : 'notice'}>{texts.listMissing}</Chip>
        {kind !== 'household' && <span className="household-note">{texts.listMissingWords}</span>}
      </span>
    );
  const day = parseDate(served.asOf);
  const days = dayCount(taipeiDateTime(nowMs)) - dayCountOf(isoDateOf(served.asOf));
  return (
    <span className="household-as-of">
      {day ? formatRocDate(day) : served.asOf}
      <Chip tone={days > oldAfterDays ? 'notice' : 'neutral'}>{texts.age(days)}</Chip>
      {days > oldAfterDays && <span className="household-note">{texts.ageOld}</span>}
    </span>
  );
}
