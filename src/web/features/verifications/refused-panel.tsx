// A verification without an answer: every refusal with its clause, or what failed, and the receipt of the record that it left all the same.
import { ProblemError, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useVerificationTexts } from '../../texts/index.ts';
import { Banner, PrintedHead, ProblemNotice, Receipt } from '../../ui/index.ts';
import { usePrintedWords } from './use-printed-words.ts';

export function RefusedPanel({ error }: { readonly error: unknown }) {
  const texts = useVerificationTexts();
  const show = useShownProblem();
  const printed = usePrintedWords(texts.refusedTitle);
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isUncertain = problem?.code === 'unreachable' || problem?.code === 'unreadable';
  return (
    <div className="stack">
      <PrintedHead {...printed} isConfidential={false} />
      <ProblemNotice problem={show(error)} />
      {isUncertain && <Banner tone="notice" title={texts.uncertain} />}
      {problem?.receipt !== undefined && (
        <Receipt receipt={problem.receipt} verifyAddress={paths.verify(problem.receipt)}>
          {texts.recordedAnyway}
        </Receipt>
      )}
    </div>
  );
}
