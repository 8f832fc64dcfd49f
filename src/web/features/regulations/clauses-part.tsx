// The clauses: what each asks, what in the program answers it, and what people see to by hand.
import { useState } from 'react';
import type { Regulation } from '#contract';
import { answersBySort, clauseKindNames, clauseStateNames } from '#domain/compliance';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { Chip, EmptyState, Panel, RadioGroup, Table, TextField, type Choice, type Column } from '../../ui/index.ts';
import { everyClause, isShown, type Clause, type ClauseFilter } from './clause-filter.ts';
import { stateTones } from './fulfilment.tsx';
import { OwnClause } from './rule-cells.tsx';
import { useWording, type Say } from './use-wording.ts';

export interface PartProps {
  readonly regulation: Regulation;
  /** The place in the page that the address names. */
  readonly target: string;
}

export function ClausesPart({ regulation, target }: PartProps) {
  const texts = useRegulationTexts();
  const say = useWording();
  const [filter, setFilter] = useState(everyClause);
  // The clause that the address leads to is there, whatever is filtered.
  const rows = regulation.clauses.filter((clause) => clause.id === target || isShown(clause, filter, say));
  return (
    <Panel title={texts.clauses} isFlush>
      <FilterBar filter={filter} onFilter={setFilter} count={rows.length} />
      <Table
        caption={texts.clauses}
        columns={columnsOf(texts, say)}
        rows={rows}
        rowKey={({ id }) => id}
        rowId={({ id }) => id}
        rowTone={({ id }) => (id === target ? 'current' : 'none')}
        empty={<EmptyState icon="search" title={texts.noneFound} />}
        stacks
      />
    </Panel>
  );
}

interface FilterBarProps {
  readonly filter: ClauseFilter;
  readonly onFilter: (filter: ClauseFilter) => void;
  readonly count: number;
}

function FilterBar({ filter, onFilter, count }: FilterBarProps) {
  const texts = useRegulationTexts();
  const kinds = useChoices(clauseKindNames);
  const states = useChoices(clauseStateNames);
  return (
    <div className="regulation-filter no-print" role="search">
      <TextField label={texts.search} value={filter.words} onChange={(words) => onFilter({ ...filter, words })} maxLength={64} />
      {/* A group gives back the id of one of its choices. */}
      <RadioGroup
        label={texts.kind}
        look="segments"
        choices={kinds}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind: kind as ClauseFilter['kind'] })}
      />
      <RadioGroup
        label={texts.state}
        look="segments"
        choices={states}
        value={filter.state}
        onChange={(state) => onFilter({ ...filter, state: state as ClauseFilter['state'] })}
      />
      <p aria-live="polite">{texts.found(count)}</p>
    </div>
  );
}

function useChoices(names: Readonly<Record<string, Parameters<Say>[0]>>): Choice[] {
  const texts = useRegulationTexts();
  const say = useWording();
  return [{ id: 'every', label: texts.every }, ...Object.entries(names).map(([id, name]) => ({ id, label: say(name) }))];
}

function columnsOf(texts: RegulationTexts, say: Say): Column<Clause>[] {
  return [
    {
      id: 'id',
      title: texts.clause,
      kind: 'nowrap',
      isRowHeader: true,
      cell: ({ id }) => <OwnClause clause={id} />,
    },
    {
      id: 'wording',
      title: texts.wording,
      width: '34%',
      cell: ({ wording, kinds }) => (
        <>
          {say(wording)}
          <span className="regulation-kinds">
            {kinds.map((kind) => (
              <Chip key={kind}>{say(clauseKindNames[kind])}</Chip>
            ))}
          </span>
        </>
      ),
    },
    { id: 'answers', title: texts.answers, cell: ({ answers }) => <Answers answers={answers} say={say} /> },
    {
      id: 'state',
      title: texts.state,
      width: '26%',
      cell: ({ state, byHand }) => (
        <>
          <Chip tone={stateTones[state]}>{say(clauseStateNames[state])}</Chip>
          {byHand.map((instruction) => (
            <p key={instruction.en} className="regulation-by-hand">
              {say(instruction)}
            </p>
          ))}
        </>
      ),
    },
  ];
}

function Answers({ answers, say }: { readonly answers: Clause['answers']; readonly say: Say }) {
  return (
    <dl className="regulation-answers">
      {answersBySort(answers).map(({ sort, names }) => (
        <div key={sort.en}>
          <dt>{say(sort)}</dt>
          <dd>{say(names)}</dd>
        </div>
      ))}
    </dl>
  );
}
