// The parameters of a regulation: each with its clause, and where the text leaves it open, our default and the reason for it.
import type { ClauseId } from './clause-id.ts';
import type { Source } from './wording.ts';

export type Setting<T> = Source & {
  readonly value: T;
  readonly clause: ClauseId;
};

export interface Settings {
  readonly passwordMaximumAgeMonths: Setting<number>;
  readonly passwordMinimumAgeDays: Setting<number>;
  readonly passwordMinimumLength: Setting<number>;
  readonly passwordCharacterKinds: Setting<readonly CharacterKind[]>;
  /** A new password is none of the last so many. */
  readonly passwordsRemembered: Setting<number>;
  readonly idleTimeoutMinutes: Setting<number>;
  /** null: the regulation knows no office hours. */
  readonly officeHours: Setting<OfficeHours> | null;
}

export const settingNames = [
  'passwordMaximumAgeMonths',
  'passwordMinimumAgeDays',
  'passwordMinimumLength',
  'passwordCharacterKinds',
  'passwordsRemembered',
  'idleTimeoutMinutes',
  'officeHours',
] as const satisfies readonly (keyof Settings)[];
export type SettingName = keyof Settings;

export const characterKinds = ['upper', 'lower', 'digit', 'symbol'] as const;
export type CharacterKind = (typeof characterKinds)[number];

/** Half-open, Asia/Taipei, on working days. */
export interface OfficeHours {
  /** Minutes after midnight: 480 is 08:00. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}
