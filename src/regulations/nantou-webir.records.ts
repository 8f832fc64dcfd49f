// How long nantou-webir keeps each record, and how data is destroyed. It says 五年 of many records and nothing of some: those are kept as long.
import type { DestructionRule, Keep, RetentionRule, Source } from '#domain/regulations';

const fiveYears: Keep = { kind: 'years', atLeast: 5, from: 'creation' };
const fiveYearsAfterCancellation: Keep = { kind: 'years', atLeast: 5, from: 'cancellation' };

const asTheOthers: Source = {
  source: 'default',
  reason: {
    zh: '條文未定年限；比照本規範其他紀錄保存五年（三(六)、四(三)6）。',
    en: "The text gives no period; five years, like the regulation's other records (NW-3.6, NW-4.3.6).",
  },
};

export const nantouWebirRetention: readonly RetentionRule[] = [
  {
    recordClass: 'application-form',
    clause: 'NW-3.2',
    keep: fiveYearsAfterCancellation,
    source: 'default',
    reason: {
      zh: '條文明定五年但未定起算日；自權限註銷起算，權限存續期間申請書均可備查。',
      en: 'The text says five years, not from when; from the end of the grant, so that the form is there while the grant lasts.',
    },
  },
  { recordClass: 'account-review', clause: 'NW-3.6', keep: fiveYears, source: 'text' },
  { recordClass: 'handover-record', clause: 'NW-3.7', keep: fiveYears, ...asTheOthers },
  { recordClass: 'operation-review', clause: 'NW-3.9', keep: fiveYears, ...asTheOthers },
  { recordClass: 'query-log', clause: 'NW-4.1.6', keep: fiveYears, source: 'text' },
  // 四(二): what a case keeps may be used as long as its legal basis stands.
  { recordClass: 'attached-result', clause: 'NW-4.2', keep: { kind: 'until', event: 'basis-repealed' }, source: 'text' },
  { recordClass: 'query-result', clause: 'NW-4.3.1', keep: { kind: 'until', event: 'month-end' }, source: 'text' },
  { recordClass: 'processing-record', clause: 'NW-4.3.6', keep: fiveYears, source: 'text' },
  { recordClass: 'security-audit', clause: 'NW-5.1', keep: fiveYears, source: 'text' },
  { recordClass: 'audit-result', clause: 'NW-5.2', keep: fiveYears, source: 'text' },
  { recordClass: 'provider-audit', clause: 'NW-5.3', keep: fiveYears, source: 'text' },
  { recordClass: 'training-record', clause: 'NW-6', keep: fiveYears, ...asTheOthers },
  { recordClass: 'incident-record', clause: 'NW-8', keep: fiveYears, ...asTheOthers },
  {
    recordClass: 'liability-notice',
    clause: 'NW-9',
    keep: fiveYearsAfterCancellation,
    source: 'default',
    reason: {
      zh: '條文未定年限；與申請書相同，自權限註銷起五年，以證明權限存續期間均已告知。',
      en: 'The text gives no period; five years from the end of the grant, like its form, to prove that its holder had been told.',
    },
  },
];

export const nantouWebirDestruction: readonly DestructionRule[] = [
  {
    code: 'closed-operation',
    clause: 'NW-3.9',
    wording: {
      zh: '作業因法令變更、廢止或無需求而終止時，刪除其資料。',
      en: 'When an operation ends, because the law changed or the need is gone, its data is deleted.',
    },
    what: 'stored-data',
    when: 'when-not-needed',
    proof: 'unrecoverable',
    through: 'destruction',
  },
  {
    code: 'monthly-deletion',
    clause: 'NW-4.3.1',
    wording: { zh: '管理者每月刪除查詢結果與資料檔。', en: 'Every month the manager deletes query results and data files.' },
    what: 'query-results',
    when: 'monthly',
    proof: 'destruction-record',
    through: 'custody',
  },
  {
    code: 'paper-results',
    clause: 'NW-4.3.2',
    wording: {
      zh: '無保留必要的紙本銷毀至無法辨識，銷毀紀錄影本送業務單位備查。',
      en: 'Paper that need not be kept is destroyed beyond reading, with a copy of the destruction record to the business unit.',
    },
    what: 'paper',
    when: 'when-not-needed',
    proof: 'destruction-record',
    through: 'destruction',
  },
  {
    code: 'electronic-results',
    clause: 'NW-4.3.2',
    wording: { zh: '無保留必要的電子檔立即刪除。', en: 'Files that need not be kept are deleted at once.' },
    what: 'query-results',
    when: 'when-not-needed',
    proof: 'destruction-record',
    through: 'custody',
  },
  {
    code: 'stored-data',
    clause: 'NW-4.3.3',
    wording: {
      zh: '儲存於電腦設備或系統的資料檔用畢即刪除，並確認無法復原。',
      en: 'Data files on equipment or systems are deleted when done, and shown to be unrecoverable.',
    },
    what: 'stored-data',
    when: 'when-not-needed',
    proof: 'unrecoverable',
    through: 'destruction',
  },
  {
    code: 'portable-media',
    clause: 'NW-4.3.4',
    wording: { zh: '可攜式媒體用畢即銷磁或銷毀。', en: 'Portable media are degaussed or destroyed when done.' },
    what: 'portable-media',
    when: 'when-not-needed',
    proof: 'attestation',
    through: 'attestations',
  },
  {
    code: 'derived-copies',
    clause: 'NW-4.3.5',
    wording: {
      zh: '暫存檔、備份檔及其他衍生檔案一併刪除。',
      en: 'Temporary files, backups and other derived files are deleted with it.',
    },
    what: 'derived-copies',
    when: 'when-not-needed',
    proof: 'unrecoverable',
    through: 'destruction',
  },
];
