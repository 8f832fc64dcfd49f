// Before anything is known: that it is starting, or that the server can't be reached.
import { useShownProblem } from '../api/index.ts';
import { loadSession } from '../session/index.ts';
import { useTexts } from '../texts/index.ts';
import { Button, ProblemNotice, ProgressBar } from '../ui/index.ts';

export function Starting() {
  const texts = useTexts().shell;
  return (
    <div className="starting">
      <ProgressBar label={texts.loading} />
    </div>
  );
}

export function StartFailed({ error }: { readonly error: unknown }) {
  const texts = useTexts().shell;
  const show = useShownProblem();
  return (
    <main className="starting">
      <ProblemNotice problem={show(error)} actions={<Button onPress={() => void loadSession()}>{texts.tryAgain}</Button>} />
    </main>
  );
}
