// What may be asked for and on which law; who takes part, and what they answer for.
import type { Regulation } from '#contract';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { Panel, Table, type Column } from '../../ui/index.ts';
import { clauseColumn } from './rule-cells.tsx';
import { useWording, type Say } from './use-wording.ts';

export function PeoplePart({ regulation }: { readonly regulation: Regulation }) {
  const texts = useRegulationTexts();
  const say = useWording();
  const { purposes, roles, parties, liabilities } = regulation;
  return (
    <Panel title={texts.people} isFlush>
      <Table caption={texts.purpose} columns={purposeColumns(texts, say)} rows={purposes} rowKey={({ code }) => code} stacks />
      <Table caption={texts.role} columns={roleColumns(texts, say)} rows={roles} rowKey={({ role }) => role} stacks />
      <Table caption={texts.party} columns={partyColumns(texts)} rows={parties} rowKey={({ code }) => code} stacks />
      <Table
        caption={texts.liability}
        columns={liabilityColumns(texts, say)}
        rows={liabilities}
        rowKey={({ wording }) => wording.en}
        stacks
      />
    </Panel>
  );
}

function purposeColumns(texts: RegulationTexts, say: Say): Column<Regulation['purposes'][number]>[] {
  return [
    { id: 'name', title: texts.purpose, isRowHeader: true, width: '22%', cell: ({ name }) => name },
    { id: 'basis', title: texts.basis, width: '26%', cell: ({ basis }) => say(basis) },
    clauseColumn(texts),
    {
      id: 'needs',
      title: texts.needs,
      cell: ({ needs }) =>
        needs.map(({ operation, fields }) => (
          <div key={operation}>
            {operation} <span className="regulation-small">{fields.join('、')}</span>
          </div>
        )),
    },
  ];
}

function roleColumns(texts: RegulationTexts, say: Say): Column<Regulation['roles'][number]>[] {
  return [
    { id: 'name', title: texts.role, isRowHeader: true, width: '22%', cell: ({ name }) => say(name) },
    { id: 'holders', title: texts.holders, width: '26%', cell: ({ holders }) => say(holders) },
    clauseColumn(texts),
    { id: 'mayNotAlsoBe', title: texts.mayNotAlsoBe, cell: ({ mayNotAlsoBe }) => say(mayNotAlsoBe) || '—' },
  ];
}

function partyColumns(texts: RegulationTexts): Column<Regulation['parties'][number]>[] {
  return [{ id: 'name', title: texts.party, isRowHeader: true, width: '48%', cell: ({ name }) => name }, clauseColumn(texts)];
}

function liabilityColumns(texts: RegulationTexts, say: Say): Column<Regulation['liabilities'][number]>[] {
  return [
    { id: 'wording', title: texts.liability, isRowHeader: true, width: '48%', cell: ({ wording }) => say(wording) },
    clauseColumn(texts),
    { id: 'acceptedBy', title: texts.acceptedBy, cell: ({ acceptedBy }) => say(acceptedBy) },
  ];
}
