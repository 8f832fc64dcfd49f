// Chips: a state in a word, and the clause that something rests on.
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.ts';

export type Tone = 'neutral' | 'good' | 'notice' | 'bad' | 'accent';

export function Chip({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`chip chip--${tone}`}>{children}</span>;
}

/** A clause id such as NW-4.1.1, as printed everywhere a rule speaks. */
export function ClauseChip({ clause }: { readonly clause: string }) {
  const texts = useTexts().ui;
  return (
    <span className="clause" title={texts.clause(clause)}>
      {clause}
    </span>
  );
}
