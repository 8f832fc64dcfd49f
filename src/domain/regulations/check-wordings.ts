// Words that people read: no name, no wording and no reason for a default is blank.
import type { Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';
import type { Source, Wording } from './wording.ts';

export function* wordingContradictions(regulation: Regulation): Generator<Contradiction> {
  for (const { clause, what, wording } of wordings(regulation))
    if (isBlank(wording.zh) || isBlank(wording.en)) yield { clause, what: `${what} is blank` };
  for (const { clause, what, name } of names(regulation)) if (isBlank(name)) yield { clause, what: `${what} is blank` };
}

interface Worded {
  readonly clause: string;
  readonly what: string;
  readonly wording: Wording;
}

function* wordings({ clauses, destruction, liabilities, ...rules }: Regulation): Generator<Worded> {
  for (const { id, wording, answers } of clauses) {
    yield { clause: id, what: 'its wording', wording };
    for (const answer of answers) if (answer.by === 'attestation') yield { clause: id, what: 'what is attested', wording: answer.what };
  }
  for (const { clause, code, wording } of destruction) yield { clause, what: `the wording of ${code}`, wording };
  for (const { clause, wording } of liabilities) yield { clause, what: 'the wording of a liability', wording };
  for (const [name, setting] of Object.entries(rules.settings)) if (setting) yield* reasonOf(name, setting.clause, setting);
  for (const duty of rules.duties) yield* reasonOf(duty.code, duty.clause, duty);
  for (const rule of rules.retention) yield* reasonOf(rule.recordClass, rule.clause, rule);
}

function* reasonOf(code: string, clause: string, rule: Source): Generator<Worded> {
  if (rule.source === 'default') yield { clause, what: `the reason for the default of ${code}`, wording: rule.reason };
}

function* names(regulation: Regulation): Generator<{ readonly clause: string; readonly what: string; readonly name: string }> {
  const { prefix, title, issuedBy, roles, parties, legalBases, purposes, operations, forms, duties, onEvents } = regulation;
  yield { clause: prefix, what: 'its title', name: title };
  yield { clause: prefix, what: 'the document that issued it', name: issuedBy };
  for (const { clause, role, name } of roles) yield { clause, what: `the name of ${role}`, name };
  for (const { clause, code, name } of [...parties, ...legalBases, ...purposes, ...forms, ...duties, ...onEvents])
    yield { clause, what: `the name of ${code}`, name };
  for (const { code, name } of operations.flatMap((operation) => [operation, ...operation.fields]))
    yield { clause: code, what: 'its name', name };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
