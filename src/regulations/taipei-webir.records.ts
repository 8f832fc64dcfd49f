// How long taipei-webir keeps each record, and how data is destroyed. Its records outlive it: these periods run on after it ceased.
import type { DestructionRule, RetentionRule, Source } from '#domain/regulations';

const asAuditRecords: Source = {
  source: 'default',
  reason: {
    zh: '條文未定年限；稽核所依據的文件，與稽核紀錄及相關表報同存三年（七(三)）。',
    en: 'The text gives no period; what an audit rests on is kept three years, like the audit records themselves (TP-7.3).',
  },
};

export const taipeiWebirRetention: readonly RetentionRule[] = [
  { recordClass: 'query-register', clause: 'TP-6.1', keep: { kind: 'years', atLeast: 3, from: 'creation' }, ...asAuditRecords },
  { recordClass: 'query-result', clause: 'TP-7.1', keep: { kind: 'until', event: 'no-longer-needed' }, source: 'text' },
  { recordClass: 'application-form', clause: 'TP-7.2', keep: { kind: 'years', atLeast: 3, from: 'cancellation' }, source: 'text' },
  { recordClass: 'audit-result', clause: 'TP-7.3', keep: { kind: 'years', atLeast: 3, from: 'creation' }, source: 'text' },
  { recordClass: 'query-log', clause: 'TP-8.1.5', keep: { kind: 'years', atLeast: 3, from: 'creation' }, ...asAuditRecords },
  {
    recordClass: 'security-audit',
    clause: 'TP-8.2',
    keep: { kind: 'years', atLeast: 3, from: 'creation' },
    source: 'default',
    reason: {
      zh: '條文未定總管理機關稽核紀錄的年限；比照使用機關稽核紀錄保存三年（七(三)）。',
      en: "The text gives no period for the owner's audits; three years, like the agencies' own (TP-7.3).",
    },
  },
];

export const taipeiWebirDestruction: readonly DestructionRule[] = [
  {
    code: 'results-not-needed',
    clause: 'TP-7.1',
    wording: {
      zh: '查得的個人資料不需使用時，歸檔或立即銷毀。',
      en: 'Personal data that is no longer needed is archived or destroyed at once.',
    },
    what: 'query-results',
    when: 'when-not-needed',
    proof: 'destruction-record',
    through: 'custody',
  },
  {
    code: 'yearly-destruction',
    clause: 'TP-7.4',
    wording: {
      zh: '每年依檔案規定銷毀屆期的公文檔案。',
      en: 'Every year documents whose time is over are destroyed under the archive rules.',
    },
    what: 'retired-records',
    when: 'yearly',
    proof: 'destruction-record',
    through: 'destruction',
  },
];
