// Every clause of nantou-webir, in our own words, with what answers it. `NW-3.2` is 三(二), `NW-4.1.6` is 四(一)6; NW-0 is the issue itself.
import type { Clause } from '#domain/regulations';

export const nantouWebirClauses: readonly Clause[] = [
  {
    id: 'NW-0',
    kinds: ['P'],
    wording: { zh: '自114年6月11日函頒起適用。', en: 'Applies from its issue on 2025-06-11.' },
    answers: [{ by: 'refusal', codes: ['not-in-force'] }],
  },
  {
    id: 'NW-2',
    kinds: ['P'],
    wording: {
      zh: '只能依所列法律及其業務目的查詢，並以達成目的所需的最少資料為限。',
      en: 'Queries only on the listed legal bases, for their business purposes, with the least data that serves.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed'] },
      { by: 'part', parts: ['query-form'] },
    ],
  },
  {
    id: 'NW-3.1',
    kinds: ['P', 'Y', 'H'],
    wording: {
      zh: '設總管理者一名，接受資通安全教育訓練；調動或離職時報請平臺處理。',
      en: 'One chief manager at a time, with security training; transfer or leaving is reported to the platform.',
    },
    answers: [
      { by: 'part', parts: ['one-chief-manager'] },
      { by: 'not-yet', missing: 'the training on record, the report to the platform' },
    ],
  },
  {
    id: 'NW-3.2',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '權限由申請書經主管核可、管理者核准後設定；申請表單保留至少五年。',
      en: 'A grant is applied for on a form, approved by the supervisor and set by the manager; forms are kept five years.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing'] },
      { by: 'part', parts: ['grants'] },
      { by: 'not-yet', missing: 'the application forms, their approval and their retention' },
    ],
  },
  {
    id: 'NW-3.3',
    kinds: ['P', 'D'],
    wording: {
      zh: '業務調整、停職、離職或調職時撤銷權限；再有需要須重新申請。',
      en: 'Change of work, suspension, leaving or transfer ends the grant; a revoked person applies anew.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-not-current', 'not-in-service'] },
      { by: 'not-yet', missing: 'the revocation form, a finding where a grant outlives its reason' },
    ],
  },
  {
    id: 'NW-3.4',
    kinds: ['P'],
    wording: {
      zh: '帳號密碼應保密、不得共用，並定期變更。',
      en: 'Credentials are personal and secret, and passwords change periodically.',
    },
    answers: [
      { by: 'refusal', codes: ['password-too-old'] },
      { by: 'part', parts: ['password-policy', 'one-session'] },
      { by: 'not-yet', missing: 'detection of shared use beyond one session per account' },
    ],
  },
  {
    id: 'NW-3.5',
    kinds: ['P'],
    wording: { zh: '帳號密碼設定依我的 e 政府平臺規定。', en: "Accounts and passwords follow the e-government platform's rules." },
    answers: [{ by: 'part', parts: ['password-policy'] }],
  },
  {
    id: 'NW-3.6',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '定期清查帳號權限；重複、閒置、職務調整、離退帳號即時處理，紙本紀錄留存五年。',
      en: 'Periodic account review; duplicate, idle, changed and departed accounts are dealt with at once; record kept five years.',
    },
    answers: [{ by: 'not-yet', missing: 'the review, its signed record' }],
  },
  {
    id: 'NW-3.7',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '管理者異動：新任帳號於異動前或當日新增後，停止原帳號；名冊與稽核紀錄列冊移交。',
      en: "Manager handover: the successor's account exists before the predecessor's stops; rosters and audit records are handed over.",
    },
    answers: [{ by: 'not-yet', missing: 'the handover' }],
  },
  {
    id: 'NW-3.8',
    kinds: ['P', 'R'],
    wording: {
      zh: '使用者異動：異動前或當日調整或註銷帳號，保管的資料一併移交。',
      en: 'User handover: the account is adjusted or closed by that day, and data in custody is handed over.',
    },
    answers: [{ by: 'not-yet', missing: 'the handover' }],
  },
  {
    id: 'NW-3.9',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '每年檢視核准作業的使用情形；法令變更或無需求時函請終止，並刪除資料。',
      en: 'Yearly review of approved operations; when the law changes or the need ends, the operation is closed and data deleted.',
    },
    answers: [{ by: 'not-yet', missing: 'the review, the letter, closing an operation' }],
  },
  {
    id: 'NW-3.10',
    kinds: ['P', 'D'],
    wording: {
      zh: '限於職務必要範圍，以最少資料為原則；不得公開、移轉或傳送國外。',
      en: 'Within duty and with the least data; no publication, no transfer, nothing abroad.',
    },
    answers: [
      { by: 'refusal', codes: ['field-not-needed'] },
      { by: 'part', parts: ['query-form', 'result-view'] },
      { by: 'not-yet', missing: 'detection of unusual use' },
    ],
  },
  {
    id: 'NW-4.1.1',
    kinds: ['P'],
    wording: { zh: '查詢時須填寫案號及查詢事由。', en: 'No query without a case number and a reason.' },
    answers: [{ by: 'refusal', codes: ['case-number-missing', 'reason-missing'] }],
  },
  {
    id: 'NW-4.1.2',
    kinds: ['P'],
    wording: {
      zh: '避免非業務權責人員閱覽、擷取或破壞資料。',
      en: 'People without business authority cannot view, take or damage data.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-granted', 'operation-not-granted'] },
      { by: 'part', parts: ['grants', 'result-view', 'read-log'] },
    ],
  },
  {
    id: 'NW-4.1.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '需併案或附卷的結果妥善保管：紙本列密件，電子檔有存取管控。',
      en: 'A result needed for a case is kept with it: paper as classified, files under access control.',
    },
    answers: [{ by: 'not-yet', missing: 'attaching a result to its case' }],
  },
  {
    id: 'NW-4.1.4',
    kinds: ['P'],
    wording: { zh: '連線逾時，系統自動登出。', en: 'An idle session is signed out by the system.' },
    answers: [{ by: 'part', parts: ['idle-logout'] }],
  },
  {
    id: 'NW-4.1.5',
    kinds: ['P', 'R'],
    wording: {
      zh: '資料不得任意複製；經申請核准才可複製，傳送時須保密。',
      en: 'Copying or exporting only after an approved application; protected in transit.',
    },
    answers: [{ by: 'not-yet', missing: 'the application to copy, the protected export' }],
  },
  {
    id: 'NW-4.1.6',
    kinds: ['R'],
    wording: {
      zh: '記錄帳號、日期、時間、作業代號、查詢條件、案號、事由及結果，至少保存五年。',
      en: 'A log of account, date, time, operation, conditions, case number, reason and result, kept at least five years.',
    },
    answers: [
      { by: 'part', parts: ['query-log'] },
      { by: 'not-yet', missing: 'destruction with proof once the period is over' },
    ],
  },
  {
    id: 'NW-4.2',
    kinds: ['P'],
    wording: { zh: '所依據的法律廢止時，使用權限即終止。', en: 'A permission ends when its legal basis is repealed.' },
    answers: [{ by: 'refusal', codes: ['legal-basis-repealed'] }],
  },
  {
    id: 'NW-4.3.1',
    kinds: ['Y', 'R'],
    wording: { zh: '查詢結果與資料檔，每月由管理者刪除。', en: 'The manager deletes query results and files every month.' },
    answers: [{ by: 'not-yet', missing: 'the monthly deletion' }],
  },
  {
    id: 'NW-4.3.2',
    kinds: ['R', 'F'],
    wording: {
      zh: '無保留必要的紙本銷毀並留存銷毀紀錄，影本送業務單位；電子檔即刪除。',
      en: 'Paper not needed is destroyed with a record, copy to the business unit; files are deleted at once.',
    },
    answers: [{ by: 'not-yet', missing: 'the destruction record' }],
  },
  {
    id: 'NW-4.3.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '儲存於設備或系統的資料用畢即刪除，並確認無法復原。',
      en: 'Stored data is deleted when done, and shown to be unrecoverable.',
    },
    answers: [{ by: 'not-yet', missing: 'deletion by destroying keys, its proof' }],
  },
  {
    id: 'NW-4.3.4',
    kinds: ['H', 'R'],
    wording: { zh: '可攜式媒體用畢即銷磁或銷毀。', en: 'Portable media are degaussed or destroyed when done.' },
    answers: [{ by: 'not-yet', missing: 'the attestation' }],
  },
  {
    id: 'NW-4.3.5',
    kinds: ['P'],
    wording: {
      zh: '刪除範圍包含暫存檔、備份檔及衍生檔案。',
      en: 'Deletion covers temporary files, backups and derived files.',
    },
    answers: [{ by: 'not-yet', missing: 'deletion by destroying keys' }],
  },
  {
    id: 'NW-4.3.6',
    kinds: ['R'],
    wording: { zh: '刪除、銷毀等處理紀錄至少保留五年。', en: 'Records of deletion and destruction are kept at least five years.' },
    answers: [{ by: 'not-yet', missing: 'the processing records' }],
  },
  {
    id: 'NW-5.1',
    kinds: ['Y', 'R', 'F'],
    wording: { zh: '每年辦理資料安全稽核，紀錄至少保存五年。', en: 'A yearly data-security audit, its record kept at least five years.' },
    answers: [{ by: 'not-yet', missing: 'the yearly audit' }],
  },
  {
    id: 'NW-5.2',
    kinds: ['Y', 'D', 'R', 'F'],
    wording: {
      zh: '每月列印查詢紀錄單；每半年抽查至少3%且不少於10筆，未滿10筆全查，結果保留五年；異常時會同政風、資訊調查。',
      en: 'A monthly query list; per half-year at least 3 % and 10 rows sampled, all if fewer; results kept five years; anomalies investigated jointly.',
    },
    answers: [
      { by: 'part', parts: ['query-list', 'audit-sample', 'audit-result'] },
      { by: 'not-yet', missing: 'the joint investigation of an anomaly, the destruction of results after their period' },
    ],
  },
  {
    id: 'NW-5.3',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '配合勞保局稽核，備妥使用者清冊與稽核紀錄；限期說明或改善；紀錄保留五年。',
      en: "The provider's audit: roster and records ready, explanation or improvement by a deadline, records kept five years.",
    },
    answers: [{ by: 'not-yet', missing: 'the roster, the deadlines' }],
  },
  {
    id: 'NW-5.4',
    kinds: ['P', 'R'],
    wording: {
      zh: '違反規定未改善或情節嚴重者，勞保局得終止或暫停介接。',
      en: 'The provider can suspend or terminate the connection.',
    },
    answers: [{ by: 'not-yet', missing: 'suspending a programme' }],
  },
  {
    id: 'NW-5.5',
    kinds: ['P', 'R'],
    wording: { zh: '改善完成後，提具佐證資料重新申請。', en: 'Reopening needs evidence of improvement and a new application.' },
    answers: [{ by: 'not-yet', missing: 'reopening a programme' }],
  },
  {
    id: 'NW-6',
    kinds: ['Y', 'R'],
    wording: {
      zh: '指定專人辦理安全維護，並完成資通安全教育訓練。',
      en: 'A designated security officer, with security training.',
    },
    answers: [{ by: 'not-yet', missing: 'the designation, the training on record' }],
  },
  {
    id: 'NW-7',
    kinds: ['F'],
    wording: {
      zh: '遵循 ISO/IEC 27001 與資訊安全管理系統規定，配合檢測及稽核。',
      en: 'Follows ISO/IEC 27001 and takes part in security tests and audits.',
    },
    answers: [{ by: 'not-yet', missing: 'the evidence for them' }],
  },
  {
    id: 'NW-8',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '發生或疑似個資事故時緊急應變，並即時通報勞保局。',
      en: 'An incident or suspected one: response, and immediate notice to the provider.',
    },
    answers: [{ by: 'not-yet', missing: 'the incident, its notice with the affected records' }],
  },
  {
    id: 'NW-9',
    kinds: ['H'],
    wording: { zh: '告知使用者及管理者相關法律責任。', en: 'Users and managers are told of their liability.' },
    answers: [{ by: 'not-yet', missing: 'the notice and its acceptance' }],
  },
];
