// The parts of the program that a rule can rest on, and which of them are built. What isn't built, a person does by hand meanwhile:
// the table says what, so that a regulation's page is never prettier than the program.
import type { Wording } from './wording.ts';

export interface PartState {
  readonly name: Wording;
  /** null: built. Else what people do until it is. */
  readonly byHand: Wording | null;
}

const builtPart = (zh: string, en: string): PartState => ({ name: { zh, en }, byHand: null });
const plannedPart = (zh: string, en: string, byHand: Wording): PartState => ({ name: { zh, en }, byHand });

export const programParts = {
  'query-decision': builtPart('查詢逐筆判定', 'every query decided'),
  grants: builtPart('權限', 'grants'),
  'one-chief-manager': builtPart('總管理者限一名', 'one chief manager at a time'),
  'query-form': builtPart('查詢表單僅列必要欄位', 'a form that asks only for needed fields'),
  'result-view': builtPart('查詢結果遮罩與浮水印', 'answers masked and watermarked'),
  'password-policy': builtPart('密碼規則', 'password rules'),
  'one-session': builtPart('單一登入工作階段', 'one session per account'),
  'idle-logout': builtPart('閒置自動登出', 'idle sign-out'),
  'query-log': builtPart('查詢紀錄（不可竄改）', 'the query log'),
  'read-log': builtPart('調閱紀錄', 'who read records'),
  'query-list': builtPart('查詢紀錄單', "the month's list"),
  'audit-sample': builtPart('抽查', 'the audit sample'),
  'audit-result': builtPart('查核結果', 'signed audit results'),
  'duty-calendar': builtPart('期限推算', 'due dates'),
  'retention-calendar': builtPart('保存期限推算', 'ends of retention'),
  applications: plannedPart('申請書與簽核', 'applications and their approval', {
    zh: '以紙本申請書辦理簽核，並依保存年限歸檔。',
    en: 'Apply and approve on paper, and file the forms for their period.',
  }),
  'account-review': plannedPart('帳號清查', 'the account review', {
    zh: '由管理者依使用者清冊逐一清查，簽名後歸檔。',
    en: 'Managers go through the roster, sign the review and file it.',
  }),
  'user-roster': plannedPart('使用者清冊', 'the roster of users', {
    zh: '由專責人員造冊列管使用及查詢人員，異動時更新。',
    en: 'The person responsible lists everyone who uses or queries, and updates the list with each change.',
  }),
  'operation-review': plannedPart('作業使用情形檢視', 'the review of operations', {
    zh: '每年彙整各作業查詢筆數與法令依據，作成紀錄備查。',
    en: 'Once a year, compile the use and the legal basis of each operation and file it.',
  }),
  handover: plannedPart('職務異動移交', 'handovers', {
    zh: '依移交清冊辦理，並於異動當日調整或停用帳號。',
    en: 'Hand over by a signed list, and change or close the account by that day.',
  }),
  custody: plannedPart('查詢結果保管與刪除', 'custody and deletion of results', {
    zh: '需附卷者以密件保管；其餘依規定期限刪除並填寫銷毀紀錄。',
    en: 'Keep what a case needs as classified; delete the rest when it is due, with a destruction record.',
  }),
  destruction: plannedPart('到期銷毀與證明', 'destruction with proof', {
    zh: '保存期限屆滿後由管理者銷毀，並填寫銷毀紀錄。',
    en: 'When the period is over a manager destroys the record and fills in the destruction record.',
  }),
  export: plannedPart('申請複製與匯出', 'approved copies and exports', {
    zh: '複製前以書面申請核准，傳送時加密。',
    en: 'Apply on paper before copying, and encrypt what is sent.',
  }),
  findings: plannedPart('異常與缺失追蹤', 'findings and their follow-up', {
    zh: '發現異常時會同相關單位調查，作成稽核紀錄並追蹤改善。',
    en: 'Investigate with the offices concerned, write it down, and follow it up.',
  }),
  'security-audits': plannedPart('定期稽核', 'periodic audits', {
    zh: '依查核項目表辦理稽核，紀錄簽核後歸檔。',
    en: 'Audit by the checklist; sign and file the record.',
  }),
  'provider-audit': plannedPart('配合資料提供機關稽核', "the provider's audit", {
    zh: '備妥使用者清冊與稽核紀錄，依期限提出說明或改善。',
    en: 'Have roster and records ready; explain or improve by the deadline.',
  }),
  'register-comparison': plannedPart('登記簿與紀錄核對', 'register against log', {
    zh: '每月逐筆核對登記簿或使用紀錄與系統查詢紀錄。',
    en: 'Every month, hold the register against the log row by row.',
  }),
  training: plannedPart('教育訓練登錄', 'training on record', {
    zh: '由承辦人員登錄時數並保存研習證明。',
    en: 'Write down the hours and keep the certificates.',
  }),
  notices: plannedPart('通報', 'notices', {
    zh: '於期限內以公文或電話通報，並留存通報紀錄。',
    en: 'Notify by letter or telephone in time, and keep the record.',
  }),
  incidents: plannedPart('資安事故應變', 'incidents', {
    zh: '依機關通報程序處理，並即時通報資料提供機關。',
    en: "Follow the office's procedure, and notify the provider at once.",
  }),
  suspension: plannedPart('暫停與恢復介接', 'suspension and reopening', {
    zh: '由管理者停用全部權限；恢復前須有改善佐證與新申請。',
    en: 'A manager ends all grants; reopening needs evidence and a new application.',
  }),
  attestations: plannedPart('人員具結', 'attestations', {
    zh: '由負責人員書面具結並歸檔。',
    en: 'The person responsible attests on paper, and files it.',
  }),
  'liability-notice': plannedPart('法律責任告知', 'the notice of liability', {
    zh: '於核發權限時交付告知書並簽名。',
    en: 'Hand out the notice with the grant, and have it signed.',
  }),
  'verification-service': builtPart('驗證服務', 'the verification service'),
  'household-import': plannedPart('戶籍資料匯入', 'the household import', {
    zh: '尚不可匯入戶籍資料。',
    en: 'Household data cannot be imported yet.',
  }),
  'client-services': builtPart('介接服務申請、設定與金鑰', 'client services, from the application to the key'),
  'address-review': builtPart('介接位址清查', 'the review of addresses'),
} as const satisfies Record<string, PartState>;

export type ProgramPart = keyof typeof programParts;

export function isBuilt(part: ProgramPart): boolean {
  return programParts[part].byHand === null;
}
