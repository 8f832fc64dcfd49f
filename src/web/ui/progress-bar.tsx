// How far something has come; without a value, that it is under way.
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 … `max`; left out: under way, no telling how far. */
  readonly value?: number;
  readonly max?: number;
  /** What is said at the right, such as `7／10`; standard: percent. */
  readonly valueLabel?: string;
}

export function ProgressBar({ label, value, max = 100, valueLabel }: ProgressBarProps) {
  const amount = value === undefined ? { isIndeterminate: true } : { value, maxValue: max };
  return (
    <AriaProgressBar className="progress" {...amount} {...(valueLabel === undefined ? {} : { valueLabel })}>
      {({ percentage, valueText }) => (
        <>
          <div className="progress-words">
            <Label>{label}</Label>
            {value !== undefined && <span>{valueText}</span>}
          </div>
          <div className="progress-track">
            <div
              className={value === undefined ? 'progress-fill progress-fill--unknown' : 'progress-fill'}
              style={{ width: `${percentage ?? 30}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
