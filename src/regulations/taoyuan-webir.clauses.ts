// Every clause of taoyuan-webir, in our own words, with what answers it. `TY-4.5.2` is 4(5)2; `TY-4.4` is the whole of 4(4), TY-8.3
// what audits cover, TY-0 the regulation itself.
import type { Clause } from '#domain/regulations';

export const taoyuanWebirClauses: readonly Clause[] = [
  {
    id: 'TY-0',
    kinds: ['P'],
    wording: {
      zh: '規範桃園市政府各機關使用勞保查調系統。',
      en: "Governs the use of the labour-insurance query system by the city's agencies.",
    },
    answers: [{ by: 'refusal', codes: ['not-in-force'] }],
  },
  {
    id: 'TY-2',
    kinds: ['P'],
    wording: {
      zh: '適用於本府各機關、復興區公所及經資料庫管理機關核准同意的使用者。',
      en: 'Applies to agencies of the city, the Fuxing district office and those whom the database manager approves.',
    },
    answers: [{ by: 'form', codes: ['agency-use'] }],
  },
  {
    id: 'TY-3',
    kinds: ['P'],
    wording: { zh: '界定最高管理機關、資料庫管理機關、使用機關、機關管理者與業務承辦者。', en: 'Defines the five parties.' },
    answers: [
      { by: 'role', roles: ['user', 'agency-manager'] },
      { by: 'attestation', who: 'agency-head', what: { zh: '已指定本機關的機關管理者。', en: 'The agency has designated its manager.' } },
    ],
  },
  {
    id: 'TY-4.1',
    kinds: ['P'],
    wording: {
      zh: '資訊中心開設機關權限、維護機關管理者帳號、統一向勞保局申請項目。',
      en: 'The information centre opens permission, keeps manager accounts and applies to the provider.',
    },
    answers: [
      { by: 'role', roles: ['chief-manager'] },
      { by: 'form', codes: ['agency-use', 'annex-1', 'annex-3'] },
    ],
  },
  {
    id: 'TY-4.2',
    kinds: ['P', 'Y'],
    wording: {
      zh: '勞動局審核機關管理者帳號異動與機關查調項目權限，不定期稽核使用情形。',
      en: "The labour bureau reviews manager accounts and agencies' items, and audits from time to time.",
    },
    answers: [
      { by: 'form', codes: ['annex-1', 'annex-3'] },
      { by: 'duty', codes: ['on-site-audit'] },
    ],
  },
  {
    id: 'TY-4.3',
    kinds: ['Y'],
    wording: {
      zh: '使用機關定期稽核帳號有效性與查調正當性，並訂定內部使用規定。',
      en: 'Agencies regularly audit account validity and the justification of queries, and lay down rules of their own.',
    },
    answers: [
      { by: 'duty', codes: ['account-and-query-audit'] },
      {
        by: 'attestation',
        who: 'agency-head',
        what: { zh: '已訂定本機關使用勞保查調系統的相關規定。', en: 'The agency has laid down its own rules for the use of the system.' },
      },
    ],
  },
  {
    id: 'TY-4.4',
    kinds: ['P', 'Y', 'D'],
    wording: {
      zh: '機關管理者管理帳號與權限、彙整申請項目、配合稽核，每月檢查使用與查調紀錄，異常即查明呈報。',
      en: 'The agency manager keeps accounts and permissions, compiles items to apply for, supports audits, checks records monthly and reports anomalies at once.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-not-current', 'not-in-service'] },
      { by: 'control', parts: ['grants', 'findings'] },
      { by: 'form', codes: ['annex-2-account', 'annex-2-items', 'annex-3'] },
      { by: 'duty', codes: ['usage-check', 'anomaly-report', 'provider-audit'] },
      { by: 'record', classes: ['query-log'] },
    ],
  },
  {
    id: 'TY-4.5.1',
    kinds: ['P', 'R'],
    wording: {
      zh: '於業務權限內查調；列印資料隨文歸檔、依檔案保存期限銷毀，不得任意複製。',
      en: 'Queries within authority; prints are filed with the document and destroyed with it, no free copying.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-granted', 'operation-not-granted', 'field-not-needed'] },
      { by: 'control', parts: ['result-view', 'custody', 'export'] },
      { by: 'record', classes: ['query-result', 'processing-record'] },
      { by: 'destruction', codes: ['filed-prints'] },
    ],
  },
  {
    id: 'TY-4.5.2',
    kinds: ['P'],
    wording: {
      zh: '查調須有法令依據或取得洽公民眾簽署同意，並確認查調內容。',
      en: "Each query has a legal basis or the citizen's signed consent, and its content is confirmed.",
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed', 'legal-basis-repealed', 'consent-missing'] },
      {
        by: 'attestation',
        who: 'user',
        what: {
          zh: '已確認查調內容與法令依據或民眾簽署同意的範圍相符。',
          en: "What is queried was confirmed to lie within the legal basis or the citizen's signed consent.",
        },
      },
    ],
  },
  {
    id: 'TY-4.5.3',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月10日前將前一個月的系統使用及查調內容紀錄送機關管理者。',
      en: "By the 10th the officer's record of last month's use and queries goes to the agency manager.",
    },
    answers: [
      { by: 'duty', codes: ['usage-report'] },
      { by: 'control', parts: ['query-list', 'register-comparison'] },
      { by: 'record', classes: ['query-register'] },
    ],
  },
  {
    id: 'TY-5.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關管理者帳號：備妥公務帳號與自然人憑證，附表一經首長核章、勞動局核准、資訊中心設定。',
      en: 'Manager accounts: account and certificate first, annex 1, head of agency, labour bureau, information centre.',
    },
    answers: [
      { by: 'form', codes: ['annex-1'] },
      { by: 'role', roles: ['agency-head'] },
    ],
  },
  {
    id: 'TY-5.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '承辦者帳號：備妥公務帳號與自然人憑證，附表二經首長核章後由機關管理者設定。',
      en: 'Officer accounts: account and certificate first, annex 2, head of agency, agency manager.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing', 'certificate-missing'] },
      { by: 'form', codes: ['annex-2-account'] },
      { by: 'record', classes: ['application-form'] },
    ],
  },
  {
    id: 'TY-6.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '承辦者查調項目：附表二經首長核章後由機關管理者設定。',
      en: "An officer's items: annex 2, head of agency, agency manager.",
    },
    answers: [
      { by: 'form', codes: ['annex-2-items'] },
      { by: 'control', parts: ['grants'] },
    ],
  },
  {
    id: 'TY-6.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關查調項目：附表三附法令依據，經勞動局審核，由資訊中心向勞保局申請，依其審核結果設定。',
      en: "An agency's items: annex 3 with the legal basis, labour bureau, information centre; set as the provider decides.",
    },
    answers: [{ by: 'form', codes: ['annex-3'] }],
  },
  {
    id: 'TY-7',
    kinds: ['P'],
    wording: {
      zh: '密碼妥善保管，至少每三個月變更一次，並符合公務帳號密碼規定。',
      en: 'Passwords are kept safe and change at least every three months, under the e-government rules.',
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
      { by: 'control', parts: ['password-policy', 'one-session'] },
    ],
  },
  {
    id: 'TY-8.1.1',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月10日前稽核前一個月使用情形報表，結果送首長或其授權人員核閱。',
      en: "By the 10th the agency manager audits last month's report; the head of the agency or a delegate reads the result.",
    },
    answers: [
      { by: 'duty', codes: ['usage-report-audit'] },
      { by: 'control', parts: ['register-comparison'] },
      { by: 'record', classes: ['audit-result'] },
    ],
  },
  {
    id: 'TY-8.1.2',
    kinds: ['Y'],
    wording: { zh: '定期稽核承辦者帳號有效性與查調正當性。', en: "Accounts' validity and queries' justification are audited regularly." },
    answers: [
      { by: 'duty', codes: ['account-and-query-audit'] },
      { by: 'record', classes: ['account-review'] },
    ],
  },
  {
    id: 'TY-8.2',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '勞保局、資訊中心得不定期稽核；勞動局每年至少一次現場稽核，並得提報市政會議。',
      en: 'Audits by provider and information centre; a yearly on-site audit by the labour bureau, reported to the city meeting where warranted.',
    },
    answers: [
      { by: 'role', roles: ['auditor'] },
      { by: 'duty', codes: ['on-site-audit', 'provider-audit'] },
      { by: 'control', parts: ['security-audits', 'provider-audit'] },
      { by: 'record', classes: ['security-audit', 'provider-audit'] },
    ],
  },
  {
    id: 'TY-8.3',
    kinds: ['F'],
    wording: {
      zh: '稽核包含資料正確性、正當性、查驗使用內容與影印資料存放等保密情形，並得提獎懲建議。',
      en: 'An audit covers correctness, legitimacy, the content queried and confidentiality such as the storage of copies; reward or discipline may be proposed.',
    },
    answers: [{ by: 'control', parts: ['security-audits'] }],
  },
  {
    id: 'TY-9',
    kinds: ['P'],
    wording: {
      zh: '委由區公所查調者，業務主管機關適用資料庫管理機關權責，辦理審核與稽核。',
      en: 'For entrusted district offices the entrusting authority reviews and audits as the database manager.',
    },
    answers: [
      { by: 'refusal', codes: ['entrusting-consent-missing'] },
      { by: 'form', codes: ['annex-1-district-office', 'annex-3-district-office'] },
      { by: 'duty', codes: ['on-site-audit'] },
    ],
  },
  {
    id: 'TY-10',
    kinds: ['P', 'R'],
    wording: {
      zh: '除供公務運用外，禁止資料外流或移作他用；列印資料併案歸檔。',
      en: 'No leak and no use other than official; prints are filed with the case.',
    },
    answers: [
      { by: 'setting', names: ['idleTimeoutMinutes'] },
      { by: 'control', parts: ['result-view', 'read-log', 'idle-logout', 'custody'] },
      { by: 'record', classes: ['query-result'] },
    ],
  },
];
