// A trend in the height of a line of text: one column for each place, without axes. Read out by its label.
export interface SparkColumnsProps {
  readonly label: string;
  readonly values: readonly number[];
  /** The value of a full-height column: the same for all that are compared. */
  readonly max: number;
}

const [width, height] = [150, 26];

export function SparkColumns({ label, values, max }: SparkColumnsProps) {
  const step = width / Math.max(1, values.length);
  const columns = values.map((value, place) => {
    if (value === 0 || max === 0) return '';
    const tall = Math.max(1.5, (value / max) * (height - 2));
    return `M${(place * step).toFixed(1)} ${height}v${(-tall).toFixed(1)}h${Math.max(1, step * 0.78).toFixed(1)}V${height}z`;
  });
  return (
    <svg className="spark" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <line className="plot-line" x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      <path className="bar-part--accent" d={columns.join('')} />
    </svg>
  );
}
