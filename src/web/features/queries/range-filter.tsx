// Which days of one's history to look at. Enter applies.
import { useState, type SubmitEvent } from 'react';
import { useTexts } from '../../texts/index.ts';
import { Button, isUsable, RocDateRange, type DayRange, type UsableRange } from '../../ui/index.ts';

export const allDays: UsableRange = { from: null, until: null };

export function RangeFilter({ onApply }: { readonly onApply: (range: UsableRange) => void }) {
  const texts = useTexts().queries;
  const [range, setRange] = useState<DayRange>(allDays);
  // A new key empties the fields of what could not be read, too.
  const [round, setRound] = useState(0);
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    if (isUsable(range)) onApply(range);
  };
  const clear = () => {
    setRange(allDays);
    setRound(round + 1);
    onApply(allDays);
  };
  return (
    <form className="history-filter" onSubmit={apply}>
      <RocDateRange key={round} value={range} onChange={setRange} />
      <div className="history-buttons">
        <Button type="submit" variant="primary" disabledReason={isUsable(range) ? undefined : texts.historyFailed}>
          {texts.historyApply}
        </Button>
        <Button variant="quiet" onPress={clear}>
          {texts.historyAll}
        </Button>
      </div>
    </form>
  );
}
