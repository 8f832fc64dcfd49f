// A half-year of the wire, `2026-H2`, as people call it.
import { useClientTexts } from '../../texts/index.ts';

export function usePeriodName(): (period: string) => string {
  const texts = useClientTexts();
  return (period) => {
    const [, year, half] = /^(\d{4})-H([12])$/.exec(period) ?? [];
    return year === undefined ? period : texts.periodName(Number(year), Number(half));
  };
}
