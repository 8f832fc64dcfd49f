import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles, type FormRule, type Role } from '#domain/regulations';
import { longForm, reopeningForm, serviceForm } from '../../../test/support/example-platform.ts';
import {
  afterEvent,
  applicationActs,
  mayAct,
  newApplication,
  openActs,
  roleFor,
  type Application,
  type ApplicationAct,
  type ApplicationEvent,
} from './index.ts';

const acts = Object.keys(applicationActs) as ApplicationAct[];

interface Try {
  readonly act: ApplicationAct;
  readonly person: number;
  readonly held: readonly Role[];
  readonly for: string | null;
}

/** Few persons, each with any roles at any moment: the worst office there could be. Acts in order are likelier, so that many get far. */
const tries: fc.Arbitrary<readonly Try[]> = fc.array(
  fc.record({
    act: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<ApplicationAct>('file', 'approve', 'set') }, fc.constantFrom(...acts)),
    person: fc.nat(4),
    held: fc.oneof(fc.constant(roles), fc.subarray([...roles])),
    for: fc.option(fc.nat(4).map(String), { nil: null, freq: 3 }),
  }),
  { maxLength: 30 },
);

function live(
  form: FormRule,
  attempts: readonly Try[],
): { application: Application; heldAt: ReadonlyMap<ApplicationEvent, readonly Role[]> } {
  let application = newApplication;
  const heldAt = new Map<ApplicationEvent, readonly Role[]>();
  for (const { act, person, held, for: forWhom } of attempts) {
    const who = { account: `u-${person}`, person: String(person), roles: held };
    const verdict = mayAct(form, application, act, who);
    if (!verdict.allowed) continue;
    const event = { kind: verdict.kind, step: verdict.step, ...who, at: 0, note: '', for: forWhom } as ApplicationEvent; // a filed one has `for`
    heldAt.set(event, held);
    application = afterEvent(form, application, event);
  }
  return { application, heldAt };
}

const form = fc.constantFrom(serviceForm, reopeningForm, longForm);

test('nothing is completed without every step, in order, each by a person whose role fits, no two by one person', () => {
  let completed = 0;
  fc.assert(
    fc.property(form, tries, (rule, attempts) => {
      const { application, heldAt } = live(rule, attempts);
      if (application.state !== 'completed') return;
      completed += 1;
      const last = application.events.findLastIndex(({ kind }) => kind === 'filed');
      const taken = application.events.slice(last);
      expect(taken.map(({ step }) => step)).toEqual(rule.chain.map((_, place) => place));
      for (const [place, step] of rule.chain.entries()) {
        const event = taken[place]!;
        expect(heldAt.get(event)).toContain(roleFor(step));
        const others = application.events.filter((other) => other.step !== place && !entersAndSets(rule, other.step, place));
        expect(others.map(({ person }) => person)).not.toContain(event.person);
        if (place > 0) expect(application.events.map((other) => (other.kind === 'filed' ? other.for : null))).not.toContain(event.person);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(completed).toBeGreaterThan(200);
});

/** The one pair of steps that one person may take: entering a party's application, and setting it. */
function entersAndSets({ chain }: FormRule, one: number, other: number): boolean {
  const pair = [chain[one], chain[other]];
  const files = pair.find((step) => step?.does === 'files');
  return pair.some((step) => step?.does === 'sets') && files !== undefined && !(roles as readonly string[]).includes(files.by);
}

test('what is decided stays decided, whoever tries whatever', () => {
  fc.assert(
    fc.property(form, tries, tries, (rule, attempts, more) => {
      const { application } = live(rule, attempts);
      fc.pre(['completed', 'rejected', 'withdrawn'].includes(application.state));
      expect(openActs(rule, application)).toEqual([]);
      expect(live(rule, [...attempts, ...more]).application).toEqual(application);
    }),
    { numRuns: 500 },
  );
});
