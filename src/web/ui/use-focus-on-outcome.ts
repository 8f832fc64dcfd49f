// When an outcome comes, the keyboard is there: the next Tab reaches its buttons.
import { useEffect, useRef, type RefObject } from 'react';

export function useFocusOnOutcome(status: 'idle' | 'pending' | 'error' | 'success'): RefObject<HTMLDivElement | null> {
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = outcome.current;
    if (!element || (status !== 'success' && status !== 'error')) return;
    element.focus({ preventScroll: true });
    // On narrow screens it stands below the form; beside it, nothing needs to move.
    if (element.getBoundingClientRect().top > window.innerHeight / 2) element.scrollIntoView({ block: 'start' });
  }, [status]);
  return outcome;
}
