// A finding in a word; without one, that there is none yet.
import type { Finding } from '#contract';
import { useTexts } from '../../texts/index.ts';
import { Chip, type Tone } from '../../ui/index.ts';

const tones: Readonly<Record<Finding, Tone>> = { 'in-order': 'good', 'needs-explanation': 'notice', anomaly: 'bad' };

export function FindingChip({ finding }: { readonly finding: Finding | null }) {
  const texts = useTexts().audits;
  return finding === null ? <Chip>{texts.unmarked}</Chip> : <Chip tone={tones[finding]}>{texts.findings[finding]}</Chip>;
}
