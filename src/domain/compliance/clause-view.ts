// A clause, what in the program answers it, and what people do by hand meanwhile. How far it is answered is said by clauseState alone.
import {
  clauseState,
  programParts,
  type Clause,
  type ClauseState,
  type Regulation,
  type ResolvedAnswer,
  type Wording,
} from '#domain/regulations';
import { actorName } from './actor-name.ts';
import { answerNames, destroyedNames, destructionTimeNames, recordClassNames, refusalNames, settingNames } from './names.ts';
import { listed } from './words.ts';

export type StateCounts = Readonly<Record<ClauseState['state'], number>>;

export interface ClauseView extends Pick<Clause, 'id' | 'kinds' | 'wording'>, Pick<ClauseState, 'state' | 'byHand'> {
  readonly answers: readonly AnswerView[];
}

export interface AnswerView extends ResolvedAnswer {
  readonly name: Wording;
}

export function clauseViews(regulation: Regulation): ClauseView[] {
  return regulation.clauses.map((clause) => {
    const { state, answers, byHand } = clauseState(regulation, clause);
    const named = answers.map((answer) => ({ ...answer, name: answerName(answer, clause, regulation) }));
    return { id: clause.id, kinds: clause.kinds, wording: clause.wording, state, answers: named, byHand };
  });
}

export function countStates(clauses: readonly ClauseView[]): StateCounts {
  const count = (state: ClauseState['state']) => clauses.filter((clause) => clause.state === state).length;
  return { works: count('works'), partly: count('partly'), 'by-hand': count('by-hand') };
}

/** Answers of one sort together: 拒絕查詢：未填案號、未填事由 */
export function answersBySort(answers: readonly Pick<AnswerView, 'by' | 'name'>[]): { readonly sort: Wording; readonly names: Wording }[] {
  const sorts = [...new Set(answers.map(({ by }) => by))];
  return sorts.map((sort) => ({ sort: answerNames[sort], names: listed(answers.filter(({ by }) => by === sort).map(({ name }) => name)) }));
}

function answerName({ by, code }: ResolvedAnswer, clause: Clause, regulation: Regulation): Wording {
  const asIs = { zh: code, en: code };
  const nameIn = (names: Readonly<Record<string, Wording>>) => names[code] ?? asIs;
  const ruleIn = (rules: readonly { readonly code: string; readonly name: string }[]) => {
    const name = rules.find((rule) => rule.code === code)?.name;
    return name === undefined ? asIs : { zh: name, en: name };
  };
  switch (by) {
    case 'refusal':
      return nameIn(refusalNames);
    case 'setting':
      return nameIn(settingNames);
    case 'record':
      return nameIn(recordClassNames);
    case 'control':
      return Object.entries(programParts).find(([part]) => part === code)?.[1].name ?? asIs;
    case 'role':
      return actorName(regulation, code);
    case 'duty':
      return ruleIn([...regulation.duties, ...regulation.onEvents]);
    case 'form':
      return ruleIn(regulation.forms);
    case 'destruction':
      return destructionName(regulation, code) ?? asIs;
    case 'attestation':
      return attested(regulation, clause, code);
  }
}

function destructionName({ destruction }: Regulation, code: string): Wording | undefined {
  const rule = destruction.find((each) => each.code === code);
  if (!rule) return undefined;
  const [what, when] = [destroyedNames[rule.what], destructionTimeNames[rule.when]];
  return { zh: `${what.zh}（${when.zh}）`, en: `${what.en} (${when.en})` };
}

/** Who attests, and what. */
function attested(regulation: Regulation, clause: Clause, who: string): Wording {
  const role = actorName(regulation, who);
  const what = clause.answers.flatMap((answer) => (answer.by === 'attestation' && answer.who === who ? [answer.what] : []));
  return { zh: [role, ...what].map(({ zh }) => zh).join('：'), en: [role, ...what].map(({ en }) => en).join(': ') };
}
