// A regulation as people read it: every rule in words with its clause, and of every clause what in the program answers it.
// One shape for the page, the wire and the command, so that the three can't say different things.
import type { IsoDate } from '#domain/kernel';
import { isInForce, type Party, type Regulation } from '#domain/regulations';
import { clauseViews, countStates, type ClauseView, type StateCounts } from './clause-view.ts';
import {
  destructionViews,
  dutyViews,
  eventViews,
  formViews,
  liabilityViews,
  retentionViews,
  type DestructionView,
  type DutyView,
  type FormView,
  type LiabilityView,
  type RetentionView,
} from './rule-views.ts';
import {
  conditionViews,
  parameterViews,
  purposeViews,
  roleViews,
  type ConditionView,
  type ParameterView,
  type PurposeView,
  type RoleView,
} from './scope-views.ts';

export interface RegulationSummary {
  readonly id: string;
  readonly prefix: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly issuedOn: IsoDate | null;
  readonly ceasedOn: IsoDate | null;
  readonly inForce: boolean;
  readonly counts: StateCounts;
}

export interface RegulationView extends RegulationSummary {
  readonly replacedBy: string | null;
  readonly provider: string;
  readonly parties: readonly Party[];
  readonly roles: readonly RoleView[];
  readonly purposes: readonly PurposeView[];
  readonly conditions: readonly ConditionView[];
  readonly parameters: readonly ParameterView[];
  readonly forms: readonly FormView[];
  readonly duties: readonly DutyView[];
  readonly onEvents: readonly DutyView[];
  readonly retention: readonly RetentionView[];
  readonly destruction: readonly DestructionView[];
  readonly liabilities: readonly LiabilityView[];
  readonly clauses: readonly ClauseView[];
}

export function regulationSummary(regulation: Regulation, today: IsoDate): RegulationSummary {
  const { id, prefix, title, issuedBy, issuedOn, ceasedOn } = regulation;
  const counts = countStates(clauseViews(regulation));
  return { id, prefix, title, issuedBy, issuedOn, ceasedOn, inForce: isInForce(regulation, today), counts };
}

export function regulationView(regulation: Regulation, today: IsoDate): RegulationView {
  return {
    ...regulationSummary(regulation, today),
    replacedBy: regulation.replacedBy,
    provider: regulation.parties.find(({ code }) => code === regulation.provider)?.name ?? regulation.provider,
    parties: regulation.parties,
    roles: roleViews(regulation),
    purposes: purposeViews(regulation),
    conditions: conditionViews(regulation),
    parameters: parameterViews(regulation),
    forms: formViews(regulation),
    duties: dutyViews(regulation),
    onEvents: eventViews(regulation),
    retention: retentionViews(regulation),
    destruction: destructionViews(regulation),
    liabilities: liabilityViews(regulation),
    clauses: clauseViews(regulation),
  };
}
