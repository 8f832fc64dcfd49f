// What the texts leave open, and what holds until an office sets its own: one value and its reason, shared by every regulation that is
// silent there; the regulation adds its clause. 防護基準 is annex 10 of the rules on cyber-security responsibility levels.
import type { SettingName, Source, Wording } from '#domain/regulations';

export const defaultSettings = {
  passwordMaximumAgeMonths: {
    value: 3,
    source: 'default',
    reason: {
      zh: '條文稱「定期」變更，未定期間；預設至多三個月，與明定期間的同類規定相同。',
      en: 'The text says "periodically" without a number; regulations of this kind that give one say three months.',
    },
  },
  passwordMinimumAgeDays: {
    value: 1,
    source: 'default',
    reason: {
      zh: '條文未定天數；資通系統防護基準要求設最短效期，預設一日，以免連續變更後又用回舊密碼。',
      en: 'The text gives no number; the national security baseline asks for a shortest age, and one day stops cycling back to an old password.',
    },
  },
  passwordMinimumLength: {
    value: 12,
    source: 'default',
    reason: {
      zh: '條文未定字數；預設至少12字元，以抵擋猜測。',
      en: 'The text gives no number; twelve characters withstand guessing.',
    },
  },
  passwordCharacterKinds: {
    value: ['upper', 'lower', 'digit', 'symbol'],
    source: 'default',
    reason: {
      zh: '條文未定字元種類；資通系統防護基準要求強制最低複雜度，預設大寫、小寫、數字及符號皆須具備。',
      en: 'The text names no kinds; the national security baseline asks for a least complexity, so all four are required.',
    },
  },
  passwordsRemembered: {
    value: 3,
    source: 'default',
    reason: {
      zh: '條文未定次數；資通系統防護基準規定至少不可與前三次使用過的密碼相同。',
      en: 'The text gives no number; the national security baseline bars at least the last three.',
    },
  },
  idleTimeoutMinutes: {
    value: 15,
    source: 'default',
    reason: {
      zh: '條文未定閒置時間；預設15分鐘，以免離座時他人閱覽。',
      en: 'The text gives no time; fifteen minutes keep an unattended screen from being read.',
    },
  },
  officeHours: {
    value: { fromMinute: 8 * 60, untilMinute: 18 * 60 },
    source: 'default',
    reason: {
      zh: '條文稱辦公時間，未定起訖；預設週一至週五8時至18時，依辦公日曆扣除假日。',
      en: 'The text says office hours without giving them; Monday to Friday 08:00 to 18:00, less the holidays of the office calendar.',
    },
  },
} as const satisfies Record<SettingName, { readonly value: unknown; readonly source: 'default'; readonly reason: Wording }>;

/** 定期 without a number. */
export const periodicallyIsHalfYearly = {
  source: 'default',
  reason: { zh: '條文稱「定期」，未定期間；預設每半年一次。', en: 'The text says "regularly" without a period; half-yearly by default.' },
} as const satisfies Source;
