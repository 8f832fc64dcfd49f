// The rows of the signed-in auditor: marked one after the other, by 1, 2, 3 or by choosing, then signed.
import { useRef, useState } from 'react';
import type { SampleRow } from '#contract';
import { useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, ClauseChip, Panel } from '../../ui/index.ts';
import { MarkCard } from './mark-card.tsx';
import { SignDialog } from './sign-dialog.tsx';

export function OwnRows({ month, rows }: { readonly month: string; readonly rows: readonly SampleRow[] }) {
  const clauses = useSharedClauses();
  const texts = useTexts().audits;
  const [isSigning, setSigning] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const unmarked = rows.filter(({ finding }) => finding === null).length;
  /** After a mark by key the eyes go on, so the focus does: to the next row that has no mark. */
  const goOn = (from: number) => {
    const rest = [...rows.filter(({ row }) => row > from), ...rows.filter(({ row }) => row < from)];
    const next = rest.find(({ finding }) => finding === null);
    if (next) list.current?.querySelector<HTMLElement>(`[data-row="${next.row}"] input[type=radio]`)?.focus();
  };
  return (
    <Panel
      isFlush
      title={texts.ownTitle}
      actions={
        <>
          <ClauseChip clause={clauses.monthlyList} />
          <Button
            variant="primary"
            icon="lock"
            onPress={() => setSigning(true)}
            disabledReason={unmarked > 0 ? texts.signLater(unmarked) : undefined}
          >
            {texts.sign}
          </Button>
        </>
      }
    >
      <p className="audits-keys no-print">
        {texts.keys}
        {texts.recorded}
      </p>
      <ol className="audits-cards" ref={list}>
        {rows.map((row) => (
          <MarkCard key={row.index} month={month} row={row} onMarkedByKey={() => goOn(row.row)} />
        ))}
      </ol>
      <SignDialog month={month} rows={rows} isOpen={isSigning} onClose={() => setSigning(false)} />
    </Panel>
  );
}
