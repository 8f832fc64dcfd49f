// How long taoyuan-webir's records are kept, and how prints are destroyed. The text rules on prints alone; the years are our default.
import type { DestructionRule, Keep, RetentionRule, Source } from '#domain/regulations';

const fiveYears: Keep = { kind: 'years', atLeast: 5, from: 'creation' };

const notInTheText: Source = {
  source: 'default',
  reason: {
    zh: '條文未定年限；個人資料保護法第30條的損害賠償請求權自損害發生起逾五年消滅，故保存五年以供舉證，與南投縣同類規範明定的五年相同。',
    en: 'The text gives no period; claims under article 30 of the Personal Data Protection Act end five years after the damage, and the like regulation of Nantou says five.',
  },
};

export const taoyuanWebirRetention: readonly RetentionRule[] = [
  {
    recordClass: 'application-form',
    clause: 'TY-5.2',
    keep: { kind: 'years', atLeast: 5, from: 'cancellation' },
    source: 'default',
    reason: {
      zh: '條文未定年限；自權限註銷起保存五年，權限存續期間申請表均可備查，其後仍可供損害賠償舉證。',
      en: 'The text gives no period; five years from the end of the grant, so that the form is there while the grant lasts and while claims may be made.',
    },
  },
  { recordClass: 'query-log', clause: 'TY-4.4', keep: fiveYears, ...notInTheText },
  { recordClass: 'query-register', clause: 'TY-4.5.3', keep: fiveYears, ...notInTheText },
  // Filed with the case: needed until the archive's period for that file is over.
  { recordClass: 'query-result', clause: 'TY-4.5.1', keep: { kind: 'until', event: 'no-longer-needed' }, source: 'text' },
  { recordClass: 'processing-record', clause: 'TY-4.5.1', keep: fiveYears, ...notInTheText },
  { recordClass: 'audit-result', clause: 'TY-8.1.1', keep: fiveYears, ...notInTheText },
  { recordClass: 'account-review', clause: 'TY-8.1.2', keep: fiveYears, ...notInTheText },
  { recordClass: 'security-audit', clause: 'TY-8.2', keep: fiveYears, ...notInTheText },
  { recordClass: 'provider-audit', clause: 'TY-8.2', keep: fiveYears, ...notInTheText },
];

export const taoyuanWebirDestruction: readonly DestructionRule[] = [
  {
    code: 'filed-prints',
    clause: 'TY-4.5.1',
    wording: { zh: '列印資料依案卷的檔案保存期限銷毀。', en: "Prints are destroyed when their case file's archive period is over." },
    what: 'paper',
    when: 'retention-over',
    proof: 'destruction-record',
    through: 'destruction',
  },
];
