// A plot over time: an upright axis with round numbers, a time under each place that has room, and what is drawn in between. Its numbers
// stand in a table beside it for whoever doesn't look (`asTable`); under the pointer, a place says what it holds.
import { useState, type ReactNode } from 'react';
import { labelEvery, plotScale } from './plot-scale.ts';
import { useWidth } from './use-width.ts';

export interface PlotPlace {
  readonly id: string;
  /** Under the axis: `9`, `11/20`. */
  readonly short: string;
  /** What it holds, in words: `115/11/20 9 時：已回覆 1,203 筆`. */
  readonly says: string;
}

export interface PlotArea {
  readonly places: number;
  /** The middle of a place, in the plot's own measure. */
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  /** The width of one place. */
  readonly step: number;
}

export interface TimePlotProps {
  /** Read out in place of the drawing. */
  readonly label: string;
  readonly places: readonly PlotPlace[];
  readonly highest: number;
  /** 1 where what is counted comes in ones. */
  readonly leastStep?: number;
  /** Of the widest label under the axis. */
  readonly labelWidth?: number;
  readonly children: (area: PlotArea) => ReactNode;
}

const height = 190;
const margin = { top: 8, right: 8, bottom: 22, left: 48 } as const;

export function TimePlot({ label, places, highest, leastStep = 0, labelWidth = 34, children }: TimePlotProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number>();
  const { ticks, top } = plotScale(highest, leastStep);
  const inside = Math.max(0, width - margin.left - margin.right);
  const step = inside / Math.max(1, places.length);
  const x = (place: number) => margin.left + (place + 0.5) * step;
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const every = labelEvery(places.length, inside, labelWidth);
  const pointed = at === undefined ? undefined : places[at];
  return (
    <div className="plot" ref={frame}>
      {width > 0 && (
        <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width="100%" onPointerLeave={() => setAt(undefined)}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line className="plot-line" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
              <text className="plot-tick" x={margin.left - 6} y={y(tick) + 4}>
                {tick.toLocaleString('zh-TW')}
              </text>
            </g>
          ))}
          {at !== undefined && (
            <rect className="plot-pointed" x={x(at) - step / 2} y={margin.top} width={step} height={y(0) - margin.top} />
          )}
          {children({ places: places.length, x, y, step })}
          {places.map((place, number) => (
            <g key={place.id}>
              {number % every === 0 && (
                <text className="plot-time" x={x(number)} y={height - 6}>
                  {place.short}
                </text>
              )}
              <rect
                className="plot-place"
                x={x(number) - step / 2}
                y={0}
                width={step}
                height={height}
                onPointerEnter={() => setAt(number)}
              />
            </g>
          ))}
        </svg>
      )}
      <p className="plot-says no-print" aria-hidden="true">
        {pointed?.says}
      </p>
    </div>
  );
}

/** Upright bars in parts, one for each place. */
export function PlotColumns({
  area,
  parts,
}: {
  readonly area: PlotArea;
  readonly parts: readonly { readonly tone: 'accent' | 'bad'; readonly values: readonly number[] }[];
}) {
  const width = Math.max(1, Math.min(36, area.step * 0.72));
  return parts.map(({ tone, values }, part) =>
    values.map((value, place) => {
      if (value === 0) return null;
      const below = parts.slice(0, part).reduce((sum, each) => sum + (each.values[place] ?? 0), 0);
      const [from, to] = [area.y(below), area.y(below + value)];
      return (
        // One bar for each part and place: these two are its identity.
        <rect
          // oxlint-disable-next-line react/no-array-index-key
          key={`${tone} ${place}`}
          className={`bar-part--${tone}`}
          x={area.x(place) - width / 2}
          y={to}
          width={width}
          // What happened at all is seen, however little it was.
          height={Math.max(1.5, from - to)}
        />
      );
    }),
  );
}

/** A line over the places that have a value; where one has none, it is interrupted. */
export function PlotLine({
  area,
  tone,
  values,
}: {
  readonly area: PlotArea;
  readonly tone: 'accent' | 'notice';
  readonly values: readonly (number | null)[];
}) {
  const points = values.map((value, place) => (value === null ? undefined : `${area.x(place).toFixed(1)},${area.y(value).toFixed(1)}`));
  const path = points.map((point, place) => (point === undefined ? '' : `${points[place - 1] === undefined ? 'M' : 'L'}${point}`)).join('');
  return (
    <g className={`plot-curve plot-curve--${tone}`}>
      <path d={path} />
      {points.map((point, place) => {
        if (point === undefined) return null;
        const [cx, cy] = point.split(',');
        // oxlint-disable-next-line react/no-array-index-key
        return <circle key={place} cx={cx} cy={cy} r={area.step < 14 ? 1.5 : 2.5} />;
      })}
    </g>
  );
}
