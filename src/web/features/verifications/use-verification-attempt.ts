// Sending one verification and keeping what came of it until the next one.
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, drawRequestId, nextRequestId, ProblemError, type AnswerOf, type Attempt } from '../../api/index.ts';
import { toBody, type VerificationDraft } from './verification-draft.ts';

export interface VerificationOutcome {
  readonly answer: AnswerOf<'verifyByHand'>;
  /** What the answer answers: the form may have moved on since. */
  readonly draft: VerificationDraft;
}

export function useVerificationAttempt(programme: string) {
  const uncertain = useRef<Attempt>(undefined);
  return useMutation({
    mutationFn: async (draft: VerificationDraft): Promise<VerificationOutcome> => {
      const content = JSON.stringify(draft);
      const requestId = nextRequestId(uncertain.current, content, drawRequestId);
      uncertain.current = undefined;
      try {
        return { answer: await call('verifyByHand', { params: { programme }, body: toBody(draft, requestId) }), draft };
      } catch (error) {
        const code = error instanceof ProblemError ? error.problem.code : undefined;
        if (code === 'unreachable' || code === 'unreadable') uncertain.current = { requestId, content };
        throw error;
      }
    },
  });
}
