// The buttons of an answer: show it, hide it, print it. One without values has nothing to hide, and goes into the case all the same.
import { useTexts } from '../texts/index.ts';
import { Button } from './button.tsx';
import type { Reveal } from './use-reveal.ts';

export function RevealActions({ reveal, hasValues }: { readonly reveal: Reveal; readonly hasValues: boolean }) {
  const texts = useTexts().ui;
  const print = (
    <Button icon="print" onPress={() => window.print()} disabledReason={reveal.isShown || !hasValues ? undefined : texts.printMasked}>
      {texts.print}
    </Button>
  );
  if (!hasValues) return print;
  return (
    <>
      {reveal.isShown && <span className="answer-left no-print">{texts.hidesIn(reveal.secondsLeft)}</span>}
      <Button icon={reveal.isShown ? 'eye-off' : 'eye'} variant={reveal.isShown ? 'plain' : 'primary'} onPress={reveal.toggle}>
        {reveal.isShown ? texts.hideValues : texts.showValues}
      </Button>
      {print}
    </>
  );
}

/** What stands in the place of a hidden value: all alike, so that not even a length shows. */
export function Hidden() {
  const texts = useTexts().ui;
  return (
    <span className="hidden-value">
      <span aria-hidden="true">●●●●●</span>
      <span className="for-readers">{texts.masked}</span>
    </span>
  );
}
