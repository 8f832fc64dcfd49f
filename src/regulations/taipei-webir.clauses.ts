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
      zh: '勞動局審核業務項目並授權機關管理者；資訊與政風組成總稽核小組，不定期稽核。',
      en: 'The labour bureau reviews business items and authorises agency managers; an audit group of IT and ethics audits from time to time.',
    },
    answers: [{ by: 'not-yet', missing: 'the review of business items, the audit group' }],
  },
  {
    id: 'TP-3',
    kinds: ['P', 'Y', 'D'],
    wording: {
      zh: '機關依核定的業務目的函請權限；單位管理者每月核對登記簿與系統查詢筆數。',
      en: 'An agency applies for its approved purposes; unit managers compare the register with the query count every month.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed'] },
      { by: 'not-yet', missing: 'the letter of application, the monthly comparison' },
    ],
  },
  {
    id: 'TP-4',
    kinds: ['P'],
    wording: {
      zh: '受委託機關須先經委託機關同意，雙方均受稽核。',
      en: "An entrusted agency needs the entrusting authority's consent first; both are audited.",
    },
    answers: [{ by: 'refusal', codes: ['entrusting-consent-missing'] }],
  },
  {
    id: 'TP-5.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關管理者備妥公務帳號與自然人憑證後填附件1-1，敘明目的與法令依據。',
      en: 'Agency managers apply on form 1-1 with purpose and legal basis, after account and certificate.',
    },
    answers: [{ by: 'not-yet', missing: 'form 1-1' }],
  },
  {
    id: 'TP-5.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '受託業務的查詢權限，經委託機關同意後再送審。',
      en: "Permission for entrusted business is applied for after the entrusting agency's consent.",
    },
    answers: [{ by: 'not-yet', missing: 'the application' }],
  },
  {
    id: 'TP-5.3',
    kinds: ['P', 'F'],
    wording: {
      zh: '使用者備妥公務帳號與自然人憑證後填附件1-2，由機關管理者授權。',
      en: 'Users apply on form 1-2 after account and certificate; the agency manager grants.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing', 'certificate-missing'] },
      { by: 'not-yet', missing: 'form 1-2' },
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
      { by: 'not-yet', missing: 'the note on the form' },
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
    wording: { zh: '配合平臺定期變更密碼。', en: 'Passwords change periodically.' },
    answers: [{ by: 'refusal', codes: ['password-too-old'] }],
  },
  {
    id: 'TP-6.1',
    kinds: ['R', 'D'],
    wording: {
      zh: '使用者填寫查詢登記簿，定期送比對；有疑慮時提出說明。',
      en: 'Users keep the query register; managers compare; doubtful rows get an explanation.',
    },
    answers: [
      { by: 'refusal', codes: ['case-number-missing', 'reason-missing'] },
      { by: 'not-yet', missing: 'the comparison, the explanation' },
    ],
  },
  {
    id: 'TP-6.2',
    kinds: ['P', 'R', 'F'],
    wording: { zh: '請他人代查須填代查授權書並歸檔。', en: 'A query on behalf of someone needs a proxy-query letter on file.' },
    answers: [
      { by: 'refusal', codes: ['proxy-letter-missing'] },
      { by: 'not-yet', missing: 'the letter itself' },
    ],
  },
  {
    id: 'TP-6.3',
    kinds: ['P', 'D'],
    wording: {
      zh: '限本人、辦公時間、辦公場所及業務權限內查詢。',
      en: 'Own account only, in office hours, on office premises, within authority.',
    },
    answers: [
      {
        by: 'refusal',
        codes: ['purpose-not-granted', 'operation-not-granted', 'field-not-needed', 'outside-office', 'outside-office-hours'],
      },
      { by: 'not-yet', missing: 'detection of lent accounts' },
    ],
  },
  {
    id: 'TP-6.4',
    kinds: ['P'],
    wording: { zh: '不當查詢由稽核小組註銷帳號並追究責任。', en: 'On violation the audit group cancels the account and pursues it.' },
    answers: [{ by: 'not-yet', missing: 'the cancellation' }],
  },
  {
    id: 'TP-6.5',
    kinds: ['Y'],
    wording: { zh: '單位管理者定期回報查核情形。', en: 'Unit managers report their checks to the agency manager.' },
    answers: [{ by: 'not-yet', missing: 'the report' }],
  },
  {
    id: 'TP-6.6',
    kinds: ['Y'],
    wording: { zh: '得以其他逐筆比對方式取代登記簿。', en: 'A better record-by-record method may replace the register.' },
    answers: [{ by: 'not-yet', missing: 'choosing the method' }],
  },
  {
    id: 'TP-7.1',
    kinds: ['R'],
    wording: { zh: '資料不需使用時歸檔或立即銷毀。', en: 'Results are archived or destroyed at once.' },
    answers: [{ by: 'not-yet', missing: 'the archiving and destruction' }],
  },
  {
    id: 'TP-7.2',
    kinds: ['R'],
    wording: { zh: '申請表於註銷帳號後至少保存3年。', en: 'Application forms are kept at least three years after cancellation.' },
    answers: [{ by: 'not-yet', missing: 'the retention of forms' }],
  },
  {
    id: 'TP-7.3',
    kinds: ['R'],
    wording: { zh: '稽核紀錄及報表歸檔，至少保存3年。', en: 'Audit records are kept at least three years.' },
    answers: [{ by: 'not-yet', missing: 'the retention of audit records' }],
  },
  {
    id: 'TP-7.4',
    kinds: ['Y'],
    wording: { zh: '每年辦理公文檔案銷毀。', en: 'Yearly destruction of documents under the archive rules.' },
    answers: [{ by: 'not-yet', missing: 'the destruction' }],
  },
  {
    id: 'TP-8.1.1',
    kinds: ['Y'],
    wording: { zh: '至少每3個月下載使用者查詢紀錄。', en: 'Query records are downloaded at least every three months.' },
    answers: [{ by: 'not-yet', missing: 'the download' }],
  },
  {
    id: 'TP-8.1.2',
    kinds: ['D'],
    wording: { zh: '核對登記簿與下載的查詢紀錄是否相符。', en: 'The register is compared with the downloaded log.' },
    answers: [{ by: 'not-yet', missing: 'the comparison' }],
  },
  {
    id: 'TP-8.1.3',
    kinds: ['Y'],
    wording: { zh: '至少每6個月實施機關內部稽核。', en: 'An internal audit at least every six months.' },
    answers: [{ by: 'not-yet', missing: 'the internal audit' }],
  },
  {
    id: 'TP-8.1.4',
    kinds: ['Y', 'F'],
    wording: {
      zh: '依附件4查核項目表稽核，結果簽報機關首長核定。',
      en: 'The audit follows the checklist of annex 4 and is approved by the head of the agency.',
    },
    answers: [{ by: 'not-yet', missing: 'the checklist, the approval' }],
  },
  {
    id: 'TP-8.1.5',
    kinds: ['R', 'F'],
    wording: {
      zh: '查詢紀錄檔與簽核公文一併歸檔，供日後稽查。',
      en: 'Query-record files and sign-off are archived together for later inspection.',
    },
    answers: [{ by: 'not-yet', missing: 'the sealed archive' }],
  },
  {
    id: 'TP-8.1.6',
    kinds: ['Y', 'F'],
    wording: { zh: '每年3月底前函送前年度內部稽核資料。', en: "Last year's audit documents are sent to the owner by the end of March." },
    answers: [{ by: 'not-yet', missing: 'the sending' }],
  },
  {
    id: 'TP-8.2',
    kinds: ['Y', 'R'],
    wording: { zh: '總管理機關不定期稽核，缺失改善並追蹤。', en: "The owner's audits; shortcomings are corrected and tracked." },
    answers: [{ by: 'not-yet', missing: "the owner's audits" }],
  },
];
