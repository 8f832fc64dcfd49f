export { dutiesBetween, dutiesOf, type Duty, type ProgrammeDuty } from './duties-between.ts';
