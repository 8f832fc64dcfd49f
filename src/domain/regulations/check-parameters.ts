// The parameters of a regulation: values that can be kept, and an audit by sample or by comparison, never neither and never both.
import { isCount, type Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';
import type { OfficeHours, Settings } from './settings.ts';

export function* parameterContradictions(regulation: Regulation): Generator<Contradiction> {
  yield* passwords(regulation.settings);
  yield* presence(regulation.settings);
  yield* audit(regulation);
}

const shortestMonthDays = 28;

function* passwords(settings: Settings): Generator<Contradiction> {
  const { passwordMaximumAgeMonths: longest, passwordMinimumAgeDays: shortest } = settings;
  const { passwordMinimumLength: length, passwordCharacterKinds: kinds, passwordsRemembered: remembered } = settings;
  if (!isCount(longest.value, 1)) yield { clause: longest.clause, what: 'the longest password age is less than one month' };
  else if (shortest.value >= longest.value * shortestMonthDays)
    yield { clause: shortest.clause, what: 'a password is too old before it may be changed' };
  if (!isCount(shortest.value, 0)) yield { clause: shortest.clause, what: 'the shortest password age is negative' };
  if (!isCount(length.value, 8)) yield { clause: length.clause, what: 'a password may be shorter than eight characters' };
  if (kinds.value.length === 0) yield { clause: kinds.clause, what: 'a password needs no kind of character' };
  if (new Set(kinds.value).size < kinds.value.length) yield { clause: kinds.clause, what: 'a kind of character is given twice' };
  if (!isCount(remembered.value, 0)) yield { clause: remembered.clause, what: 'the number of remembered passwords is negative' };
}

function* presence({ idleTimeoutMinutes: idle, officeHours }: Settings): Generator<Contradiction> {
  if (!isCount(idle.value, 1, 60)) yield { clause: idle.clause, what: 'the idle timeout is not between 1 and 60 minutes' };
  if (officeHours && !isSpanOfDay(officeHours.value)) yield { clause: officeHours.clause, what: 'the office hours are no span of a day' };
}

function isSpanOfDay({ fromMinute, untilMinute }: OfficeHours): boolean {
  return isCount(fromMinute, 0) && isCount(untilMinute, fromMinute + 1, 24 * 60);
}

function* audit({ prefix, sampling, comparison }: Regulation): Generator<Contradiction> {
  if ((sampling === null) === (comparison === null))
    yield { clause: sampling?.clause ?? prefix, what: 'it must either draw a sample or compare every row' };
  if (sampling === null) return;
  if (!isCount(sampling.ratePercent, 1, 100)) yield { clause: sampling.clause, what: 'the sampling rate is not between 1 and 100 %' };
  if (!isCount(sampling.minimumRows, 1)) yield { clause: sampling.clause, what: 'the smallest sample is less than one row' };
}
