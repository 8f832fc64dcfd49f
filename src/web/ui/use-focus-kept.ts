// When a step is done, what had the focus is often gone: a button that closed the month, a form that drew the sample.
// Then reading and tabbing go on at the page's heading, not at the top of the browser.
import { useEffect, useRef } from 'react';

/** @param step changes when a step is done, such as the state of what the page shows */
export function useFocusKept(step: string | undefined): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === undefined || before.current === step) {
      before.current = step;
      return undefined;
    }
    before.current = step;
    // A dialog gives the focus back after it is gone: look once that is over.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) focusHeading();
    }, 100);
    return () => clearTimeout(timer);
  }, [step]);
}

export function focusHeading(): void {
  const main = document.getElementById('main');
  (main?.querySelector<HTMLElement>('h1') ?? main)?.focus({ preventScroll: true });
}
