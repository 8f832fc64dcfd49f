// A small plot: one bar per thing, in parts. The numbers are in the text for readers, and in print.
export interface BarPart {
  readonly name: string;
  readonly value: number;
  readonly tone: 'accent' | 'notice' | 'bad' | 'neutral';
}

export interface StackedBarProps {
  /** Read out; such as 「115年10月：回覆 230、不得查詢 8、失敗 2」. */
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** The value of a full-length bar: the same for all bars that are compared. */
  readonly max: number;
  readonly width?: number;
}

export function StackedBar({ label, parts, max, width = 160 }: StackedBarProps) {
  const scale = max > 0 ? width / max : 0;
  const starts = parts.map((_, place) => parts.slice(0, place).reduce((sum, part) => sum + part.value, 0));
  return (
    <svg className="bar" role="img" aria-label={label} viewBox={`0 0 ${width} 12`} width={width} height={12}>
      <rect className="bar-ground" width={width} height={12} />
      {parts.map((part, place) => (
        <rect
          key={part.name}
          className={`bar-part bar-part--${part.tone}`}
          x={(starts[place] ?? 0) * scale}
          width={part.value * scale}
          height={12}
        />
      ))}
    </svg>
  );
}

/** What the colours of the bars mean. */
export function BarLegend({ parts }: { readonly parts: readonly Pick<BarPart, 'name' | 'tone'>[] }) {
  return (
    <ul className="bar-legend">
      {parts.map((part) => (
        <li key={part.name}>
          <span className={`bar-key bar-key--${part.tone}`} />
          {part.name}
        </li>
      ))}
    </ul>
  );
}
