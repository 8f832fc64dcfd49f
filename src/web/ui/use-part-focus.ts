// Keyboard first: typing starts at the first thing still to be filled in, and a form that can't be sent yet leads to what is missing.
import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Fields stand inside an element with `data-part`. */
export function usePartFocus<Part extends string>(first: Part): [form: RefObject<HTMLFormElement | null>, focusPart: (part: Part) => void] {
  const form = useRef<HTMLFormElement>(null);
  const start = useRef(first);
  const focusPart = useCallback((part: Part) => {
    const control = form.current?.querySelector<HTMLElement>(`[data-part='${part}'] :is(input:not([tabindex='-1']), button):enabled`);
    control?.focus();
  }, []);
  useEffect(() => focusPart(start.current), [focusPart]);
  return [form, focusPart];
}
