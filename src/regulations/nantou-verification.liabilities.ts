// What those who work under nantou-verification answer for: 六(一) to 六(五).
import type { LiabilityRule, Role } from '#domain/regulations';

const officers: readonly Role[] = ['project-officer', 'responsible-person', 'supervisor'];

export const nantouVerificationLiabilities: readonly LiabilityRule[] = [
  {
    clause: 'NV-6',
    wording: {
      zh: '處理及利用資料違反個人資料保護法，致當事人權益受損者，由使用者負完全責任，並負該法的損害賠償及國家賠償責任。',
      en: 'Whoever harms a person by handling data against the Personal Data Protection Act answers for it in full, with damages under the act.',
    },
    acceptedBy: officers,
  },
  {
    clause: 'NV-6',
    wording: {
      zh: '意圖營利、無故洩漏個人資料，或有違法及重大不當行為者，依法負民事及刑事責任，並依公務人員考績法懲處。',
      en: 'Gain, leaks without cause and grave misconduct bring civil and criminal liability, and discipline under the civil service rating law.',
    },
    acceptedBy: officers,
  },
  {
    clause: 'NV-6',
    wording: {
      zh: '專責人員未善盡管理責任，致戶政資料遭不當使用者，依公務人員考績法懲處。',
      en: 'A responsible person whose neglect lets household data be misused is disciplined under the civil service rating law.',
    },
    acceptedBy: ['responsible-person'],
  },
  {
    clause: 'NV-6',
    wording: { zh: '違反其他法律規定者，依其規定追究責任。', en: 'Breaches of other law are pursued under that law.' },
    acceptedBy: officers,
  },
  {
    clause: 'NV-6',
    wording: {
      zh: '受委辦廠商視同委託機關，違反個人資料保護法或有洩漏等不當行為者，負相關法律責任。',
      en: 'A contractor counts as the agency that entrusts it, and answers in law for breaches of the act, leaks and misconduct.',
    },
    acceptedBy: officers,
  },
];
