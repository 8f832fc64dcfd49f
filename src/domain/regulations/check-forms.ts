// Forms and their chains of approval: filed first, decided by somebody else, and nobody twice.
import { repeated, type Contradiction } from './contradiction.ts';
import type { FormRule } from './form-rule.ts';
import type { Regulation } from './regulation.ts';

export function* formContradictions({ forms, roles, parties, retention }: Regulation): Generator<Contradiction> {
  yield* repeated('form', forms);
  const actors = new Set<string>([...roles.map(({ role }) => role), ...parties.map(({ code }) => code)]);
  const kept = new Set(retention.map(({ recordClass }) => recordClass));
  for (const form of forms) {
    for (const what of chainFaults(form, actors)) yield { clause: form.clause, what: `the form ${form.code} ${what}` };
    if (!kept.has(form.keptAs))
      yield { clause: form.clause, what: `the form ${form.code} is kept as ${form.keptAs}, which has no retention` };
  }
}

function* chainFaults({ chain }: FormRule, actors: ReadonlySet<string>): Generator<string> {
  if (chain.findIndex(({ does }) => does === 'files') !== 0) yield 'does not begin with its filing';
  if (chain.filter(({ does }) => does === 'files').length > 1) yield 'is filed twice';
  if (!chain.some(({ does }) => does === 'approves' || does === 'sets')) yield 'is approved and set by nobody';
  const seen = new Set<string>();
  for (const { by } of chain) {
    if (!actors.has(by)) yield `goes to ${by}, who is neither a role nor a party`;
    if (seen.has(by)) yield `goes to ${by} twice`;
    seen.add(by);
  }
}
