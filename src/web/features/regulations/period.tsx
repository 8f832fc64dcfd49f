// When a regulation applies, and whether it does today.
import type { Regulation } from '#contract';
import { formatRocDate, parseDate } from '#domain/kernel';
import { useRegulationTexts } from '../../texts/index.ts';
import { Chip } from '../../ui/index.ts';

export function Period({ regulation }: { readonly regulation: Pick<Regulation, 'issuedOn' | 'ceasedOn' | 'inForce'> }) {
  const texts = useRegulationTexts();
  const { issuedOn, ceasedOn, inForce } = regulation;
  return (
    <span className="regulation-period">
      {inForce && <Chip tone="good">{texts.inForce}</Chip>}
      {/* A regulation that has ceased was issued before. */}
      {!inForce && <Chip>{ceasedOn === null ? texts.notYetInForce : texts.noLongerInForce}</Chip>}
      <span>{issuedOn === null ? texts.unknownDay : texts.from(rocDate(issuedOn))}</span>
      {ceasedOn !== null && <span>{texts.until(rocDate(ceasedOn))}</span>}
    </span>
  );
}

function rocDate(text: string): string {
  const day = parseDate(text);
  return day ? formatRocDate(day) : text;
}
