// The application forms of taipei-webir, as its annexes name them, and who signs them.
import type { FormRule } from '#domain/regulations';

const annex11 = '臺北市政府使用勞保局WebIR申請表（機關管理者版，附件1-1）';

export const taipeiWebirForms: readonly FormRule[] = [
  {
    code: 'agency-use',
    clause: 'TP-3',
    name: '機關使用勞保局WebIR系統申請函',
    asks: 'agency',
    forRole: null,
    requires: ['purpose', 'legal-basis'],
    chain: [
      { by: 'using-agency', does: 'files' },
      { by: 'labour-bureau', does: 'approves' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1-1',
    clause: 'TP-5.1',
    name: annex11,
    asks: 'account',
    forRole: 'agency-manager',
    requires: ['purpose', 'legal-basis', 'citizen-certificate'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'using-agency', does: 'endorses' },
      { by: 'labour-bureau', does: 'reviews' },
      { by: 'chief-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1-1-entrusted',
    clause: 'TP-5.2',
    name: `${annex11}：受委託業務`,
    asks: 'account',
    forRole: 'agency-manager',
    requires: ['purpose', 'legal-basis', 'citizen-certificate', 'entrusting-consent'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'entrusting-authority', does: 'endorses' },
      { by: 'using-agency', does: 'endorses' },
      { by: 'labour-bureau', does: 'reviews' },
      { by: 'chief-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1-2',
    clause: 'TP-5.3',
    name: '臺北市政府使用勞保局WebIR申請表（使用者版，附件1-2）',
    asks: 'account',
    forRole: 'user',
    requires: ['purpose', 'legal-basis', 'citizen-certificate'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'agency-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1-2-revocation',
    clause: 'TP-5.4',
    name: '原申請表註記註銷日期（附件1-2）',
    asks: 'revocation',
    forRole: 'user',
    requires: [],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'agency-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    // The text names nobody who approves: the letter is filed with those who hold the register against the log.
    code: 'annex-3',
    clause: 'TP-6.2',
    name: '勞保資料代查授權書（附件3）',
    asks: 'proxy-query',
    forRole: 'user',
    requires: ['purpose'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'unit-manager', does: 'approves' },
    ],
    keptAs: 'application-form',
  },
];
