// The receipt of a record: to be copied, and followed to the proof that it was kept.
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import { Code, CopyButton } from '../../ui/index.ts';

export function Receipt({ receipt, children }: { readonly receipt: string; readonly children: ReactNode }) {
  const texts = useTexts().queries;
  return (
    <div className="receipt">
      <p>
        {children} {/* Beside the page, which may hold an answer. */}
        <a className="no-print" href={paths.verify(receipt)} target="_blank" rel="noopener">
          {texts.verifyReceipt}
        </a>
      </p>
      <Code>{receipt}</Code>
      <CopyButton text={receipt} />
    </div>
  );
}
