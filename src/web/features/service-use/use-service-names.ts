// Client services by name: figures and findings carry their ids.
import { useQuery } from '@tanstack/react-query';
import type { ClientServiceSummary } from '#contract';
import { call } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useServiceUseTexts } from '../../texts/index.ts';

export interface ServiceNames {
  readonly all: readonly ClientServiceSummary[];
  nameOf(service: string): string;
  /** Whether it may ask now; undefined: it is not there any more. */
  stateOf(service: string): ClientServiceSummary['state'] | undefined;
}

export function useServiceNames(): ServiceNames {
  const texts = useServiceUseTexts();
  const { programme } = useSession();
  const { data } = useQuery({
    queryKey: ['client-services', programme],
    queryFn: ({ signal }) => call('clientServices', { params: { programme } }, signal),
  });
  const all = data?.services ?? [];
  return {
    all,
    stateOf: (service) => all.find(({ id }) => id === service)?.state,
    nameOf: (service) => (service === '' ? texts.byHand : (all.find(({ id }) => id === service)?.name ?? texts.unknownService(service))),
  };
}
