// What stands on paper only: whose it is and who printed it, and where people sign (NV-3.3: the form is kept).
import { useSession } from '../../session/index.ts';
import { useClientTexts, useTexts } from '../../texts/index.ts';

export function PrintedBy() {
  const texts = useTexts().records;
  const { organisation, unit, name, login } = useSession();
  return (
    <p className="only-print">
      {organisation}　{texts.printedBy(`${unit} ${name}（${login}）`)}
    </p>
  );
}

export function SealPlaces() {
  const texts = useClientTexts();
  return (
    <div className="only-print clients-seals">
      <p>{texts.supervisorPlace}</p>
      <p>{texts.signPlace}</p>
    </div>
  );
}
