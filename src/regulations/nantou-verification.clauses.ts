// Every clause of nantou-verification, in our own words, with what answers it. `NV-3.7` is 三(七), `NV-4.2.1` is 四(二)1; NV-0 is the issue itself.
import type { Clause } from '#domain/regulations';

export const nantouVerificationClauses: readonly Clause[] = [
  {
    id: 'NV-0',
    kinds: ['P'],
    wording: { zh: '自113年10月25日訂定起適用。', en: 'Applies from 2024-10-25.' },
    answers: [{ by: 'refusal', codes: ['not-in-force'] }],
  },
  {
    id: 'NV-2.4',
    kinds: ['P'],
    wording: {
      zh: '只驗證是否為縣民或具備特定身分；戶籍資料以統一編號、姓名、出生日期及原住民身分等為限。',
      en: 'Answers whether a person is a resident or has a status; household data limited to id, name, birth date and the like.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed', 'field-not-needed'] },
      { by: 'not-yet', missing: 'the platform that answers' },
    ],
  },
  {
    id: 'NV-3.1',
    kinds: ['P'],
    wording: {
      zh: '指定專案承辦人員與專責人員各一人，可為同一人。',
      en: 'One project officer and one responsible person, who may be the same.',
    },
    answers: [{ by: 'not-yet', missing: 'their designation' }],
  },
  {
    id: 'NV-3.2',
    kinds: ['P'],
    wording: { zh: '不受理個人申請使用者帳號。', en: 'No personal user accounts.' },
    answers: [{ by: 'refusal', codes: ['personal-account'] }],
  },
  {
    id: 'NV-3.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '介接服務的新增或異動須申請並列明查詢權限，經主管核可後配賦。',
      en: 'A client service is applied for, listing its data, approved by the supervisor and set by the responsible person.',
    },
    answers: [
      { by: 'refusal', codes: ['operation-not-granted', 'grant-missing'] },
      { by: 'not-yet', missing: 'the application' },
    ],
  },
  {
    id: 'NV-3.4',
    kinds: ['P'],
    wording: { zh: '帳號密碼保密、不得共用，並定期更改。', en: 'Credentials are secret and personal, and passwords change.' },
    answers: [{ by: 'not-yet', missing: 'accounts of this platform' }],
  },
  {
    id: 'NV-3.5',
    kinds: ['P'],
    wording: {
      zh: '密碼有長度、複雜度與最短、最長效期，不同於前三次，每三個月更改。',
      en: 'Password length, complexity, shortest and longest age, none of the last three, changed every three months.',
    },
    answers: [
      { by: 'refusal', codes: ['password-too-old'] },
      { by: 'not-yet', missing: 'the other password rules on this platform' },
    ],
  },
  {
    id: 'NV-3.6',
    kinds: ['P', 'R'],
    wording: {
      zh: '專責人員異動前辦理權限異動，由新任者承接並停止原權限。',
      en: 'Handover of the responsible person on or before the day of change.',
    },
    answers: [
      { by: 'refusal', codes: ['not-in-service'] },
      { by: 'not-yet', missing: 'the handover' },
    ],
  },
  {
    id: 'NV-3.7',
    kinds: ['P'],
    wording: { zh: '介接須提供固定IP並列入白名單，不得任意更改。', en: 'A fixed address on the allow-list before any service.' },
    answers: [
      { by: 'refusal', codes: ['address-not-allowed'] },
      { by: 'not-yet', missing: 'the allow-list' },
    ],
  },
  {
    id: 'NV-3.8',
    kinds: ['Y', 'D'],
    wording: { zh: '每半年清查介接IP，移除重複或閒置者。', en: 'Half-yearly review of addresses.' },
    answers: [{ by: 'not-yet', missing: 'the review' }],
  },
  {
    id: 'NV-3.9',
    kinds: ['Y'],
    wording: { zh: '承辦人員、專責人員及主管異動後7日內通報民政處。', en: 'Changes of officers are notified within seven days.' },
    answers: [{ by: 'not-yet', missing: 'the notice' }],
  },
  {
    id: 'NV-3.10',
    kinds: ['P'],
    wording: { zh: '限於職務必要範圍，不得公開、移轉或傳送國外。', en: 'Within duty; no publication, no transfer, nothing abroad.' },
    answers: [{ by: 'not-yet', missing: 'the protection of loaded data' }],
  },
  {
    id: 'NV-4.1.1',
    kinds: ['P', 'R'],
    wording: {
      zh: '批次檔由專人辦理並檢核完整性，資料不得攜出機關。',
      en: 'Batch files by the designated person, checked for integrity; data stays in the office.',
    },
    answers: [{ by: 'not-yet', missing: 'the import' }],
  },
  {
    id: 'NV-4.1.2',
    kinds: ['P'],
    wording: {
      zh: '載入的資料設定存取權限與核准期限，經核准始得使用。',
      en: 'Loaded data is used only within an approved right and period.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-granted', 'grant-not-current'] },
      { by: 'not-yet', missing: 'the application for use' },
    ],
  },
  {
    id: 'NV-4.1.3',
    kinds: ['P'],
    wording: {
      zh: '加密戶籍資料由專責人員或系統匯入，不得任意拷貝。',
      en: 'The encrypted file is imported by the responsible person or automatically; no copies.',
    },
    answers: [{ by: 'not-yet', missing: 'the import' }],
  },
  {
    id: 'NV-4.1.4',
    kinds: ['P'],
    wording: { zh: '戶籍資料檔案限用於本平臺。', en: 'Only for this platform.' },
    answers: [{ by: 'not-yet', missing: 'the import' }],
  },
  {
    id: 'NV-4.1.5',
    kinds: ['R'],
    wording: { zh: '檔案與資料庫存取日誌至少保存五年。', en: 'File and database access log kept at least five years.' },
    answers: [{ by: 'not-yet', missing: 'the access log' }],
  },
  {
    id: 'NV-4.2.1',
    kinds: ['P', 'R'],
    wording: { zh: '查詢須填寫案號及查詢事由。', en: 'No query without case number and reason.' },
    answers: [{ by: 'refusal', codes: ['case-number-missing', 'reason-missing'] }],
  },
  {
    id: 'NV-4.2.2',
    kinds: ['P'],
    wording: { zh: '避免非業務權責人員閱覽、擷取或破壞資料。', en: 'No viewing, taking or damage without authority.' },
    answers: [{ by: 'not-yet', missing: 'the protection of answers on this platform' }],
  },
  {
    id: 'NV-4.2.3',
    kinds: ['P', 'R'],
    wording: { zh: '併案或附卷的結果妥善保管。', en: 'A result needed for a case is kept with it.' },
    answers: [{ by: 'not-yet', missing: 'attaching a result to its case' }],
  },
  {
    id: 'NV-4.2.4',
    kinds: ['P'],
    wording: { zh: '連線逾時，系統自動登出。', en: 'An idle session is signed out.' },
    answers: [{ by: 'not-yet', missing: 'sessions of this platform' }],
  },
  {
    id: 'NV-4.2.5',
    kinds: ['R'],
    wording: {
      zh: '記錄帳號、日期、時間、作業代號、條件、案號及事由，至少保留五年。',
      en: 'A log of account, time, operation, conditions, case number and reason for five years.',
    },
    answers: [{ by: 'not-yet', missing: 'the log of this platform' }],
  },
  {
    id: 'NV-4.3',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '造冊列管使用與查詢人員；承辦與專責人員每年至少三小時資安訓練。',
      en: 'A roster of users; at least three hours of security training a year.',
    },
    answers: [{ by: 'not-yet', missing: 'the roster, the training on record' }],
  },
  {
    id: 'NV-4.4',
    kinds: ['P', 'R'],
    wording: { zh: '原始戶籍資料檔匯入後立即銷毀。', en: 'The raw file is destroyed immediately after import.' },
    answers: [{ by: 'not-yet', missing: 'the destruction' }],
  },
  {
    id: 'NV-5.1',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月列印查詢紀錄單；每月抽查至少3%且不少於10筆，未滿10筆全查。',
      en: 'A monthly list; a monthly sample of at least 3 % and 10 rows, all if fewer.',
    },
    answers: [{ by: 'not-yet', missing: 'the list and the sample of this platform' }],
  },
  {
    id: 'NV-5.2',
    kinds: ['P', 'R', 'D'],
    wording: {
      zh: '結果保留五年，異常會同政風處調查；不得連續由同一人員查核。',
      en: 'Results kept five years; anomalies investigated; not the same auditor twice in a row.',
    },
    answers: [{ by: 'not-yet', missing: 'the results and the investigation' }],
  },
  {
    id: 'NV-5.3',
    kinds: ['Y', 'R', 'F'],
    wording: { zh: '民政處及計畫處每年稽核，紀錄保留五年。', en: 'Yearly audits, records kept five years.' },
    answers: [{ by: 'not-yet', missing: 'the audits' }],
  },
  {
    id: 'NV-5.4',
    kinds: ['Y', 'R', 'F'],
    wording: { zh: '每年稽核委辦廠商的維護及存取，紀錄保留五年。', en: "A yearly audit of the vendor's maintenance and access." },
    answers: [{ by: 'not-yet', missing: 'the audit' }],
  },
  {
    id: 'NV-5.5',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '民政處稽核時備妥名冊與紀錄；限期改善，未改善者終止或暫停介接。',
      en: 'Roster and records ready for the audit; deadlines; suspension or termination.',
    },
    answers: [{ by: 'not-yet', missing: 'the roster, suspending the platform' }],
  },
  {
    id: 'NV-5.6',
    kinds: ['P', 'R', 'F'],
    wording: { zh: '改善完成後得重新申請介接。', en: 'After improvement the connection may be applied for again.' },
    answers: [{ by: 'not-yet', missing: 'the application' }],
  },
  {
    id: 'NV-6',
    kinds: ['H'],
    wording: { zh: '違反規定者負民事、刑事及行政責任，委辦廠商亦同。', en: 'Liabilities, vendors included.' },
    answers: [{ by: 'not-yet', missing: 'the notice and its acceptance' }],
  },
];
