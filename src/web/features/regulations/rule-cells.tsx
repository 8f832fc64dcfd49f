// What the tables of rules have in common: the clause of each row, where its value comes from, and who does it meanwhile.
import { Link } from '@tanstack/react-router';
import type { Regulation } from '#contract';
import { useRegulationTexts, type RegulationTexts } from '../../texts/index.ts';
import { Chip, type Column } from '../../ui/index.ts';
import { useWording } from './use-wording.ts';

/** A clause of the regulation that is being read: its place is on this page. */
export function OwnClause({ clause }: { readonly clause: string }) {
  return (
    <Link className="clause" to="." hash={clause}>
      {clause}
    </Link>
  );
}

export function clauseColumn(texts: RegulationTexts): Column<{ readonly clause: string }> {
  return { id: 'clause', title: texts.clause, kind: 'nowrap', width: '7em', cell: ({ clause }) => <OwnClause clause={clause} /> };
}

/** The text's own value, or our default with its reason. */
export function SourceOf({ reason }: { readonly reason: Regulation['parameters'][number]['reason'] }) {
  const texts = useRegulationTexts();
  const say = useWording();
  if (reason === null) return texts.fromText;
  return (
    <>
      <Chip>{texts.fromDefault}</Chip> <span className="regulation-small">{say(reason)}</span>
    </>
  );
}

export function Through({ part }: { readonly part: Regulation['duties'][number]['through'] }) {
  const texts = useRegulationTexts();
  const say = useWording();
  if (part.byHand === null) return <Chip tone="accent">{texts.byProgram}</Chip>;
  return <span className="regulation-small">{say(part.byHand)}</span>;
}
