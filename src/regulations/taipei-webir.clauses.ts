// Every clause of taipei-webir, in our own words, with what answers it. `TP-8.1.1` is 八(一)1; TP-0 is that it ceased.
import type { Clause } from '#domain/regulations';

export const taipeiWebirClauses: readonly Clause[] = [
  {
    id: 'TP-0',
    kinds: ['P'],
    wording: { zh: '自110年1月14日起停止適用。', en: 'Ceased to apply on 2021-01-14.' },
    answers: [{ by: 'refusal', codes: ['not-in-force'] }],
  },
  {
    id: 'TP-2',
    kinds: ['P'],
    wording: {
      zh: '勞動局審核業務項目，由總管理者授權機關管理者；資訊與政風組成總稽核小組，不定期稽核並配合勞保局稽核。',
      en: 'The labour bureau reviews business items and its chief manager authorises agency managers; an audit group of IT and ethics audits from time to time, with the provider.',
    },
    answers: [
      { by: 'role', roles: ['chief-manager'] },
      { by: 'form', codes: ['agency-use', 'annex-1-1'] },
      { by: 'duty', codes: ['provider-audit'] },
    ],
  },
  {
    id: 'TP-3',
    kinds: ['P', 'Y', 'D'],
    wording: {
      zh: '機關依核定的業務目的函請權限，並指派資訊專人為管理者；單位管理者每月核對登記簿與系統查詢筆數，稽核小組由資訊與政風組成。',
      en: 'An agency applies for its approved purposes, with an IT person as manager; unit managers compare the register with the query count every month; IT and ethics audit.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed'] },
      { by: 'role', roles: ['agency-manager', 'unit-manager', 'auditor'] },
      { by: 'form', codes: ['agency-use'] },
      { by: 'duty', codes: ['register-comparison', 'manager-change'] },
      { by: 'control', parts: ['register-comparison'] },
    ],
  },
  {
    id: 'TP-4',
    kinds: ['P'],
    wording: {
      zh: '受委託機關須先經委託機關同意，雙方均受稽核。',
      en: "An entrusted agency needs the entrusting authority's consent first; both are audited.",
    },
    answers: [
      { by: 'refusal', codes: ['entrusting-consent-missing'] },
      { by: 'form', codes: ['annex-1-1-entrusted'] },
      { by: 'duty', codes: ['provider-audit'] },
    ],
  },
  {
    id: 'TP-5.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關管理者備妥公務帳號與自然人憑證後填附件1-1，敘明目的與法令依據，函報總管理機關審查授權。',
      en: 'Agency managers apply on form 1-1 with purpose and legal basis, after account and certificate; the owner reviews and authorises.',
    },
    answers: [{ by: 'form', codes: ['annex-1-1'] }],
  },
  {
    id: 'TP-5.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '受託業務的查詢權限，經委託機關同意後再送審。',
      en: "Permission for entrusted business is applied for after the entrusting agency's consent.",
    },
    answers: [{ by: 'form', codes: ['annex-1-1-entrusted'] }],
  },
  {
    id: 'TP-5.3',
    kinds: ['P', 'F'],
    wording: {
      zh: '使用者備妥公務帳號與自然人憑證後填附件1-2，由機關管理者依目的、依據及核定業務授權。',
      en: 'Users apply on form 1-2 after account and certificate; the agency manager grants by purpose, basis and approved business.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing', 'certificate-missing'] },
      { by: 'role', roles: ['user'] },
      { by: 'form', codes: ['annex-1-2'] },
    ],
  },
  {
    id: 'TP-5.4',
    kinds: ['P', 'R'],
    wording: {
      zh: '離職或異動時通報管理者，於原申請表註記註銷日期並移除權限。',
      en: 'On leaving or change the manager is told, the revocation date is noted on the form and the permission removed.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-not-current', 'not-in-service'] },
      { by: 'form', codes: ['annex-1-2-revocation'] },
      { by: 'duty', codes: ['user-departure'] },
      { by: 'record', classes: ['application-form'] },
    ],
  },
  {
    id: 'TP-5.5',
    kinds: ['P'],
    wording: { zh: '不得授權委外廠商使用。', en: 'No grant to outsourced vendors.' },
    answers: [{ by: 'refusal', codes: ['vendor'] }],
  },
  {
    id: 'TP-5.6',
    kinds: ['P'],
    wording: {
      zh: '管理者及使用者配合平臺定期變更密碼。',
      en: "Managers and users change their passwords periodically, by the platform's rules.",
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
    id: 'TP-6.1',
    kinds: ['R', 'D'],
    wording: {
      zh: '使用者填寫查詢登記簿（案件編號、人員、日期、目的），定期送比對；有疑慮時提出說明。',
      en: 'Users keep the query register (case number, who, when, purpose); managers compare; doubtful rows get an explanation.',
    },
    answers: [
      { by: 'refusal', codes: ['case-number-missing', 'reason-missing'] },
      { by: 'record', classes: ['query-register'] },
      { by: 'duty', codes: ['comparison-explanation'] },
      { by: 'control', parts: ['register-comparison'] },
    ],
  },
  {
    id: 'TP-6.2',
    kinds: ['P', 'R', 'F'],
    wording: {
      zh: '請他人代查，限核定業務範圍，須填代查授權書（附件3）並歸檔。',
      en: 'A query on behalf of someone stays within the approved business and needs a proxy-query letter (annex 3) on file.',
    },
    answers: [
      { by: 'refusal', codes: ['proxy-letter-missing'] },
      { by: 'form', codes: ['annex-3'] },
      { by: 'record', classes: ['application-form'] },
    ],
  },
  {
    id: 'TP-6.3',
    kinds: ['P', 'D'],
    wording: {
      zh: '帳號限本人使用、不得轉借；限辦公時間、辦公場所及業務權限內查詢。',
      en: 'Own account only, never lent; in office hours, on office premises, within authority.',
    },
    answers: [
      {
        by: 'refusal',
        codes: ['purpose-not-granted', 'operation-not-granted', 'field-not-needed', 'outside-office', 'outside-office-hours'],
      },
      { by: 'setting', names: ['officeHours', 'idleTimeoutMinutes'] },
      { by: 'control', parts: ['one-session', 'idle-logout'] },
    ],
  },
  {
    id: 'TP-6.4',
    kinds: ['P'],
    wording: { zh: '不當查詢由稽核小組註銷帳號並追究責任。', en: 'On violation the audit group cancels the account and pursues it.' },
    answers: [
      { by: 'duty', codes: ['misuse-cancellation'] },
      { by: 'control', parts: ['findings', 'grants'] },
    ],
  },
  {
    id: 'TP-6.5',
    kinds: ['Y'],
    wording: {
      zh: '單位管理者定期向機關管理者回報查核情形，供內部稽核。',
      en: 'Unit managers report their checks to the agency manager, for the internal audit.',
    },
    answers: [{ by: 'duty', codes: ['register-comparison', 'internal-audit'] }],
  },
  {
    id: 'TP-6.6',
    kinds: ['Y'],
    wording: {
      zh: '訂有其他足以逐筆比對的稽核方式時，得調整登記簿及回報的作法。',
      en: 'A method that compares record by record may take the place of the register and its reports.',
    },
    answers: [
      { by: 'duty', codes: ['register-comparison'] },
      { by: 'control', parts: ['register-comparison'] },
    ],
  },
  {
    id: 'TP-7.1',
    kinds: ['R'],
    wording: { zh: '資料不需使用時歸檔或立即銷毀。', en: 'Results are archived or destroyed at once.' },
    answers: [
      { by: 'record', classes: ['query-result'] },
      { by: 'destruction', codes: ['results-not-needed'] },
    ],
  },
  {
    id: 'TP-7.2',
    kinds: ['R'],
    wording: { zh: '申請表於註銷帳號後至少保存3年。', en: 'Application forms are kept at least three years after cancellation.' },
    answers: [{ by: 'record', classes: ['application-form'] }],
  },
  {
    id: 'TP-7.3',
    kinds: ['R'],
    wording: { zh: '稽核紀錄及報表歸檔，至少保存3年。', en: 'Audit records are kept at least three years.' },
    answers: [{ by: 'record', classes: ['audit-result'] }],
  },
  {
    id: 'TP-7.4',
    kinds: ['Y'],
    wording: { zh: '每年辦理公文檔案銷毀。', en: 'Yearly destruction of documents under the archive rules.' },
    answers: [
      { by: 'duty', codes: ['document-destruction'] },
      { by: 'destruction', codes: ['yearly-destruction'] },
    ],
  },
  {
    id: 'TP-8.1.1',
    kinds: ['Y'],
    wording: { zh: '至少每3個月下載使用者查詢紀錄。', en: 'Query records are downloaded at least every three months.' },
    answers: [{ by: 'duty', codes: ['query-record-download'] }],
  },
  {
    id: 'TP-8.1.2',
    kinds: ['D'],
    wording: {
      zh: '核對登記簿與下載的查詢紀錄筆數是否相符，或以逐筆比對代之。',
      en: 'The register is compared with the downloaded log, by count or row by row.',
    },
    answers: [{ by: 'control', parts: ['register-comparison'] }],
  },
  {
    id: 'TP-8.1.3',
    kinds: ['Y', 'F'],
    wording: { zh: '稽核小組至少每6個月實施機關內部稽核。', en: 'An internal audit by the audit group at least every six months.' },
    answers: [
      { by: 'duty', codes: ['internal-audit'] },
      { by: 'control', parts: ['security-audits'] },
    ],
  },
  {
    id: 'TP-8.1.4',
    kinds: ['Y', 'F'],
    wording: {
      zh: '依附件4查核項目表稽核，結果簽報機關首長核定。',
      en: 'The audit follows the checklist of annex 4 and is approved by the head of the agency.',
    },
    answers: [
      { by: 'role', roles: ['agency-head'] },
      { by: 'duty', codes: ['internal-audit'] },
      { by: 'control', parts: ['security-audits'] },
    ],
  },
  {
    id: 'TP-8.1.5',
    kinds: ['R', 'F'],
    wording: {
      zh: '查詢紀錄檔與相關檔案燒成光碟，與簽核公文一併歸檔，供日後稽查。',
      en: 'Query-record files are burned to disc and archived with the sign-off, for later inspection.',
    },
    answers: [
      { by: 'record', classes: ['query-log'] },
      { by: 'control', parts: ['query-list', 'security-audits'] },
    ],
  },
  {
    id: 'TP-8.1.6',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每年3月底前函送前年度內部稽核簽呈及稽核項目表。',
      en: "Last year's audit documents and checklists are sent to the owner by the end of March.",
    },
    answers: [
      { by: 'duty', codes: ['audit-documents-sent'] },
      { by: 'control', parts: ['notices'] },
    ],
  },
  {
    id: 'TP-8.2',
    kinds: ['Y', 'R'],
    wording: {
      zh: '總管理機關不定期稽核，缺失立即改善並追蹤。',
      en: "The owner's audits, from time to time; shortcomings are corrected at once and tracked.",
    },
    answers: [
      { by: 'duty', codes: ['shortcoming-correction'] },
      { by: 'record', classes: ['security-audit'] },
      { by: 'control', parts: ['findings'] },
    ],
  },
];
