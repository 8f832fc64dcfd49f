// A client service's state, and an application's, in a word.
import type { ClientServiceSummary, ServiceApplication } from '#contract';
import { useClientTexts } from '../../texts/index.ts';
import { Chip, type Tone } from '../../ui/index.ts';

const serviceTones: Readonly<Record<ClientServiceSummary['state'], Tone>> = {
  'applied-for': 'accent',
  'not-set': 'neutral',
  'in-use': 'good',
  suspended: 'bad',
  ended: 'neutral',
};

const applicationTones: Readonly<Record<ServiceApplication['state'], Tone>> = {
  new: 'neutral',
  waiting: 'accent',
  returned: 'notice',
  completed: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

export function ServiceChip({ state }: Pick<ClientServiceSummary, 'state'>) {
  return <Chip tone={serviceTones[state]}>{useClientTexts().states[state]}</Chip>;
}

export function ApplicationChip({ state }: Pick<ServiceApplication, 'state'>) {
  return <Chip tone={applicationTones[state]}>{useClientTexts().applicationStates[state]}</Chip>;
}
