// The receipt of a record: to be copied, and followed to the proof that it was kept.
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.ts';
import { CopyButton } from './copy-button.tsx';
import { Code } from './page.tsx';

export interface ReceiptProps {
  readonly receipt: string;
  /** The page where it is checked. */
  readonly verifyAddress: string;
  readonly children: ReactNode;
}

export function Receipt({ receipt, verifyAddress, children }: ReceiptProps) {
  const texts = useTexts().ui;
  return (
    <div className="receipt">
      <p>
        {children} {/* Beside the page, which may hold an answer. */}
        <a className="no-print" href={verifyAddress} target="_blank" rel="noopener">
          {texts.verifyReceipt}
        </a>
      </p>
      <Code>{receipt}</Code>
      <CopyButton text={receipt} />
    </div>
  );
}
