// A month of the wire, `2026-10`, as people call it.
import { useTexts } from '../../texts/index.ts';

export function useMonthName(): (month: string) => string {
  const texts = useTexts().months;
  return (month) => texts.name(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}
