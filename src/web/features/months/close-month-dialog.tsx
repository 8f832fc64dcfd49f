// Closing a month can't be undone: the dialog says what it means before it is done.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MonthSummary } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { ClauseChip, ConfirmDialog, ProblemNotice, useToast } from '../../ui/index.ts';
import { useMonthName } from './use-month-name.ts';

interface CloseMonthDialogProps {
  readonly summary: MonthSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CloseMonthDialog({ summary, isOpen, onClose }: CloseMonthDialogProps) {
  const clauses = useSharedClauses();
  const texts = useTexts().months;
  const nameOf = useMonthName();
  const { programme } = useSession();
  const show = useShownProblem();
  const say = useToast();
  const client = useQueryClient();
  const { month } = summary;
  const close = useMutation({
    mutationFn: () => call('closeMonth', { params: { programme, month } }),
    onSuccess: async () => {
      say(texts.closeDone(nameOf(month)));
      await Promise.all([
        client.invalidateQueries({ queryKey: ['month', programme, month] }),
        client.invalidateQueries({ queryKey: ['months', programme] }),
      ]);
    },
  });
  return (
    <ConfirmDialog
      title={texts.closeTitle(nameOf(month))}
      isOpen={isOpen}
      onClose={onClose}
      confirmLabel={texts.closeConfirm}
      onConfirm={async () => void (await close.mutateAsync())}
    >
      {close.isError && <ProblemNotice problem={show(close.error)} />}
      <p>
        {texts.closeRows(summary.rows)} <ClauseChip clause={clauses.monthlyList} />
      </p>
      <ul className="months-means">
        {texts.closeMeans.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
