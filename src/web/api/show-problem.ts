// Any error of a call as words for the screen: what happened, the next step, the reference to quote.
// In Chinese the server's own words are shown, as they may be more exact than the table's; in English the table's.
import { useCallback } from 'react';
import { useLanguage, useTexts } from '../texts/index.ts';
import type { ShownProblem } from '../ui/index.ts';
import { ProblemError } from './problem-error.ts';

/** `const show = useShownProblem(); <ProblemNotice problem={show(error)} />` */
export function useShownProblem(): (error: unknown) => ShownProblem {
  const { language } = useLanguage();
  const { problems: texts, records } = useTexts();
  return useCallback(
    (error) => {
      if (!(error instanceof ProblemError)) return texts['fault'];
      const { code, title, detail, reference, clause, refusals, fields } = error.problem;
      const words = texts[code] ?? texts['fault'];
      const chinese = language === 'zh-TW';
      return {
        title: (chinese && title) || words.title,
        next: (chinese && detail) || words.next,
        reference,
        refusals: chinese ? refusals : refusals?.map((refusal) => ({ ...refusal, message: groundOf(refusal, records.refusals) })),
        fields,
        // A list of refusals carries its clauses itself.
        clause: refusals === undefined ? clause : undefined,
      };
    },
    [language, texts, records],
  );
}

function groundOf({ code, message }: { readonly code: string; readonly message: string }, names: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? message;
}

/** What the server says of one field, to stand beside it. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const found = error.problem.fields?.filter((item) => item.field === field) ?? [];
  return found.length === 0 ? undefined : found.map((item) => item.message).join('；');
}
