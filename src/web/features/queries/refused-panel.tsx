// A query without an answer: every refusal with its clause, or what failed, and the receipt of the record that it left all the same.
import { Link } from '@tanstack/react-router';
import { ProblemError, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, PrintedHead, ProblemNotice, Receipt } from '../../ui/index.ts';
import { usePrintedWords } from './use-printed-words.ts';

export function RefusedPanel({ error }: { readonly error: unknown }) {
  const texts = useTexts();
  const show = useShownProblem();
  const printed = usePrintedWords(texts.queries.refusedTitle);
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isPasswordOld = problem?.refusals?.some(({ code }) => code === 'password-too-old') ?? false;
  const isUncertain = problem?.code === 'request-replayed' || problem?.code === 'unreachable' || problem?.code === 'unreadable';
  return (
    <div className="stack">
      <PrintedHead {...printed} isConfidential={false} />
      <ProblemNotice
        problem={show(error)}
        actions={
          <>
            {isUncertain && <Link to={paths.history()}>{texts.shell.history}</Link>}
            {isPasswordOld && <Link to={paths.password()}>{texts.shell.password}</Link>}
          </>
        }
      />
      {isUncertain && <Banner tone="notice" title={texts.queries.uncertain} />}
      {problem?.receipt !== undefined && (
        <Receipt receipt={problem.receipt} verifyAddress={paths.verify(problem.receipt)}>
          {texts.queries.recordedAnyway}
        </Receipt>
      )}
    </div>
  );
}
