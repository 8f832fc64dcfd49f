// Chips: a state in a word, and the clause that something rests on.
import { createContext, use, type ReactNode } from 'react';
import { useTexts } from '../texts/index.ts';

export type Tone = 'neutral' | 'good' | 'notice' | 'bad' | 'accent';

export function Chip({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`chip chip--${tone}`}>{children}</span>;
}

/** Where a clause can be read. Before somebody has signed in, nowhere. */
export const ClauseAddresses = createContext<(clause: string) => string | undefined>(() => undefined);

/** A clause id such as NW-4.1.1, as printed everywhere a rule speaks. Its text opens beside the page, which may hold an answer or a half-filled form. */
export function ClauseChip({ clause }: { readonly clause: string }) {
  const texts = useTexts().ui;
  const address = use(ClauseAddresses)(clause);
  if (address === undefined)
    return (
      <span className="clause" title={texts.clause(clause)}>
        {clause}
      </span>
    );
  return (
    <a className="clause" href={address} target="_blank" rel="noopener" title={texts.clauseOpens(clause)}>
      {clause}
    </a>
  );
}

/** A sentence of the program's own that names clauses, such as 「不得查詢 NW-4.1.1」. */
export function WithClauses({ text }: { readonly text: string }) {
  // Every second part is what the group matched: a clause.
  return text.split(/([A-Z]{2,}-\d+(?:\.\d+)*)/).map((part, at) => (at % 2 === 1 ? <ClauseChip key={part} clause={part} /> : part));
}
