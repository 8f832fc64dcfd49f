// Values of a regulation as people read them: a parameter, a due date, a time of keeping, a sampling rule.
import type { DutyRule, EventRule, Keep, SamplingRule, SettingName, Settings, Wording } from '#domain/regulations';
import { characterKindNames, periodNames, retentionEventNames, retentionStartNames } from './names.ts';

const settingWriters: { readonly [Name in SettingName]: (value: NonNullable<Settings[Name]>['value']) => Wording } = {
  passwordMaximumAgeMonths: (months) => ({ zh: `${months} 個月`, en: counted(months, 'month') }),
  passwordMinimumAgeDays: (days) => ({ zh: `${days} 日`, en: counted(days, 'day') }),
  passwordMinimumLength: (length) => ({ zh: `${length} 個字元`, en: counted(length, 'character') }),
  passwordCharacterKinds: (kinds) => listed(kinds.map((kind) => characterKindNames[kind])),
  passwordsRemembered: (times) => ({ zh: `前 ${times} 次`, en: `the last ${times}` }),
  idleTimeoutMinutes: (minutes) => ({ zh: `${minutes} 分鐘`, en: counted(minutes, 'minute') }),
  officeHours: ({ fromMinute, untilMinute }) => ({
    zh: `上班日 ${clock(fromMinute)} 至 ${clock(untilMinute)}`,
    en: `working days, ${clock(fromMinute)} to ${clock(untilMinute)}`,
  }),
};

/** Undefined: the regulation knows no such parameter, as with office hours. */
export function settingWords<Name extends SettingName>(settings: Settings, name: Name): Wording | undefined {
  const setting: Settings[Name] = settings[name];
  return setting === null ? undefined : settingWriters[name]((setting as NonNullable<Settings[Name]>).value); // not null here
}

export function dueWords({ per, due }: Pick<DutyRule, 'per' | 'due'>): Wording {
  const every = { zh: `每${periodNames[per].zh}`, en: `every ${periodNames[per].en}` };
  const after = per === 'month' ? '次月' : '期滿次月';
  switch (due.kind) {
    case 'within':
      return { zh: `${every.zh}一次，期末前完成`, en: `${every.en}, by its last day` };
    case 'month-after':
      return { zh: `${every.zh}，${after}底前`, en: `${every.en}, by the end of the month after` };
    case 'day-of-month-after':
      return { zh: `${every.zh}，${after} ${due.day} 日前`, en: `${every.en}, by day ${due.day} of the month after` };
    case 'days-after':
      return { zh: `${every.zh}，期滿後 ${due.days} 日內`, en: `${every.en}, within ${counted(due.days, 'day')} after` };
    case 'day-of-year-after':
      return { zh: `${every.zh}，次年 ${due.month} 月 ${due.day} 日前`, en: `${every.en}, by ${due.month}/${due.day} of the year after` };
  }
}

export function deadlineWords({ withinDays }: Pick<EventRule, 'withinDays'>): Wording {
  if (withinDays === null) return { zh: '依個案所定期限', en: 'by the deadline of the case' };
  return withinDays === 0 ? { zh: '即時', en: 'at once' } : { zh: `${withinDays} 日內`, en: `within ${counted(withinDays, 'day')}` };
}

export function keepWords(keep: Keep): Wording {
  if (keep.kind === 'until') {
    const event = retentionEventNames[keep.event];
    return { zh: `至${event.zh}為止`, en: `until ${event.en}` };
  }
  const from = retentionStartNames[keep.from];
  return { zh: `至少 ${keep.atLeast} 年，${from.zh}`, en: `at least ${counted(keep.atLeast, 'year')} ${from.en}` };
}

export function samplingWords({ per, ratePercent, minimumRows }: SamplingRule): Wording {
  return {
    zh: `每${periodNames[per].zh}抽查 ${ratePercent}%，至少 ${minimumRows} 筆；未達 ${minimumRows} 筆者全數查核`,
    en: `every ${periodNames[per].en} ${ratePercent} %, at least ${minimumRows} rows; all of a shorter list`,
  };
}

/** `甲、乙` and `a, b`. */
export function listed(words: readonly Wording[]): Wording {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function clock(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
