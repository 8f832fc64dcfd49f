// What these pages read. All of it lies under one key, so that a change of one service makes every page read anew.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RouteName } from '#contract';
import { call, type AnswerOf, type InputOf } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';

const base = 'clients';

export function useServices() {
  const { programme } = useSession();
  return useQuery({
    queryKey: [base, programme, 'services'],
    queryFn: ({ signal }) => call('clientServices', { params: { programme } }, signal),
  });
}

export function useService(service: string) {
  const { programme } = useSession();
  return useQuery({
    queryKey: [base, programme, 'service', service],
    queryFn: ({ signal }) => call('clientService', { params: { programme, service } }, signal),
  });
}

export function useApplications() {
  const { programme } = useSession();
  return useQuery({
    queryKey: [base, programme, 'applications'],
    queryFn: ({ signal }) => call('serviceApplications', { params: { programme } }, signal),
  });
}

export function useApplication(application: string) {
  const { programme } = useSession();
  return useQuery({
    queryKey: [base, programme, 'application', application],
    queryFn: ({ signal }) => call('serviceApplication', { params: { programme, application } }, signal),
  });
}

export function useAddressReview() {
  const { programme } = useSession();
  return useQuery({
    queryKey: [base, programme, 'review'],
    queryFn: ({ signal }) => call('addressReview', { params: { programme } }, signal),
  });
}

/** Sends a change; once it is done every page of client services reads anew. */
export function useChange<N extends RouteName>(name: N, onDone?: (answer: AnswerOf<N>) => void) {
  const reread = useReread();
  return useMutation({
    mutationFn: (input: InputOf<N>) => call(name, input),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await reread();
    },
  });
}

export function useReread(): () => Promise<void> {
  const client = useQueryClient();
  const { programme } = useSession();
  return () => client.invalidateQueries({ queryKey: [base, programme] });
}
