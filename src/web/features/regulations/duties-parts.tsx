// What has to be done and by when; what is kept how long, and how it is destroyed.
import type { Regulation } from '#contract';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { Panel, Table, type Column } from '../../ui/index.ts';
import { clauseColumn, SourceOf, Through } from './rule-cells.tsx';
import { useWording, type Say } from './use-wording.ts';

export function DutiesPart({ regulation }: { readonly regulation: Regulation }) {
  const texts = useRegulationTexts();
  const say = useWording();
  const rows = [...regulation.duties, ...regulation.onEvents];
  return (
    <Panel title={texts.duties} isFlush>
      <Table
        caption={texts.duties}
        columns={dutyColumns(texts, say)}
        rows={rows}
        rowKey={({ code, clause }) => `${code} ${clause}`}
        stacks
      />
    </Panel>
  );
}

function dutyColumns(texts: RegulationTexts, say: Say): Column<Regulation['duties'][number]>[] {
  return [
    { id: 'name', title: texts.duty, isRowHeader: true, width: '22%', cell: ({ name }) => name },
    {
      id: 'due',
      title: texts.due,
      width: '24%',
      cell: ({ due, reason }) => (
        <>
          {say(due)}
          {reason !== null && (
            <div>
              <SourceOf reason={reason} />
            </div>
          )}
        </>
      ),
    },
    clauseColumn(texts),
    {
      id: 'by',
      title: texts.by,
      cell: ({ by, to }) => (
        <>
          {say(by)}
          {to !== '' && <div className="regulation-small">{`${texts.to} ${to}`}</div>}
        </>
      ),
    },
    { id: 'through', title: texts.through, width: '26%', cell: ({ through }) => <Through part={through} /> },
  ];
}

export function RetentionPart({ regulation }: { readonly regulation: Regulation }) {
  const texts = useRegulationTexts();
  const say = useWording();
  return (
    <Panel title={texts.retention} isFlush>
      <Table
        caption={texts.keep}
        columns={retentionColumns(texts, say)}
        rows={regulation.retention}
        rowKey={({ recordClass }) => recordClass}
        stacks
      />
      {regulation.destruction.length > 0 && (
        <Table
          caption={texts.destroyed}
          columns={destructionColumns(texts, say)}
          rows={regulation.destruction}
          rowKey={({ code }) => code}
          stacks
        />
      )}
    </Panel>
  );
}

function retentionColumns(texts: RegulationTexts, say: Say): Column<Regulation['retention'][number]>[] {
  return [
    { id: 'name', title: texts.record, isRowHeader: true, width: '22%', cell: ({ name }) => say(name) },
    { id: 'keep', title: texts.keep, width: '28%', cell: ({ keep }) => <strong>{say(keep)}</strong> },
    clauseColumn(texts),
    { id: 'source', title: texts.source, cell: ({ reason }) => <SourceOf reason={reason} /> },
  ];
}

function destructionColumns(texts: RegulationTexts, say: Say): Column<Regulation['destruction'][number]>[] {
  return [
    {
      id: 'what',
      title: texts.destroyed,
      isRowHeader: true,
      width: '34%',
      cell: ({ what, wording }) => (
        <>
          {say(what)}
          <div className="regulation-small">{say(wording)}</div>
        </>
      ),
    },
    { id: 'when', title: texts.when, cell: ({ when }) => say(when) },
    clauseColumn(texts),
    { id: 'proof', title: texts.proof, cell: ({ proof }) => say(proof) },
    { id: 'through', title: texts.through, width: '26%', cell: ({ through }) => <Through part={through} /> },
  ];
}
