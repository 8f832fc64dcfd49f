// What is asked of the figures, and what came: the days, the service, and the rows that answer both.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VerificationUse } from '#contract';
import { call } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { daysOf, periodsOf, type Period, type Span } from './gather-use.ts';
import { useServiceNames, type ServiceNames } from './use-service-names.ts';

/** `all`, `by-hand`, or a service's id. */
export type Chosen = string;

export interface ServiceUse {
  readonly span: Span;
  readonly chosen: Chosen;
  readonly rows: readonly VerificationUse[];
  readonly periods: readonly Period[];
  readonly services: ServiceNames;
  /** For the first time. */
  readonly isReading: boolean;
  readonly isRereading: boolean;
  readonly error: unknown;
  readonly choose: (change: { readonly span?: Span; readonly chosen?: Chosen }) => void;
  readonly readAgain: () => void;
}

export function useServiceUse(): ServiceUse {
  const { programme } = useSession();
  const services = useServiceNames();
  // The days asked for are those of the moment of asking; asking again asks for today's.
  const [asked, setAsked] = useState(() => ({ span: 'week' as Span, chosen: 'all', nowMs: Date.now() })); // the first of several
  const { span, chosen, nowMs } = asked;
  const { from, until } = daysOf(span, nowMs);
  const use = useQuery({
    queryKey: ['verification-use', programme, from, until],
    queryFn: ({ signal }) => call('verificationUse', { params: { programme }, query: { from, until } }, signal),
    placeholderData: keepPreviousData,
  });
  const rows = (use.data?.rows ?? []).filter(({ service }) => chosen === 'all' || (service === '' ? 'by-hand' : service) === chosen);
  return {
    span,
    chosen,
    rows,
    periods: periodsOf(rows, span, nowMs),
    services,
    isReading: use.isPending,
    isRereading: use.isFetching && !use.isPending,
    error: use.error,
    choose: (change) => setAsked({ ...asked, ...change }),
    readAgain: () => {
      setAsked({ ...asked, nowMs: Date.now() });
      void use.refetch();
    },
  };
}
