// The application forms and their chains of approval: nothing takes effect before the last step.
import type { Regulation } from '#contract';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { EmptyState, Panel, Table, type Column } from '../../ui/index.ts';
import { clauseColumn } from './rule-cells.tsx';
import { useWording, type Say } from './use-wording.ts';

type Form = Regulation['forms'][number];

export function FormsPart({ regulation }: { readonly regulation: Regulation }) {
  const texts = useRegulationTexts();
  const say = useWording();
  return (
    <Panel title={texts.forms} isFlush>
      <Table
        caption={texts.forms}
        columns={columnsOf(texts, say)}
        rows={regulation.forms}
        rowKey={({ code }) => code}
        empty={<EmptyState title={texts.noForms} />}
        stacks
      />
    </Panel>
  );
}

function columnsOf(texts: RegulationTexts, say: Say): Column<Form>[] {
  return [
    {
      id: 'name',
      title: texts.form,
      isRowHeader: true,
      width: '24%',
      cell: ({ name, asks, forRole }) => (
        <>
          {name}
          <div className="regulation-small">{[asks, forRole].map(say).filter(Boolean).join('・')}</div>
        </>
      ),
    },
    clauseColumn(texts),
    { id: 'requires', title: texts.requires, cell: ({ requires }) => say(requires) || '—' },
    { id: 'chain', title: texts.chain, width: '36%', cell: ({ chain }) => <Chain steps={chain} say={say} /> },
    { id: 'keptAs', title: texts.keptAs, cell: ({ keptAs }) => say(keptAs) },
  ];
}

function Chain({ steps, say }: { readonly steps: Form['chain']; readonly say: Say }) {
  return (
    <ol className="regulation-chain">
      {steps.map(({ by, does }) => (
        <li key={`${by.en} ${does.en}`}>
          {say(by)} <span className="regulation-small">{say(does)}</span>
        </li>
      ))}
    </ol>
  );
}
