// Sending one query and keeping what came of it until the next one.
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, drawRequestId, nextRequestId, ProblemError, type AnswerOf, type Attempt } from '../../api/index.ts';
import { toBody, type QueryDraft } from './query-draft.ts';

export interface QueryAnswer {
  readonly answer: AnswerOf<'query'>;
  /** What the answer answers: the form may have moved on since. */
  readonly draft: QueryDraft;
}

export function useQueryAttempt(programme: string) {
  const uncertain = useRef<Attempt>(undefined);
  return useMutation({
    mutationFn: async (draft: QueryDraft): Promise<QueryAnswer> => {
      const content = JSON.stringify(draft);
      const requestId = nextRequestId(uncertain.current, content, drawRequestId);
      uncertain.current = undefined;
      try {
        return { answer: await call('query', { params: { programme }, body: toBody(draft, requestId) }), draft };
      } catch (error) {
        const code = error instanceof ProblemError ? error.problem.code : undefined;
        if (code === 'unreachable' || code === 'unreadable') uncertain.current = { requestId, content };
        throw error;
      }
    },
  });
}
