// Keyboard first: typing starts at the first thing still to be chosen, and a form that can't be sent yet leads to what is missing.
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { DraftPart } from './query-draft.ts';

/** Fields stand inside an element with `data-part`. */
export function usePartFocus(first: DraftPart): [form: RefObject<HTMLFormElement | null>, focusPart: (part: DraftPart) => void] {
  const form = useRef<HTMLFormElement>(null);
  const start = useRef(first);
  const focusPart = useCallback((part: DraftPart) => {
    const control = form.current?.querySelector<HTMLElement>(`[data-part='${part}'] :is(input:not([tabindex='-1']), button):enabled`);
    control?.focus();
  }, []);
  useEffect(() => focusPart(start.current), [focusPart]);
  return [form, focusPart];
}
