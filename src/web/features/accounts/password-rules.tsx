// The rules of a new password (NV-3.5, 附表十 4-2-4), each with its state: met, not yet, or told when sent.
import type { PasswordPolicy, PasswordRule } from '#domain/accounts';
import { useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { ClauseChip, Icon, type IconName } from '../../ui/index.ts';

type RuleState = 'met' | 'broken' | 'later';
const icons: Readonly<Record<RuleState, IconName>> = { met: 'check', broken: 'close', later: 'info' };
const checkedByServer: ReadonlySet<PasswordRule> = new Set(['reused', 'too-young']);

export interface PasswordRulesProps {
  readonly policy: PasswordPolicy;
  /** Undefined: nothing typed yet. */
  readonly broken: readonly PasswordRule[] | undefined;
  /** Rules the server said no to at the last attempt. */
  readonly refused: readonly PasswordRule[];
}

export function PasswordRules({ policy, broken, refused }: PasswordRulesProps) {
  const clauses = useSharedClauses();
  const texts = useTexts().accounts;
  const rules = texts.rules(policy);
  const words: Readonly<Record<RuleState, string>> = { met: texts.ruleMet, broken: texts.ruleBroken, later: texts.ruleLater };
  const stateOf = (rule: PasswordRule): RuleState => {
    if (refused.includes(rule) && checkedByServer.has(rule)) return 'broken';
    if (broken === undefined || checkedByServer.has(rule)) return 'later';
    return broken.includes(rule) ? 'broken' : 'met';
  };
  return (
    <section className="password-rules">
      <h2>
        {texts.rulesTitle} <ClauseChip clause={clauses.passwordRules} />
      </h2>
      <ul>
        {(Object.keys(rules) as PasswordRule[]).map((rule) => {
          const state = stateOf(rule);
          return (
            <li key={rule} className={`rule rule--${state}`}>
              <Icon name={icons[state]} size={16} />
              <span>
                {rules[rule]}
                <span className={state === 'later' && checkedByServer.has(rule) ? 'rule-later' : 'for-readers'}>（{words[state]}）</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
