// An application as a fold over what was done with it: filed, approved step by step along its form's chain, set; or returned, rejected,
// withdrawn. The form is a regulation's data (NV-3.3, NW-3.2): the same fold serves accounts, client services, exports, reopenings.
// A returned one is filed anew and goes through every step again; a decided one stays decided.
import type { FormRule } from '#domain/regulations';

interface EventBase {
  /** Place in the form's chain, from 0. */
  readonly step: number;
  readonly account: string;
  readonly person: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly note: string;
}

/** `for`: the person it was filed for by somebody else; null: the one who filed, or a party. */
export type ApplicationEvent =
  | (EventBase & { readonly kind: 'filed'; readonly for: string | null })
  | (EventBase & { readonly kind: 'approved' | 'returned' | 'rejected' | 'set' | 'withdrawn' });

/** Every act and the event it leaves. Endorsing and reviewing are approvals of their steps. */
export const applicationActs = {
  file: 'filed',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  set: 'set',
  withdraw: 'withdrawn',
} as const satisfies Record<string, ApplicationEvent['kind']>;
export type ApplicationAct = keyof typeof applicationActs;

export type ApplicationState = 'new' | 'waiting' | 'returned' | 'completed' | 'rejected' | 'withdrawn';

export interface Application {
  readonly state: ApplicationState;
  /** The step that comes next, while it waits. */
  readonly nextStep: number;
  readonly events: readonly ApplicationEvent[];
}

export const newApplication: Application = { state: 'new', nextStep: 0, events: [] };

/** An event stands where the form's chain has no place for it: it was not written by this program. */
export class MisplacedEvent extends Error {
  override readonly name = 'MisplacedEvent';
}

/** @throws MisplacedEvent */
export function foldApplication(form: Pick<FormRule, 'chain'>, events: readonly ApplicationEvent[]): Application {
  return events.reduce((application, event) => afterEvent(form, application, event), newApplication);
}

/** @throws MisplacedEvent */
export function afterEvent(form: Pick<FormRule, 'chain'>, application: Application, event: ApplicationEvent): Application {
  const fits = openActs(form, application).some((act) => applicationActs[act] === event.kind);
  const step = event.kind === 'withdrawn' ? 0 : application.nextStep;
  if (!fits || event.step !== step)
    throw new MisplacedEvent(`${event.kind} at step ${event.step} of an application that is ${application.state}`);
  const events = [...application.events, event];
  switch (event.kind) {
    case 'filed':
    case 'approved':
    case 'set': {
      const nextStep = application.nextStep + 1;
      return { state: nextStep === form.chain.length ? 'completed' : 'waiting', nextStep, events };
    }
    case 'returned':
      return { state: 'returned', nextStep: 0, events };
    case 'rejected':
    case 'withdrawn':
      return { ...application, state: event.kind, events };
  }
}

type Does = FormRule['chain'][number]['does'];

/** What can be done while a step comes next. Who sets has nothing to reject: what is wrong with it goes back. */
const actsBefore: Readonly<Record<Does, readonly ApplicationAct[]>> = {
  files: ['file', 'withdraw'],
  endorses: ['approve', 'return', 'reject', 'withdraw'],
  reviews: ['approve', 'return', 'reject', 'withdraw'],
  approves: ['approve', 'return', 'reject', 'withdraw'],
  sets: ['set', 'return', 'withdraw'],
};

/** What can be done with it now, whoever does it. */
export function openActs(form: Pick<FormRule, 'chain'>, { state, nextStep }: Application): readonly ApplicationAct[] {
  if (state === 'new') return ['file'];
  const next = state === 'waiting' || state === 'returned' ? form.chain[nextStep] : undefined;
  return next ? actsBefore[next.does] : [];
}
