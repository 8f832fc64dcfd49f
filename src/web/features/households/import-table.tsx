// What was imported, newest first: each leads to its report, its record and the destruction of its raw file.
import { Link } from '@tanstack/react-router';
import type { HouseholdImport } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Chip, ClauseChip, EmptyState, Panel, Table, type Column } from '../../ui/index.ts';
import { nameOfImport, stateTones, wordsOfRefusal, written } from './import-words.ts';

export function ImportTable({ imports }: { readonly imports: readonly HouseholdImport[] }) {
  const texts = useHouseholdTexts();
  return (
    <Panel title={texts.history} isFlush>
      <Table
        caption={texts.history}
        columns={importColumns(texts)}
        rows={imports}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="people" title={texts.historyEmpty} />}
        stacks
      />
    </Panel>
  );
}

function importColumns(texts: HouseholdTexts): Column<HouseholdImport>[] {
  return [
    {
      id: 'name',
      title: texts.kind,
      isRowHeader: true,
      cell: (each) => (
        <Link to={paths.householdImport(each.id)} aria-label={texts.openImport(nameOfImport(each, texts))}>
          {nameOfImport(each, texts)}
        </Link>
      ),
    },
    {
      id: 'state',
      title: texts.state,
      cell: ({ state, refusal }) => (
        <span className="household-state">
          <Chip tone={stateTones[state]}>{texts.states[state]}</Chip>
          {refusal !== null && (
            <span className="household-note">
              <ClauseChip clause={refusal.clause} /> {wordsOfRefusal(refusal, texts)}
            </span>
          )}
        </span>
      ),
    },
    { id: 'rows', title: texts.loaded, kind: 'number', cell: ({ loadedRows }) => written(loadedRows) },
    { id: 'difference', title: texts.difference, cell: (each) => <DifferenceWords each={each} /> },
    { id: 'openedAt', title: texts.openedAt, kind: 'nowrap', cell: ({ openedAt }) => formatRocDateTime(Date.parse(openedAt)) },
    { id: 'openedBy', title: texts.openedBy, kind: 'nowrap', cell: ({ openedBy }) => nameOfOpener(openedBy, texts) },
    {
      id: 'destroyed',
      title: texts.destroyed,
      kind: 'nowrap',
      cell: (each) => <Destroyed each={each} />,
    },
  ];
}

function DifferenceWords({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const { came, went, changed } = each;
  if (came === null || went === null || changed === null) return each.loadedRows === null ? '—' : texts.first;
  return (
    <span className="household-difference">
      <span>{texts.came1(written(came))}</span>
      <span>{texts.went1(written(went))}</span>
      <span>{texts.changed1(written(changed))}</span>
    </span>
  );
}

function Destroyed({ each: { destroyedAt, destructionIndex } }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  if (destroyedAt === null) return texts.notDestroyed;
  const at = formatRocDateTime(Date.parse(destroyedAt));
  if (destructionIndex === null) return at;
  return (
    <Link to={paths.record(destructionIndex)}>
      {at} <span className="for-readers">{texts.openRecord(destructionIndex)}</span>
    </Link>
  );
}

export function nameOfOpener(openedBy: string, texts: HouseholdTexts): string {
  if (openedBy === 'watched-folder') return texts.byFolder;
  return openedBy === 'command-line' ? texts.byCommand : openedBy;
}
