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
      en: 'Answers whether a person is a resident or has a status; household data limited to id, name, birth date, indigenous status and the like.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed', 'field-not-needed'] },
      { by: 'control', parts: ['verification-service'] },
    ],
  },
  {
    id: 'NV-3.1',
    kinds: ['P'],
    wording: {
      zh: '指定專案承辦人員與專責人員各一人，可為同一人，避免無關人員接觸。',
      en: 'One project officer and one responsible person, who may be the same; nobody else touches the data.',
    },
    answers: [
      { by: 'role', roles: ['project-officer', 'responsible-person'] },
      {
        by: 'attestation',
        who: 'supervisor',
        what: { zh: '已指定專案承辦人員及專責人員各一人。', en: 'One project officer and one responsible person have been designated.' },
      },
    ],
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
      zh: '介接服務的新增或異動須申請並列明查詢權限，經權責主管核可後由專責人員配賦，並保留申請單或電腦紀錄。',
      en: 'A client service is applied for, listing its data, approved by the supervisor and set by the responsible person; form or on-line record is kept.',
    },
    answers: [
      { by: 'refusal', codes: ['operation-not-granted', 'grant-missing'] },
      { by: 'role', roles: ['client-service', 'supervisor'] },
      { by: 'form', codes: ['client-service-application'] },
      { by: 'record', classes: ['application-form'] },
    ],
  },
  {
    id: 'NV-3.4',
    kinds: ['P'],
    wording: { zh: '帳號密碼保密、不得共用，並定期更改。', en: 'Credentials are secret and personal, and passwords change.' },
    answers: [
      { by: 'setting', names: ['passwordMaximumAgeMonths'] },
      { by: 'control', parts: ['password-policy', 'one-session'] },
    ],
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
      {
        by: 'setting',
        names: [
          'passwordMaximumAgeMonths',
          'passwordMinimumAgeDays',
          'passwordMinimumLength',
          'passwordCharacterKinds',
          'passwordsRemembered',
        ],
      },
      { by: 'control', parts: ['password-policy'] },
    ],
  },
  {
    id: 'NV-3.6',
    kinds: ['P', 'R'],
    wording: {
      zh: '專責人員異動前辦理權限異動申請，異動前或當日由新任者承接並停止原權限。',
      en: "The responsible person's change is applied for beforehand; by that day the successor takes over and stops the predecessor's rights.",
    },
    answers: [
      { by: 'refusal', codes: ['not-in-service'] },
      { by: 'form', codes: ['responsible-person-change'] },
      { by: 'duty', codes: ['responsible-person-handover'] },
      { by: 'record', classes: ['handover-record'] },
    ],
  },
  {
    id: 'NV-3.7',
    kinds: ['P'],
    wording: {
      zh: '介接須提供固定IP並列入白名單，不得任意更改。',
      en: 'A fixed address on the allow-list before any service, not changed at will.',
    },
    answers: [
      { by: 'refusal', codes: ['address-not-allowed'] },
      { by: 'form', codes: ['client-service-application'] },
    ],
  },
  {
    id: 'NV-3.8',
    kinds: ['Y', 'D'],
    wording: { zh: '每半年清查介接IP，移除重複或閒置者。', en: 'Half-yearly review of addresses; duplicate or idle ones are removed.' },
    answers: [
      { by: 'duty', codes: ['address-review'] },
      { by: 'control', parts: ['address-review'] },
    ],
  },
  {
    id: 'NV-3.9',
    kinds: ['Y'],
    wording: {
      zh: '承辦人員、專責人員及單位主管異動後7日內通報民政處。',
      en: 'Changes of officer, responsible person or supervisor are notified within seven days.',
    },
    answers: [{ by: 'duty', codes: ['officer-change-notice'] }],
  },
  {
    id: 'NV-3.10',
    kinds: ['P'],
    wording: {
      zh: '限於職務必要範圍並符合特定目的，不得公開、移轉或傳送國外。',
      en: 'Within duty and purpose; no publication, no transfer, nothing abroad.',
    },
    answers: [{ by: 'control', parts: ['query-decision', 'result-view', 'export'] }],
  },
  {
    id: 'NV-4.1.1',
    kinds: ['P', 'R'],
    wording: {
      zh: '批次檔由專人辦理並檢核完整性，委辦者加強監管，資料不得攜出機關。',
      en: 'Batch files by the designated person, checked for integrity; contractors are supervised; data stays in the office.',
    },
    answers: [
      { by: 'control', parts: ['household-import'] },
      {
        by: 'attestation',
        who: 'responsible-person',
        what: {
          zh: '委辦作業由專人監管，戶政資料未攜出機關辦公場所。',
          en: 'Contracted work was supervised, and no household data left the office.',
        },
      },
      { by: 'record', classes: ['data-access-log'] },
    ],
  },
  {
    id: 'NV-4.1.2',
    kinds: ['P'],
    wording: {
      zh: '載入的資料設定存取權限與核准期限，經申請核准始得於期限及業務範圍內使用。',
      en: 'Loaded data is used only on approval, within its right, period and business.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-granted', 'grant-not-current'] },
      { by: 'form', codes: ['data-use-application'] },
    ],
  },
  {
    id: 'NV-4.1.3',
    kinds: ['P'],
    wording: {
      zh: '加密戶籍資料由專責人員或系統匯入，避免無權責者閱覽，不得任意拷貝。',
      en: "The encrypted file is imported by the responsible person or automatically, out of others' sight; no copies.",
    },
    answers: [{ by: 'control', parts: ['household-import'] }],
  },
  {
    id: 'NV-4.1.4',
    kinds: ['P'],
    wording: { zh: '戶籍資料檔案限用於本平臺，不得移作他用。', en: 'Household files serve this platform and nothing else.' },
    answers: [{ by: 'control', parts: ['household-import'] }],
  },
  {
    id: 'NV-4.1.5',
    kinds: ['R'],
    wording: { zh: '檔案與資料庫存取日誌至少保存五年。', en: 'File and database access log kept at least five years.' },
    answers: [{ by: 'record', classes: ['data-access-log'] }],
  },
  {
    id: 'NV-4.2.1',
    kinds: ['P', 'R'],
    wording: { zh: '查詢須填寫案號及查詢事由，供日後查核。', en: 'No query without case number and reason, which later audits rest on.' },
    answers: [
      { by: 'refusal', codes: ['case-number-missing', 'reason-missing'] },
      { by: 'record', classes: ['query-log'] },
    ],
  },
  {
    id: 'NV-4.2.2',
    kinds: ['P', 'R'],
    wording: { zh: '避免非業務權責人員閱覽、擷取或破壞資料。', en: 'No viewing, taking or damage without authority.' },
    answers: [
      { by: 'control', parts: ['grants', 'result-view', 'read-log'] },
      { by: 'record', classes: ['query-log'] },
    ],
  },
  {
    id: 'NV-4.2.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '併案或附卷的結果妥善保管：紙本列密件，電子檔有存取權限控管。',
      en: 'A result needed for a case is kept with it: paper as classified, files under access control.',
    },
    answers: [
      { by: 'control', parts: ['custody'] },
      { by: 'record', classes: ['query-result'] },
    ],
  },
  {
    id: 'NV-4.2.4',
    kinds: ['P', 'R'],
    wording: { zh: '連線逾時，系統自動登出。', en: 'An idle session is signed out.' },
    answers: [
      { by: 'setting', names: ['idleTimeoutMinutes'] },
      { by: 'control', parts: ['idle-logout'] },
      { by: 'record', classes: ['query-log'] },
    ],
  },
  {
    id: 'NV-4.2.5',
    kinds: ['P', 'R'],
    wording: {
      zh: '記錄帳號、日期、時間、作業代號、條件、案號及事由，至少保留五年。',
      en: 'A log of account, date, time, operation, conditions, case number and reason for five years.',
    },
    answers: [
      { by: 'control', parts: ['query-log'] },
      { by: 'record', classes: ['query-log'] },
    ],
  },
  {
    id: 'NV-4.3',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '造冊列管使用與查詢人員；承辦與專責人員每年至少三小時資安訓練。',
      en: 'A roster of everyone who uses or queries; officers take at least three hours of security training a year.',
    },
    answers: [
      { by: 'control', parts: ['user-roster'] },
      { by: 'duty', codes: ['officer-training'] },
      { by: 'record', classes: ['training-record'] },
    ],
  },
  {
    id: 'NV-4.4',
    kinds: ['P', 'R'],
    wording: { zh: '原始戶籍資料檔匯入後立即銷毀。', en: 'The raw file is destroyed immediately after import.' },
    answers: [
      { by: 'destruction', codes: ['raw-file'] },
      { by: 'record', classes: ['raw-import', 'processing-record'] },
    ],
  },
  {
    id: 'NV-5.1',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月列印查詢紀錄單；每月抽查至少3%且不少於10筆，未滿10筆全查。',
      en: 'A monthly list; a monthly sample of at least 3 % and 10 rows, all if fewer.',
    },
    answers: [
      { by: 'role', roles: ['auditor'] },
      { by: 'duty', codes: ['monthly-query-list', 'sample-audit'] },
      { by: 'control', parts: ['query-list', 'audit-sample'] },
    ],
  },
  {
    id: 'NV-5.2',
    kinds: ['P', 'R', 'D'],
    wording: {
      zh: '結果保留五年，異常會同政風處調查並作成紀錄；不得連續由同一人員查核。',
      en: 'Results kept five years; anomalies investigated with the ethics department; not the same auditor twice in a row.',
    },
    answers: [
      { by: 'control', parts: ['audit-sample', 'audit-result', 'findings'] },
      { by: 'duty', codes: ['anomaly-investigation'] },
      { by: 'record', classes: ['audit-result'] },
    ],
  },
  {
    id: 'NV-5.3',
    kinds: ['Y', 'R', 'F'],
    wording: { zh: '民政處及計畫處每年稽核，紀錄保留五年。', en: 'Yearly audits by both departments, records kept five years.' },
    answers: [
      { by: 'duty', codes: ['yearly-audit'] },
      { by: 'control', parts: ['security-audits'] },
      { by: 'record', classes: ['security-audit', 'provider-audit'] },
    ],
  },
  {
    id: 'NV-5.4',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '每年稽核委辦廠商的維護及存取，紀錄保留五年。',
      en: "A yearly audit of the contractor's maintenance and access, records kept five years.",
    },
    answers: [
      { by: 'duty', codes: ['vendor-audit'] },
      { by: 'control', parts: ['security-audits'] },
      { by: 'record', classes: ['vendor-audit'] },
    ],
  },
  {
    id: 'NV-5.5',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '民政處稽核時備妥清冊與紀錄；限期說明或改善，未改善或情節嚴重者終止或暫停介接。',
      en: 'Roster and records ready for the audit; explanation or improvement by a deadline, else suspension or termination.',
    },
    answers: [
      { by: 'duty', codes: ['provider-audit', 'provider-explanation'] },
      { by: 'control', parts: ['user-roster', 'provider-audit', 'suspension'] },
      { by: 'record', classes: ['provider-audit'] },
    ],
  },
  {
    id: 'NV-5.6',
    kinds: ['P', 'R', 'F'],
    wording: { zh: '改善完成後得重新申請介接。', en: 'After improvement the connection may be applied for again.' },
    answers: [
      { by: 'form', codes: ['reopening-application'] },
      { by: 'control', parts: ['suspension'] },
      { by: 'record', classes: ['provider-audit'] },
    ],
  },
  {
    id: 'NV-6',
    kinds: ['H'],
    wording: {
      zh: '違反規定者負民事、刑事及行政責任，委辦廠商亦同。',
      en: 'Civil, criminal and administrative liability, contractors included.',
    },
    answers: [
      { by: 'control', parts: ['liability-notice'] },
      {
        by: 'attestation',
        who: 'project-officer',
        what: {
          zh: '委辦廠商已受告知其法律責任並書面承諾。',
          en: 'The contractor has been told of its liability and accepted it in writing.',
        },
      },
      { by: 'record', classes: ['liability-notice'] },
    ],
  },
];
