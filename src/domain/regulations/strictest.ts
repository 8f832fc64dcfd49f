// A programme under several regulations: of each parameter the strictest value that any of them states, and which of them states it.
// (What each of them refuses is judged by each alone: decideUnder of #domain/query.)
import type { ClauseId } from './clause-id.ts';
import type { Regulation, SamplingRule } from './regulation.ts';
import { characterKinds, type CharacterKind, type OfficeHours, type SettingName } from './settings.ts';

/** The regulations that one programme stands under: at least one. */
export type GoverningRegulations = readonly [Regulation, ...Regulation[]];

export interface Origin {
  readonly regulation: string;
  readonly clause: ClauseId;
}

/** `from`: every regulation that states this value, or a part of it. */
export interface Strictest<T> {
  readonly value: T;
  readonly from: readonly Origin[];
}

export interface StrictestSettings extends Readonly<
  Record<Exclude<SettingName, 'passwordCharacterKinds' | 'officeHours'>, Strictest<number>>
> {
  readonly passwordCharacterKinds: Strictest<readonly CharacterKind[]>;
  /** The hours that all of them leave open (none where they don't meet: it ends when it begins); null: none of them knows office hours. */
  readonly officeHours: Strictest<OfficeHours> | null;
}

export interface StrictestSampling {
  readonly ratePercent: Strictest<number>;
  readonly minimumRows: Strictest<number>;
  readonly per: Strictest<SamplingRule['per']>;
  readonly barsPreviousAuditor: Strictest<boolean>;
}

export function strictestSettings(regulations: GoverningRegulations): StrictestSettings {
  const of = (name: keyof Omit<StrictestSettings, 'passwordCharacterKinds' | 'officeHours'>) =>
    stated(regulations, ({ settings }) => settings[name]);
  const passwordMaximumAgeMonths = extreme(of('passwordMaximumAgeMonths'), Math.min);
  return {
    passwordMaximumAgeMonths,
    passwordMinimumAgeDays: longestMinimumAge(of('passwordMinimumAgeDays'), passwordMaximumAgeMonths.value),
    passwordMinimumLength: extreme(of('passwordMinimumLength'), Math.max),
    passwordCharacterKinds: allKinds(stated(regulations, ({ settings }) => settings.passwordCharacterKinds)),
    passwordsRemembered: extreme(of('passwordsRemembered'), Math.max),
    idleTimeoutMinutes: extreme(of('idleTimeoutMinutes'), Math.min),
    officeHours: sharedHours(stated(regulations, ({ settings }) => settings.officeHours)),
  };
}

/** null: none of them demands a sample. */
export function strictestSampling(regulations: GoverningRegulations): StrictestSampling | null {
  const of = <T>(pick: (rule: SamplingRule) => T) =>
    stated(regulations, ({ sampling }) => sampling && { value: pick(sampling), clause: sampling.clause });
  const periods = of((rule) => rule.per);
  if (periods.length === 0) return null;
  const per = periods.some(({ value }) => value === 'month') ? 'month' : 'half-year';
  const bars = of((rule) => rule.barsPreviousAuditor).filter(({ value }) => value !== null);
  return {
    ratePercent: extreme(of((rule) => rule.ratePercent), Math.max), // prettier-ignore
    minimumRows: extreme(of((rule) => rule.minimumRows), Math.max), // prettier-ignore
    per: { value: per, from: periods.filter(({ value }) => value === per).map(origin) },
    barsPreviousAuditor: {
      value: bars.length > 0,
      from: bars.map(({ regulation, value, clause }) => ({ regulation, clause: value ?? clause })),
    },
  };
}

type Stated<T> = Origin & { readonly value: T };

function stated<T>(
  regulations: GoverningRegulations,
  pick: (regulation: Regulation) => { readonly value: T; readonly clause: ClauseId } | null,
): readonly Stated<T>[] {
  return regulations.flatMap((regulation) => {
    const found = pick(regulation);
    return found ? [{ regulation: regulation.id, clause: found.clause, value: found.value }] : [];
  });
}

function origin({ regulation, clause }: Origin): Origin {
  return { regulation, clause };
}

function extreme(all: readonly Stated<number>[], choose: (...values: number[]) => number): Strictest<number> {
  const value = choose(...all.map((each) => each.value));
  return { value, from: all.filter((each) => each.value === value).map(origin) };
}

const shortestMonthDays = 28;

/** The longest under which a password can still be changed in time: one that outlasts the maximum age would lock everybody out. */
function longestMinimumAge(all: readonly Stated<number>[], maximumAgeMonths: number): Strictest<number> {
  const fitting = all.filter(({ value }) => value < maximumAgeMonths * shortestMonthDays);
  return fitting.length > 0 ? extreme(fitting, Math.max) : extreme(all, Math.min);
}

function allKinds(all: readonly Stated<readonly CharacterKind[]>[]): Strictest<readonly CharacterKind[]> {
  return { value: characterKinds.filter((kind) => all.some(({ value }) => value.includes(kind))), from: all.map(origin) };
}

function sharedHours(all: readonly Stated<OfficeHours>[]): Strictest<OfficeHours> | null {
  if (all.length === 0) return null;
  const fromMinute = Math.max(...all.map(({ value }) => value.fromMinute));
  const untilMinute = Math.max(fromMinute, Math.min(...all.map(({ value }) => value.untilMinute)));
  return { value: { fromMinute, untilMinute }, from: all.map(origin) };
}
