// What can be done with a month's list: print it, close the month, go on to the sample. What can't be done now says why.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MonthSummary } from '#contract';
import { call, saveFile, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Button, ProblemNotice, useToast } from '../../ui/index.ts';
import { CloseMonthDialog } from './close-month-dialog.tsx';
import { closesMonths } from './closes-months.ts';

export function MonthActions({ summary }: { readonly summary: MonthSummary }) {
  const texts = useTexts().months;
  const { roles } = useSession();
  const navigate = useNavigate();
  const [isClosing, setClosing] = useState(false);
  const isClosed = summary.closedAt !== null;
  const manages = closesMonths(roles);
  return (
    <>
      {!isClosed && <span className="months-wait">{texts.afterClosing}</span>}
      <PrintButton summary={summary} format="pdf" />
      <PrintButton summary={summary} format="ods" />
      {!isClosed && (
        <Button variant="primary" icon="lock" onPress={() => setClosing(true)} disabledReason={closingRefused(summary, manages, texts)}>
          {texts.close}
        </Button>
      )}
      <Button
        icon="sample"
        variant={isClosed && roles.includes('auditor') ? 'primary' : 'plain'}
        onPress={() => void navigate({ to: paths.sample(summary.month) })}
        isDisabled={!isClosed}
      >
        {texts.toSample}
      </Button>
      <CloseMonthDialog summary={summary} isOpen={isClosing} onClose={() => setClosing(false)} />
    </>
  );
}

function closingRefused(summary: MonthSummary, manages: boolean, texts: Texts['months']): string | undefined {
  if (!manages) return texts.closeByManagers;
  return summary.state === 'running' ? texts.closeNotOver : undefined;
}

function PrintButton({ summary, format }: { readonly summary: MonthSummary; readonly format: 'pdf' | 'ods' }) {
  const texts = useTexts().months;
  const { programme } = useSession();
  const show = useShownProblem();
  const say = useToast();
  const { month } = summary;
  const print = useMutation({
    mutationFn: () => call(format === 'pdf' ? 'listPdf' : 'listOds', { params: { programme, month } }),
    onSuccess: (file) => {
      saveFile(file, `query-list-${month}.${format}`);
      say(texts.saved);
    },
  });
  return (
    <>
      <Button
        icon={format === 'pdf' ? 'print' : 'download'}
        isPending={print.isPending}
        onPress={() => print.mutate()}
        isDisabled={summary.closedAt === null}
      >
        {texts[format]}
      </Button>
      {print.isError && <ProblemNotice problem={show(print.error)} />}
    </>
  );
}
