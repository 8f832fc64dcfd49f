// How long nantou-verification keeps each record, and how the raw file goes. Where it gives no period: five years, like its other records.
import type { DestructionRule, Keep, RetentionRule, Source } from '#domain/regulations';

const fiveYears: Keep = { kind: 'years', atLeast: 5, from: 'creation' };
const fiveYearsAfterCancellation: Keep = { kind: 'years', atLeast: 5, from: 'cancellation' };

const asTheOthers: Source = {
  source: 'default',
  reason: {
    zh: '條文未定年限；比照本規定其他紀錄保存五年（四(二)5、五(三)）。',
    en: "The text gives no period; five years, like the regulation's other records (NV-4.2.5, NV-5.3).",
  },
};

export const nantouVerificationRetention: readonly RetentionRule[] = [
  {
    recordClass: 'application-form',
    clause: 'NV-3.3',
    keep: fiveYearsAfterCancellation,
    source: 'default',
    reason: {
      zh: '條文要求保留申請單而未定年限；自權限註銷起五年，權限存續期間申請單均可備查。',
      en: 'The text keeps the form and gives no period; five years from the end of the grant, so that the form is there while the grant lasts.',
    },
  },
  { recordClass: 'handover-record', clause: 'NV-3.6', keep: fiveYears, ...asTheOthers },
  { recordClass: 'data-access-log', clause: 'NV-4.1.5', keep: fiveYears, source: 'text' },
  {
    recordClass: 'query-result',
    clause: 'NV-4.2.3',
    keep: { kind: 'until', event: 'no-longer-needed' },
    source: 'default',
    reason: {
      zh: '條文未定期間；併案或附卷的結果隨案卷保管，無保留必要時即銷毀。',
      en: 'The text gives no period; a result kept with its case goes when the case no longer needs it.',
    },
  },
  { recordClass: 'query-log', clause: 'NV-4.2.5', keep: fiveYears, source: 'text' },
  { recordClass: 'training-record', clause: 'NV-4.3', keep: fiveYears, ...asTheOthers },
  { recordClass: 'raw-import', clause: 'NV-4.4', keep: { kind: 'until', event: 'imported' }, source: 'text' },
  { recordClass: 'processing-record', clause: 'NV-4.4', keep: fiveYears, ...asTheOthers },
  { recordClass: 'audit-result', clause: 'NV-5.2', keep: fiveYears, source: 'text' },
  { recordClass: 'security-audit', clause: 'NV-5.3', keep: fiveYears, source: 'text' },
  { recordClass: 'provider-audit', clause: 'NV-5.3', keep: fiveYears, source: 'text' },
  { recordClass: 'vendor-audit', clause: 'NV-5.4', keep: fiveYears, source: 'text' },
  {
    recordClass: 'liability-notice',
    clause: 'NV-6',
    keep: fiveYearsAfterCancellation,
    source: 'default',
    reason: {
      zh: '條文未定年限；與申請單相同，自權限註銷起五年，以證明權限存續期間均已告知。',
      en: 'The text gives no period; five years from the end of the grant, like its form, to prove that its holder had been told.',
    },
  },
];

export const nantouVerificationDestruction: readonly DestructionRule[] = [
  {
    code: 'raw-file',
    clause: 'NV-4.4',
    wording: { zh: '原始戶籍資料檔匯入後立即銷毀。', en: 'The raw household file is destroyed as soon as it is imported.' },
    what: 'raw-import',
    when: 'at-once',
    proof: 'destruction-record',
    through: 'household-import',
  },
];
