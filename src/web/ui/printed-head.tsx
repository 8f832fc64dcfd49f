// What stands only on paper, above what came of a question about somebody: whose it is, who asked, and, where it holds an answer, that it
// is confidential (NW-4.1.3, NV-4.2.3).
import { useTexts } from '../texts/index.ts';

export interface PrintedHeadProps {
  readonly title: string;
  /** Who asked, with unit and account. */
  readonly by: string;
  readonly isConfidential: boolean;
}

export function PrintedHead({ title, by, isConfidential }: PrintedHeadProps) {
  const texts = useTexts().ui;
  return (
    <div className="only-print printed-head">
      {isConfidential && <span className="printed-confidential">{texts.confidential}</span>}
      <p className="printed-title">{title}</p>
      <p>{by}</p>
    </div>
  );
}
