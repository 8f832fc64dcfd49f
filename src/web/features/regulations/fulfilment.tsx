// How far the program answers a regulation, as a bar: clauses that it answers, that it answers in part, that people see to.
import type { Regulation } from '#contract';
import { clauseStateNames } from '#domain/compliance';
import { useRegulationTexts } from '../../texts/index.ts';
import { BarLegend, StackedBar, type BarPart, type Tone } from '../../ui/index.ts';
import { useWording } from './use-wording.ts';

export type State = Regulation['clauses'][number]['state'];

export const stateTones = { works: 'accent', partly: 'notice', 'by-hand': 'neutral' } as const satisfies Record<State, Tone>;
export const states = Object.keys(stateTones) as readonly State[]; // the keys of the type

export function Fulfilment({ counts, width }: { readonly counts: Regulation['counts']; readonly width: number }) {
  const texts = useRegulationTexts();
  const say = useWording();
  const parts = states.map((state): BarPart => ({
    name: `${say(clauseStateNames[state])} ${counts[state]}`,
    value: counts[state],
    tone: stateTones[state],
  }));
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className="regulation-fulfilment">
      <StackedBar label={texts.counts(counts.works, counts.partly, counts['by-hand'])} parts={parts} max={total} width={width} />
      <BarLegend parts={parts} />
    </div>
  );
}
