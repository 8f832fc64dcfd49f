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
      { by: 'control', parts: ['query-form'] },
    ],
  },
  {
    id: 'NW-3.1',
    kinds: ['P', 'Y', 'H'],
    wording: {
      zh: '設總管理者一名，受理單位管理者權限申請，辦理稽核與安全維護，並接受資通安全教育訓練；調動或離職時報請平臺處理。',
      en: 'One chief manager at a time, who sets grants of unit managers, sees to audits and security, and is trained in it; transfer or leaving is reported to the platform.',
    },
    answers: [
      { by: 'role', roles: ['chief-manager'] },
      { by: 'control', parts: ['one-chief-manager'] },
      { by: 'duty', codes: ['manager-change-report', 'security-training'] },
      {
        by: 'attestation',
        who: 'chief-manager',
        what: {
          zh: '調動或離職前已報請電子化政府服務平臺處理。',
          en: 'That the transfer or leaving has been reported to the e-government platform.',
        },
      },
    ],
  },
  {
    id: 'NW-3.2',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '單位管理者向總管理者、使用者向單位管理者申請權限，均先填申請書經所屬主管核可；申請表單保留至少五年備稽核。',
      en: 'Unit managers apply to the chief manager and users to the unit manager, on a form that their supervisor approves; forms are kept five years for audit.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing'] },
      { by: 'role', roles: ['unit-manager', 'user', 'supervisor'] },
      { by: 'form', codes: ['unit-manager-application', 'user-application'] },
      { by: 'record', classes: ['application-form'] },
      { by: 'control', parts: ['grants'] },
    ],
  },
  {
    id: 'NW-3.3',
    kinds: ['P', 'D'],
    wording: {
      zh: '業務調整、停職、離職或調職時填申請書並通知管理者撤銷權限；再有需要須重新申請。',
      en: 'Change of work, suspension, leaving or transfer is filed and ends the grant; a revoked person applies anew.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-not-current', 'not-in-service'] },
      { by: 'form', codes: ['user-revocation'] },
      { by: 'duty', codes: ['account-review'] },
    ],
  },
  {
    id: 'NW-3.4',
    kinds: ['P'],
    wording: {
      zh: '帳號密碼應保密、不得洩漏或共用，並定期變更。',
      en: 'Credentials are personal and secret, never shared, and passwords change periodically.',
    },
    answers: [
      { by: 'refusal', codes: ['password-too-old'] },
      { by: 'setting', names: ['passwordMaximumAgeMonths'] },
      { by: 'control', parts: ['one-session'] },
    ],
  },
  {
    id: 'NW-3.5',
    kinds: ['P'],
    wording: { zh: '帳號密碼設定依我的 e 政府平臺規定。', en: "Accounts and passwords follow the e-government platform's rules." },
    answers: [
      {
        by: 'setting',
        names: ['passwordMinimumAgeDays', 'passwordMinimumLength', 'passwordCharacterKinds', 'passwordsRemembered'],
      },
      { by: 'control', parts: ['password-policy'] },
    ],
  },
  {
    id: 'NW-3.6',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '定期清查帳號權限是否最小化；重複、閒置、職務調整、離退帳號即時處理，紙本紀錄留存五年。',
      en: 'Periodic review of accounts for least privilege; duplicate, idle, changed and departed ones are dealt with at once; record kept five years.',
    },
    answers: [
      { by: 'duty', codes: ['account-review'] },
      { by: 'record', classes: ['account-review'] },
      { by: 'control', parts: ['account-review'] },
    ],
  },
  {
    id: 'NW-3.7',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '管理者異動：新任帳號於異動前或當日新增後，停止原帳號；名冊與稽核紀錄列冊移交。',
      en: "Manager handover: the successor's account exists before the predecessor's stops, by that day; rosters and audit records are listed and handed over.",
    },
    answers: [
      { by: 'duty', codes: ['manager-handover'] },
      { by: 'record', classes: ['handover-record'] },
      { by: 'control', parts: ['handover'] },
    ],
  },
  {
    id: 'NW-3.8',
    kinds: ['P', 'R'],
    wording: {
      zh: '使用者異動：異動前或當日調整或註銷帳號，保管的紙本、電子資料與文件一併移交。',
      en: 'User handover: the account is adjusted or closed by that day, and paper, files and documents in custody are handed over.',
    },
    answers: [
      { by: 'duty', codes: ['user-handover'] },
      { by: 'record', classes: ['handover-record'] },
      { by: 'control', parts: ['handover'] },
    ],
  },
  {
    id: 'NW-3.9',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '每年檢視核准作業的使用情形並留存紀錄；法令變更或無需求時函請終止，並依程序刪除資料。',
      en: 'Yearly review of approved operations, on record; when the law changes or the need ends, the provider is asked to end the operation and its data is deleted.',
    },
    answers: [
      { by: 'duty', codes: ['operation-review', 'operation-closure'] },
      { by: 'record', classes: ['operation-review'] },
      { by: 'destruction', codes: ['closed-operation'] },
      { by: 'control', parts: ['operation-review'] },
    ],
  },
  {
    id: 'NW-3.10',
    kinds: ['P', 'D'],
    wording: {
      zh: '限於職務必要範圍，以最少資料為原則；不得對外公開、移轉、轉讓或傳送國外。',
      en: 'Within duty and with the least data; no publication, no transfer, nothing abroad.',
    },
    answers: [
      { by: 'refusal', codes: ['field-not-needed'] },
      { by: 'control', parts: ['query-form', 'result-view', 'export'] },
      { by: 'duty', codes: ['sample-audit'] },
      {
        by: 'attestation',
        who: 'user',
        what: {
          zh: '未將資料對外公開、移轉、轉讓他人或傳送至國外。',
          en: 'That no data has been published, passed on or sent abroad.',
        },
      },
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
      { by: 'control', parts: ['grants', 'result-view', 'read-log'] },
    ],
  },
  {
    id: 'NW-4.1.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '需併案或附卷的結果妥善保管：紙本列密件，電子檔有存取管控。',
      en: 'A result needed for a case is kept with it: paper as classified, files under access control.',
    },
    answers: [
      { by: 'record', classes: ['attached-result'] },
      { by: 'control', parts: ['custody'] },
    ],
  },
  {
    id: 'NW-4.1.4',
    kinds: ['P'],
    wording: { zh: '連線逾時，系統自動登出。', en: 'An idle session is signed out by the system.' },
    answers: [
      { by: 'setting', names: ['idleTimeoutMinutes'] },
      { by: 'control', parts: ['idle-logout'] },
    ],
  },
  {
    id: 'NW-4.1.5',
    kinds: ['P', 'R'],
    wording: {
      zh: '資料不得任意複製；經申請核准才可複製，傳送時須保密。',
      en: 'Copying or exporting only after an approved application; protected in transit.',
    },
    answers: [
      { by: 'form', codes: ['copy-application'] },
      { by: 'record', classes: ['application-form'] },
      { by: 'control', parts: ['export'] },
    ],
  },
  {
    id: 'NW-4.1.6',
    kinds: ['R'],
    wording: {
      zh: '記錄帳號、日期、時間、作業代號、查詢條件、案號、事由及結果，至少保存五年。',
      en: 'A log of account, date, time, operation, conditions, case number, reason and result, kept at least five years.',
    },
    answers: [
      { by: 'record', classes: ['query-log'] },
      { by: 'control', parts: ['query-log'] },
    ],
  },
  {
    id: 'NW-4.2',
    kinds: ['P'],
    wording: { zh: '資料的使用期限到所依據的法律廢止為止。', en: 'Data may be used until its legal basis is repealed.' },
    answers: [
      { by: 'refusal', codes: ['legal-basis-repealed'] },
      { by: 'record', classes: ['attached-result'] },
      { by: 'destruction', codes: ['closed-operation'] },
    ],
  },
  {
    id: 'NW-4.3.1',
    kinds: ['Y', 'R'],
    wording: {
      zh: '線上查詢結果與經由網路取得的資料檔，每月由管理者刪除。',
      en: 'The manager deletes the results of queries and files from the network every month.',
    },
    answers: [
      { by: 'duty', codes: ['monthly-deletion'] },
      { by: 'record', classes: ['query-result'] },
      { by: 'destruction', codes: ['monthly-deletion'] },
    ],
  },
  {
    id: 'NW-4.3.2',
    kinds: ['R', 'F'],
    wording: {
      zh: '無保留必要的紙本銷毀至無法辨識並留存銷毀紀錄，影本送業務單位；電子檔即刪除。',
      en: 'Paper not needed is destroyed beyond reading with a record, copy to the business unit; files are deleted at once.',
    },
    answers: [
      { by: 'destruction', codes: ['paper-results', 'electronic-results'] },
      { by: 'control', parts: ['destruction'] },
    ],
  },
  {
    id: 'NW-4.3.3',
    kinds: ['P', 'R'],
    wording: {
      zh: '儲存於設備或系統的資料用畢即刪除，並確認無法復原。',
      en: 'Stored data is deleted when done, and shown to be unrecoverable.',
    },
    answers: [{ by: 'destruction', codes: ['stored-data'] }],
  },
  {
    id: 'NW-4.3.4',
    kinds: ['H', 'R'],
    wording: { zh: '可攜式媒體用畢即銷磁或銷毀。', en: 'Portable media are degaussed or destroyed when done.' },
    answers: [
      { by: 'destruction', codes: ['portable-media'] },
      {
        by: 'attestation',
        who: 'unit-manager',
        what: {
          zh: '用畢的可攜式媒體已銷磁或銷毀。',
          en: 'That portable media no longer needed have been degaussed or destroyed.',
        },
      },
    ],
  },
  {
    id: 'NW-4.3.5',
    kinds: ['P'],
    wording: {
      zh: '刪除範圍包含暫存檔、備份檔及衍生檔案。',
      en: 'Deletion covers temporary files, backups and derived files.',
    },
    answers: [{ by: 'destruction', codes: ['derived-copies'] }],
  },
  {
    id: 'NW-4.3.6',
    kinds: ['R'],
    wording: { zh: '刪除、銷毀等處理紀錄至少保留五年。', en: 'Records of deletion and destruction are kept at least five years.' },
    answers: [{ by: 'record', classes: ['processing-record'] }],
  },
  {
    id: 'NW-5.1',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '每年辦理資料安全稽核，包含使用勞保局資料的作業，紀錄至少保存五年。',
      en: "A yearly data-security audit that covers the use of the provider's data, its record kept at least five years.",
    },
    answers: [
      { by: 'duty', codes: ['security-audit'] },
      { by: 'record', classes: ['security-audit'] },
      { by: 'control', parts: ['security-audits'] },
    ],
  },
  {
    id: 'NW-5.2',
    kinds: ['Y', 'D', 'R', 'F'],
    wording: {
      zh: '每月列印查詢紀錄單；每半年抽查至少3%且不少於10筆，未滿10筆全查，結果保留五年；異常時會同政風、資訊單位調查並作成紀錄，保存五年。',
      en: 'A monthly query list; per half-year at least 3 % and 10 rows sampled, all if fewer; anomalies investigated jointly, on record; results and records kept five years.',
    },
    answers: [
      { by: 'role', roles: ['auditor'] },
      { by: 'duty', codes: ['monthly-query-list', 'sample-audit', 'anomaly-investigation'] },
      { by: 'record', classes: ['audit-result'] },
      { by: 'control', parts: ['query-list', 'audit-sample', 'audit-result', 'findings'] },
    ],
  },
  {
    id: 'NW-5.3',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '配合勞保局書面或實地稽核，備妥使用者清冊與稽核紀錄；限期說明或改善；紀錄保留五年。',
      en: "The provider's audit, on paper or on site: roster and records ready, explanation or improvement by a deadline, records kept five years.",
    },
    answers: [
      { by: 'duty', codes: ['provider-audit', 'provider-explanation'] },
      { by: 'record', classes: ['provider-audit'] },
      { by: 'control', parts: ['provider-audit'] },
    ],
  },
  {
    id: 'NW-5.4',
    kinds: ['P', 'R'],
    wording: {
      zh: '妨礙管理功能或違反規定，屆期未改善或情節嚴重者，勞保局得終止或暫停介接。',
      en: 'The provider can suspend or end the connection where rules are broken or obstructed and not mended in time.',
    },
    answers: [
      { by: 'control', parts: ['suspension'] },
      { by: 'record', classes: ['provider-audit'] },
    ],
  },
  {
    id: 'NW-5.5',
    kinds: ['P', 'R'],
    wording: { zh: '改善完成後，提具佐證資料重新申請。', en: 'Reopening needs evidence of improvement and a new application.' },
    answers: [
      { by: 'form', codes: ['reopening-application'] },
      { by: 'record', classes: ['provider-audit'] },
      { by: 'control', parts: ['suspension'] },
    ],
  },
  {
    id: 'NW-6',
    kinds: ['Y', 'R'],
    wording: {
      zh: '指定專人辦理安全維護，並完成資通安全責任等級所定的教育訓練。',
      en: 'A designated security officer, with the training that the security level asks for.',
    },
    answers: [
      { by: 'role', roles: ['security-officer'] },
      { by: 'duty', codes: ['security-training'] },
      { by: 'record', classes: ['training-record'] },
    ],
  },
  {
    id: 'NW-7',
    kinds: ['F'],
    wording: {
      zh: '遵循 ISO/IEC 27001 與資訊安全管理系統規定，配合檢測及稽核。',
      en: 'Follows ISO/IEC 27001 and takes part in security tests and audits.',
    },
    answers: [
      { by: 'control', parts: ['security-audits'] },
      {
        by: 'attestation',
        who: 'security-officer',
        what: {
          zh: '已依資訊安全管理系統規定配合檢測及稽核，並備妥佐證資料。',
          en: 'That tests and audits under the security management system were taken part in, with the evidence ready.',
        },
      },
    ],
  },
  {
    id: 'NW-8',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '發生或疑似個資事故時緊急應變、調查並避免損害擴大，即時通報勞保局並提供相關資料。',
      en: 'An incident or suspected one: response, investigation and containment, and immediate notice to the provider with what concerns it.',
    },
    answers: [
      { by: 'duty', codes: ['incident-notice'] },
      { by: 'record', classes: ['incident-record'] },
      { by: 'control', parts: ['incidents'] },
    ],
  },
  {
    id: 'NW-9',
    kinds: ['H'],
    wording: {
      zh: '違反個人資料保護法或其他法律者，負損害賠償、刑事及行政責任；告知使用者及管理者。',
      en: 'Breaches of data protection and other law bring damages, criminal liability and discipline; users and managers are told.',
    },
    answers: [
      { by: 'control', parts: ['liability-notice'] },
      { by: 'record', classes: ['liability-notice'] },
    ],
  },
];
