// Addresses that a review found: of which service, why, and for how long nobody came from there, as a bar beside the words.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Chip, Code, StackedBar, Table, Tick, type Column } from '../../ui/index.ts';
import { daysBetween, rocDay } from './days.ts';
import type { FoundAddress } from './review-findings.ts';
import { shortAddress } from './short-address.ts';

interface FindingsTableProps {
  readonly found: readonly FoundAddress[];
  readonly nameOf: (service: string) => string;
  readonly empty: ReactNode;
  /** The day up to which disuse is counted. */
  readonly asOf: string;
  /** Keys of those that were looked at; left out where the one who looks doesn't sign. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTicked?: (ticked: ReadonlySet<string>) => void;
}

export function FindingsTable({ found, nameOf, empty, asOf, ticked, onTicked }: FindingsTableProps) {
  const texts = useClientTexts();
  const columns = columnsOf(texts, nameOf, asOf);
  const all = ticked !== undefined && found.length > 0 && ticked.size === found.length;
  const put = (key: string, isTicked: boolean) =>
    onTicked?.(new Set(isTicked ? [...(ticked ?? []), key] : [...(ticked ?? [])].filter((each) => each !== key)));
  return (
    <>
      {ticked !== undefined && found.length > 1 && (
        <div className="clients-foot no-print">
          <Tick
            label={texts.tickAll}
            isSelected={all}
            onChange={(every) => onTicked?.(new Set(every ? found.map(({ key }) => key) : []))}
          />
        </div>
      )}
      <Table
        caption={texts.findings}
        columns={ticked === undefined ? columns : [tickColumn(texts, nameOf, ticked, put), ...columns]}
        rows={found}
        rowKey={({ key }) => key}
        rowTone={({ key }) => (ticked?.has(key) ? 'current' : 'none')}
        stacks
        empty={empty}
      />
    </>
  );
}

function tickColumn(
  texts: ClientTexts,
  nameOf: (service: string) => string,
  ticked: ReadonlySet<string>,
  put: (key: string, isTicked: boolean) => void,
): Column<FoundAddress> {
  return {
    id: 'tick',
    title: texts.toRemove,
    kind: 'action',
    width: '5.5em',
    cell: ({ key, address, service }) => (
      <Tick
        label={texts.tick(shortAddress(address), nameOf(service))}
        hidesLabel
        isSelected={ticked.has(key)}
        onChange={(isTicked) => put(key, isTicked)}
      />
    ),
  };
}

function columnsOf(texts: ClientTexts, nameOf: (service: string) => string, asOf: string): Column<FoundAddress>[] {
  return [
    { id: 'address', title: texts.address, kind: 'code', isRowHeader: true, cell: ({ address }) => <Code>{shortAddress(address)}</Code> },
    { id: 'service', title: texts.service, cell: ({ service }) => <Link to={paths.service(service)}>{nameOf(service)}</Link> },
    {
      id: 'found',
      title: texts.found,
      cell: ({ found }) =>
        found.map((each) => (
          <div key={each} className="clients-inline">
            <Chip tone="notice">{texts[each]}</Chip>
            <span className="clients-aside">{each === 'duplicate' ? texts.duplicateWords : texts.idleWords}</span>
          </div>
        )),
    },
    { id: 'used', title: texts.lastUse, cell: ({ lastUsedOn }) => <LastUse day={lastUsedOn} asOf={asOf} /> },
  ];
}

/** A bar of a full year is full. */
const longestShownDays = 366;

function LastUse({ day, asOf }: { readonly day: string | null; readonly asOf: string }) {
  const texts = useClientTexts();
  if (day === null) return texts.neverUsed;
  const days = Math.max(daysBetween(day, asOf), 0);
  return (
    <div className="clients-period">
      <span>{rocDay(day)}</span>
      <span className="clients-period-left">
        <StackedBar
          label={texts.idleBar(days)}
          parts={[{ name: 'idle', value: Math.min(days, longestShownDays), tone: 'notice' }]}
          max={longestShownDays}
          width={96}
        />
        <span aria-hidden="true">{texts.day(days)}</span>
      </span>
    </div>
  );
}
