// Where the clauses named on a page can be read: each regulation's clauses begin with its prefix.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Session } from '#contract';
import { call } from '../api/index.ts';
import { paths } from '../paths.ts';

export function useClauseAddresses({ mustChangePassword }: Session): (clause: string) => string | undefined {
  const { data } = useQuery({
    queryKey: ['regulations'],
    queryFn: ({ signal }) => call('regulations', {}, signal),
    // Until the password is changed no other page opens.
    enabled: !mustChangePassword,
  });
  return useCallback(
    (clause) => {
      const regulation = data?.regulations.find(({ prefix }) => clause.startsWith(`${prefix}-`));
      return regulation && `${paths.regulation(regulation.id)}#${clause}`;
    },
    [data],
  );
}
