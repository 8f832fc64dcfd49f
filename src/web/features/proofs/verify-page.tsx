// Where anyone checks that a record is in the log: no sign-in, nothing sent, the same rules as the command line's verifier.
import { useShownProblem } from '../../api/index.ts';
import { useProofTexts } from '../../texts/index.ts';
import { PageHeader, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { Intake } from './intake.tsx';
import { KeyPanel } from './key-panel.tsx';
import { useVerification } from './use-verification.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import './proofs.css';

export function VerifyPage() {
  const texts = useProofTexts();
  const show = useShownProblem();
  // A link from a receipt brings it behind the #, which no server is sent.
  const verification = useVerification(window.location.hash.slice(1));
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <div className="proof-desk">
        <div className="stack no-print">
          <Intake {...verification} />
          <KeyPanel {...verification} />
        </div>
        <div className="stack">
          {verification.isLoading && <ProgressBar label={texts.loading} />}
          {verification.error !== null && <ProblemNotice problem={show(verification.error)} />}
          <VerdictPanel verification={verification} />
        </div>
      </div>
    </>
  );
}
