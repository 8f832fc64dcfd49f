// On which grounds a query is refused, and the values that the regulation states or leaves to us.
import type { Regulation } from '#contract';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { Panel, Table, type Column } from '../../ui/index.ts';
import { clauseColumn, OwnClause, SourceOf } from './rule-cells.tsx';
import { useWording, type Say } from './use-wording.ts';

export function ParametersPart({ regulation }: { readonly regulation: Regulation }) {
  const texts = useRegulationTexts();
  const say = useWording();
  return (
    <Panel title={texts.parameters} isFlush>
      <div className="regulation-conditions">
        <h3>{texts.conditions}</h3>
        <ul>
          {regulation.conditions.map(({ code, clause, name }) => (
            <li key={code}>
              {say(name)} <OwnClause clause={clause} />
            </li>
          ))}
        </ul>
      </div>
      <Table caption={texts.parameters} columns={columnsOf(texts, say)} rows={regulation.parameters} rowKey={({ code }) => code} stacks />
    </Panel>
  );
}

function columnsOf(texts: RegulationTexts, say: Say): Column<Regulation['parameters'][number]>[] {
  return [
    { id: 'name', title: texts.parameter, isRowHeader: true, width: '22%', cell: ({ name }) => say(name) },
    { id: 'value', title: texts.value, width: '28%', cell: ({ value }) => <strong>{say(value)}</strong> },
    clauseColumn(texts),
    { id: 'source', title: texts.source, cell: ({ reason }) => <SourceOf reason={reason} /> },
  ];
}
