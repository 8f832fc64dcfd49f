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
      zh: '適用於本府各機關、復興區公所及經核准同意的使用者。',
      en: 'Applies to agencies of the city, the Fuxing district office and those approved.',
    },
    answers: [{ by: 'not-yet', missing: 'which agencies may use it' }],
  },
  {
    id: 'TY-3',
    kinds: ['P'],
    wording: { zh: '界定最高管理機關、資料庫管理機關、使用機關、機關管理者與業務承辦者。', en: 'Defines the five parties.' },
    answers: [{ by: 'not-yet', missing: 'the agencies among the parties' }],
  },
  {
    id: 'TY-4.1',
    kinds: ['P'],
    wording: {
      zh: '資訊中心開設機關權限、維護機關管理者帳號、統一向勞保局申請項目。',
      en: 'The information centre opens permission, keeps manager accounts and applies to the provider.',
    },
    answers: [{ by: 'not-yet', missing: "the agencies' permissions and items" }],
  },
  {
    id: 'TY-4.2',
    kinds: ['P', 'Y'],
    wording: {
      zh: '勞動局審核帳號異動與項目權限，不定期稽核。',
      en: 'The labour bureau reviews accounts and items, and audits from time to time.',
    },
    answers: [{ by: 'not-yet', missing: 'the reviews and audits' }],
  },
  {
    id: 'TY-4.3',
    kinds: ['Y'],
    wording: {
      zh: '使用機關定期稽核帳號有效性與查調正當性。',
      en: 'Agencies regularly audit account validity and the justification of queries.',
    },
    answers: [{ by: 'not-yet', missing: 'the audit' }],
  },
  {
    id: 'TY-4.4',
    kinds: ['P', 'Y', 'D'],
    wording: {
      zh: '機關管理者管理帳號與權限，每月檢查使用與查調紀錄，異常即查明呈報。',
      en: 'The agency manager keeps permissions, checks records monthly, and reports anomalies.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-not-current', 'not-in-service'] },
      { by: 'not-yet', missing: 'the monthly check, the anomaly report' },
    ],
  },
  {
    id: 'TY-4.5.1',
    kinds: ['P', 'R'],
    wording: {
      zh: '於業務權限內查調；列印資料隨文歸檔，不得任意複製。',
      en: 'Queries within authority; prints are filed with the document, no free copying.',
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-granted', 'operation-not-granted', 'field-not-needed'] },
      { by: 'not-yet', missing: 'the filing of prints' },
    ],
  },
  {
    id: 'TY-4.5.2',
    kinds: ['P'],
    wording: {
      zh: '查調須有法令依據或洽公民眾簽署同意，並確認查調內容。',
      en: "Each query has a legal basis or the citizen's signed consent.",
    },
    answers: [
      { by: 'refusal', codes: ['purpose-not-allowed', 'legal-basis-repealed', 'consent-missing'] },
      { by: 'not-yet', missing: 'the confirmation of its content' },
    ],
  },
  {
    id: 'TY-4.5.3',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月10日前送交前一個月的使用及查調紀錄。',
      en: "By the 10th the officer's record of last month goes to the agency manager.",
    },
    answers: [{ by: 'not-yet', missing: 'the record, its sending' }],
  },
  {
    id: 'TY-5.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關管理者帳號：附表一經首長核章、勞動局核准、資訊中心設定。',
      en: 'Manager accounts: annex 1, head of agency, labour bureau, information centre.',
    },
    answers: [{ by: 'not-yet', missing: 'annex 1' }],
  },
  {
    id: 'TY-5.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '承辦者帳號：備妥公務帳號與自然人憑證，附表二經首長核章後設定。',
      en: 'Officer accounts: account and certificate first, annex 2, head of agency, agency manager.',
    },
    answers: [
      { by: 'refusal', codes: ['grant-missing', 'certificate-missing'] },
      { by: 'not-yet', missing: 'annex 2' },
    ],
  },
  {
    id: 'TY-6.1',
    kinds: ['P', 'F'],
    wording: {
      zh: '承辦者查調項目：附表二經首長核章後由機關管理者設定。',
      en: "An officer's items: annex 2, head of agency, agency manager.",
    },
    answers: [{ by: 'not-yet', missing: 'annex 2 for items' }],
  },
  {
    id: 'TY-6.2',
    kinds: ['P', 'F'],
    wording: {
      zh: '機關查調項目：附表三附法令依據，經勞動局審核、資訊中心向勞保局申請。',
      en: "An agency's items: annex 3 with the legal basis, labour bureau, information centre, provider.",
    },
    answers: [{ by: 'not-yet', missing: 'annex 3' }],
  },
  {
    id: 'TY-7',
    kinds: ['P'],
    wording: {
      zh: '密碼至少每三個月變更一次，並符合公務帳號密碼規定。',
      en: 'Passwords change at least every three months, under the e-government rules.',
    },
    answers: [{ by: 'refusal', codes: ['password-too-old'] }],
  },
  {
    id: 'TY-8.1.1',
    kinds: ['Y', 'F'],
    wording: {
      zh: '每月10日前稽核前一個月使用情形報表，結果送首長核閱。',
      en: "By the 10th the agency manager audits last month's report; the head of the agency reads the result.",
    },
    answers: [{ by: 'not-yet', missing: 'the audit, its result' }],
  },
  {
    id: 'TY-8.1.2',
    kinds: ['Y'],
    wording: { zh: '定期稽核承辦者帳號有效性與查調正當性。', en: "Accounts' validity and queries' justification are audited regularly." },
    answers: [{ by: 'not-yet', missing: 'the audit' }],
  },
  {
    id: 'TY-8.2',
    kinds: ['Y', 'R', 'F'],
    wording: {
      zh: '勞保局、資訊中心不定期稽核；勞動局每年至少一次現場稽核。',
      en: 'Audits by provider and information centre; a yearly on-site audit by the labour bureau.',
    },
    answers: [{ by: 'not-yet', missing: 'the audits' }],
  },
  {
    id: 'TY-8.3',
    kinds: ['F'],
    wording: {
      zh: '稽核包含正確性、正當性、查驗內容與保密，並得提獎懲建議。',
      en: 'An audit covers correctness, legitimacy, content and confidentiality; reward or discipline may be proposed.',
    },
    answers: [{ by: 'not-yet', missing: 'the audit form' }],
  },
  {
    id: 'TY-9',
    kinds: ['P'],
    wording: {
      zh: '委由區公所查調者，業務主管機關適用資料庫管理機關權責。',
      en: 'For entrusted district offices the entrusting authority acts as database manager.',
    },
    answers: [
      { by: 'refusal', codes: ['entrusting-consent-missing'] },
      { by: 'not-yet', missing: 'its reviews and audits' },
    ],
  },
  {
    id: 'TY-10',
    kinds: ['P', 'R'],
    wording: { zh: '禁止資料外流或移作他用，列印資料併案歸檔。', en: 'No leak or other use; prints are filed with the case.' },
    answers: [{ by: 'not-yet', missing: 'the filing of prints' }],
  },
];
