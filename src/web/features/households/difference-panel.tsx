// How the file differs from what serves: who came, went and changed, drawn to one scale, beside what is ordinary (NV-4.1.1).
import type { HouseholdImport } from '#contract';
import { ordinaryDifference } from '#domain/verification';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Chip, Panel, StackedBar, Table, type BarPart, type Column } from '../../ui/index.ts';
import { written } from './import-words.ts';

interface DifferenceRow {
  readonly name: string;
  readonly count: number;
  readonly tone: BarPart['tone'];
  /** Undefined: any number is in order. */
  readonly ordinaryPerThousand: number | undefined;
}

export function DifferencePanel({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const { came, went, changed, loadedRows } = each;
  if (loadedRows === null || came === null || went === null || changed === null)
    return each.state === 'dry-run' ? (
      <Panel title={texts.differenceTitle}>
        <p>{texts.none}</p>
      </Panel>
    ) : null;
  const before = loadedRows - came + went;
  const rows: DifferenceRow[] = [
    { name: texts.came, count: came, tone: 'accent', ordinaryPerThousand: undefined },
    { name: texts.went, count: went, tone: 'bad', ordinaryPerThousand: ordinaryDifference.wentPerThousand },
    { name: texts.changed, count: changed, tone: 'notice', ordinaryPerThousand: ordinaryDifference.changedPerThousand },
  ];
  return (
    <Panel title={texts.differenceTitle} isFlush>
      {before === 0 && <p className="household-inside">{texts.none}</p>}
      <Table
        caption={texts.differenceTitle}
        columns={differenceColumns(texts, before, Math.max(came, went, changed))}
        rows={rows}
        rowKey={({ name }) => name}
        stacks
      />
    </Panel>
  );
}

function differenceColumns(texts: HouseholdTexts, before: number, most: number): Column<DifferenceRow>[] {
  const share = (count: number) => writtenShare(count, before, texts);
  return [
    { id: 'name', title: texts.difference, kind: 'nowrap', isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'bar',
      title: '',
      kind: 'nowrap',
      cell: ({ name, count, tone }) => (
        <span className="household-bar">
          <StackedBar label={`${name} ${written(count)}`} parts={[{ name, value: count, tone }]} max={most} width={260} />
        </span>
      ),
    },
    { id: 'count', title: texts.differenceCount, kind: 'number', cell: ({ count }) => written(count) },
    { id: 'share', title: texts.differenceShare, kind: 'number', cell: ({ count }) => share(count) },
    {
      id: 'ordinary',
      title: '',
      cell: ({ count, ordinaryPerThousand }) =>
        ordinaryPerThousand === undefined || before === 0 ? null : (
          <Ordinary isBeyond={isBeyond(count, ordinaryPerThousand, before)} upTo={share((before * ordinaryPerThousand) / 1_000)} />
        ),
    },
  ];
}

function writtenShare(count: number, before: number, texts: HouseholdTexts): string {
  if (before === 0) return '—';
  const written = (share: number) => share.toLocaleString('zh-TW', { style: 'percent', maximumFractionDigits: 2 });
  return count > 0 && count / before < 0.0001 ? texts.lessThan(written(0.0001)) : written(count / before);
}

function isBeyond(count: number, perThousand: number, before: number): boolean {
  return count > ordinaryDifference.fewest && count * 1_000 > before * perThousand;
}

function Ordinary({ isBeyond: beyond, upTo }: { readonly isBeyond: boolean; readonly upTo: string }) {
  const texts = useHouseholdTexts();
  return (
    <span className="household-as-of">
      {beyond && <Chip tone="bad">{texts.beyond}</Chip>}
      <span className="household-note">{texts.ordinaryUpTo(upTo)}</span>
    </span>
  );
}
