// Counts and response times over the period, drawn; the same numbers in a table for whoever reads instead of looks.
import { useServiceUseTexts, type ServiceUseTexts } from '../../texts/index.ts';
import { BarLegend, Panel, PlotColumns, PlotLine, Table, TimePlot, type Column, type PlotPlace } from '../../ui/index.ts';
import { dayName, shortName, type Period, type Span } from './gather-use.ts';
import { writtenCount, writtenTime } from './written.ts';

interface UsePlotsProps {
  readonly span: Span;
  readonly periods: readonly Period[];
}

export function UsePlots({ span, periods }: UsePlotsProps) {
  const texts = useServiceUseTexts();
  const isHourly = span === 'today';
  const answered = periods.map((period) => period.answered);
  const refused = periods.map((period) => period.refused);
  const places = (says: (period: Period) => string): PlotPlace[] =>
    periods.map((period) => ({ id: period.id, short: shortName(period), says: `${nameOf(period, texts)}：${says(period)}` }));
  return (
    <div className="use-plots">
      <Panel
        title={isHourly ? texts.volumePerHour : texts.volumePerDay}
        actions={
          <BarLegend
            parts={[
              { name: texts.answered, tone: 'accent' },
              { name: texts.refused, tone: 'bad' },
            ]}
          />
        }
      >
        <TimePlot
          label={texts.volumeLabel(periods.length, writtenCount(sum(answered)), writtenCount(sum(refused)))}
          places={places(
            (period) => `${texts.answered} ${writtenCount(period.answered)}、${texts.refused} ${writtenCount(period.refused)}`,
          )}
          highest={Math.max(...periods.map((period) => period.answered + period.refused))}
          leastStep={1}
          labelWidth={isHourly ? 22 : 40}
        >
          {(area) => (
            <PlotColumns
              area={area}
              parts={[
                { tone: 'accent', values: answered },
                { tone: 'bad', values: refused },
              ]}
            />
          )}
        </TimePlot>
        <PeriodTable periods={periods} caption={isHourly ? texts.volumePerHour : texts.volumePerDay} />
      </Panel>
      <ResponsePlot span={span} periods={periods} places={places} />
    </div>
  );
}

function ResponsePlot({ span, periods, places }: UsePlotsProps & { readonly places: (says: (period: Period) => string) => PlotPlace[] }) {
  const texts = useServiceUseTexts();
  const medians = periods.map(({ median }) => median);
  const slows = periods.map(({ slow }) => slow);
  const highest = (values: readonly (number | null)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  return (
    <Panel
      title={span === 'today' ? texts.responsePerHour : texts.responsePerDay}
      actions={
        <BarLegend
          parts={[
            { name: texts.median, tone: 'accent' },
            { name: texts.slow, tone: 'notice' },
          ]}
        />
      }
    >
      {highest(slows) === 0 ? (
        <p>{texts.noResponses}</p>
      ) : (
        <TimePlot
          label={texts.responseLabel(writtenTime(highest(medians)), writtenTime(highest(slows)))}
          places={places(({ median, slow }) => `${texts.median} ${writtenTime(median)}、${texts.slow} ${writtenTime(slow)}`)}
          highest={highest(slows)}
          labelWidth={span === 'today' ? 22 : 40}
        >
          {(area) => (
            <>
              <PlotLine area={area} tone="notice" values={slows} />
              <PlotLine area={area} tone="accent" values={medians} />
            </>
          )}
        </TimePlot>
      )}
      <p className="use-words">{texts.responseWords}</p>
    </Panel>
  );
}

function PeriodTable({ periods, caption }: { readonly periods: readonly Period[]; readonly caption: string }) {
  const texts = useServiceUseTexts();
  return (
    <details className="plot-table">
      <summary>{texts.asTable}</summary>
      <Table caption={caption} columns={periodColumns(texts)} rows={periods} rowKey={({ id }) => id} maxHeight="320px" />
    </details>
  );
}

function periodColumns(texts: ServiceUseTexts): Column<Period>[] {
  return [
    { id: 'time', title: texts.time, kind: 'nowrap', isRowHeader: true, cell: (period) => nameOf(period, texts) },
    { id: 'answered', title: texts.answered, kind: 'number', cell: ({ answered }) => writtenCount(answered) },
    { id: 'refused', title: texts.refused, kind: 'number', cell: ({ refused }) => writtenCount(refused) },
    { id: 'median', title: texts.median, kind: 'number', cell: ({ median }) => writtenTime(median) },
    { id: 'slow', title: texts.slow, kind: 'number', cell: ({ slow }) => writtenTime(slow) },
  ];
}

function nameOf(period: Period, texts: ServiceUseTexts): string {
  return period.hour === null ? dayName(period) : `${dayName(period)} ${texts.hour(period.hour)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
