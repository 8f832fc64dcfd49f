export { answersBySort } from './clause-view.ts';
export { clauseKindNames, clauseStateNames, refusalNames } from './names.ts';
export { regulationSummary, regulationView, type RegulationSummary, type RegulationView } from './regulation-view.ts';
export type { PartView } from './rule-views.ts';
