// What every code of the vocabulary is called, in both languages: the page, the command and its files print regulations with these names.
// A code without a name doesn't compile.
import type {
  ApprovalStep,
  CharacterKind,
  ClauseAnswer,
  ClauseKind,
  ClauseState,
  ComparisonRule,
  DestructionRule,
  DutyEvent,
  DutyPeriod,
  FormRule,
  RecordClass,
  RefusalCode,
  RetentionEvent,
  RetentionStart,
  Role,
  SettingName,
  Wording,
} from '#domain/regulations';

type Names<Code extends string> = Readonly<Record<Code, Wording>>;

export const clauseKindNames: Names<ClauseKind> = {
  P: named('防止', 'prevents'),
  D: named('發現', 'detects'),
  Y: named('定期', 'periodic'),
  R: named('保存', 'keeps'),
  F: named('表單', 'form'),
  H: named('人工', 'by people'),
};

export const clauseStateNames: Names<ClauseState['state']> = {
  works: named('系統辦理', 'in the program'),
  partly: named('部分人工', 'partly by hand'),
  'by-hand': named('人工辦理', 'by hand'),
};

export const answerNames: Names<ClauseAnswer['by']> = {
  refusal: named('拒絕查詢', 'refusal'),
  control: named('系統控管', 'control'),
  setting: named('參數', 'parameter'),
  role: named('角色', 'role'),
  duty: named('職責', 'duty'),
  form: named('表單', 'form'),
  record: named('紀錄保存', 'record'),
  destruction: named('銷毀', 'destruction'),
  attestation: named('具結', 'attestation'),
};

export const refusalNames: Names<RefusalCode> = {
  'not-in-force': named('規定未適用', 'regulation not in force'),
  'case-number-missing': named('未填案號', 'no case number'),
  'reason-missing': named('未填事由', 'no reason'),
  'purpose-not-allowed': named('目的不在規定範圍', 'purpose outside the regulation'),
  'purpose-not-granted': named('目的未獲授權', 'purpose not granted'),
  'operation-not-granted': named('作業未獲授權', 'operation not granted'),
  'field-not-needed': named('含不需要的欄位', 'a field that is not needed'),
  'legal-basis-repealed': named('法律依據已廢止', 'legal basis repealed'),
  'consent-missing': named('缺當事人同意', 'no consent of the person'),
  'grant-missing': named('未取得權限', 'no grant'),
  'grant-not-current': named('權限不在有效期間', 'grant not current'),
  'not-in-service': named('非在職人員', 'not in service'),
  'personal-account': named('個人帳號', 'personal account'),
  vendor: named('委外廠商人員', 'person of a vendor'),
  'outside-office': named('非辦公場所', 'outside the office'),
  'outside-office-hours': named('非辦公時間', 'outside office hours'),
  'password-too-old': named('密碼逾期未變更', 'password too old'),
  'certificate-missing': named('未備妥憑證', 'no certificate'),
  'proxy-letter-missing': named('缺代查授權書', 'no proxy letter'),
  'entrusting-consent-missing': named('缺委託機關同意', 'no consent of the entrusting authority'),
  'address-not-allowed': named('網路位址未核准', 'network address not allowed'),
  'approval-missing': named('未經主管核可', 'not approved beforehand'),
};

export const roleNames: Names<Role> = {
  user: named('使用者', 'user'),
  'unit-manager': named('單位管理者', 'unit manager'),
  'chief-manager': named('總管理者', 'chief manager'),
  'project-officer': named('專案承辦人員', 'project officer'),
  'responsible-person': named('專責人員', 'responsible person'),
  'client-service': named('介接服務', 'client service'),
  'agency-manager': named('機關管理者', 'agency manager'),
  auditor: named('查核人員', 'auditor'),
  'security-officer': named('資安專責人員', 'security officer'),
  supervisor: named('主管', 'supervisor'),
  'agency-head': named('機關首長', 'agency head'),
};

export const settingNames: Names<SettingName> = {
  passwordMaximumAgeMonths: named('密碼最長使用期限', 'longest password age'),
  passwordMinimumAgeDays: named('密碼最短使用期限', 'shortest password age'),
  passwordMinimumLength: named('密碼最短長度', 'shortest password'),
  passwordCharacterKinds: named('密碼應含字元種類', 'kinds of characters in a password'),
  passwordsRemembered: named('密碼不得重複次數', 'passwords not used again'),
  idleTimeoutMinutes: named('閒置自動登出', 'idle sign-out'),
  officeHours: named('辦公時間', 'office hours'),
};

export const characterKindNames: Names<CharacterKind> = {
  upper: named('大寫英文', 'upper case'),
  lower: named('小寫英文', 'lower case'),
  digit: named('數字', 'digit'),
  symbol: named('符號', 'symbol'),
};

/** As in 每月、every month. */
export const periodNames: Names<DutyPeriod> = {
  week: named('週', 'week'),
  month: named('月', 'month'),
  quarter: named('季', 'quarter'),
  'half-year': named('半年', 'half-year'),
  year: named('年', 'year'),
};

export const dutyEventNames: Names<DutyEvent> = {
  'manager-changed': named('管理者異動', 'change of manager'),
  'user-changed': named('使用者異動', 'change of user'),
  'officer-changed': named('承辦、專責人員或主管異動', 'change of officer or supervisor'),
  'basis-changed': named('法令修正或業務需求消滅', 'change of law or end of the need'),
  'anomaly-found': named('發現異常', 'anomaly found'),
  'provider-audit': named('資料提供機關稽核', "provider's audit"),
  'shortcoming-found': named('發現缺失', 'shortcoming found'),
  incident: named('發生資安事故', 'incident'),
  'doubtful-comparison': named('核對有疑義', 'doubtful comparison'),
};

export const formSubjectNames: Names<FormRule['asks']> = {
  account: named('申請帳號', 'an account'),
  revocation: named('註銷權限', 'ending a grant'),
  operations: named('申請查詢作業', 'operations'),
  'client-service': named('申請介接服務', 'a client service'),
  'data-use': named('申請使用資料', 'use of data'),
  'proxy-query': named('代理查詢', 'a query on behalf'),
  copy: named('申請複製或匯出', 'a copy or export'),
  agency: named('機關申請介接', "an agency's connection"),
  reopening: named('申請恢復使用', 'reopening'),
};

export const formRequirementNames: Names<FormRule['requires'][number]> = {
  purpose: named('業務目的', 'purpose'),
  'legal-basis': named('法令依據', 'legal basis'),
  'citizen-certificate': named('自然人憑證', 'citizen certificate'),
  'entrusting-consent': named('委託機關同意', "entrusting agency's consent"),
  claims: named('查驗項目', 'claims'),
  'fixed-address': named('固定網路位址', 'fixed address'),
  'use-period': named('使用期間', 'period of use'),
  'evidence-of-improvement': named('改善佐證', 'evidence of improvement'),
};

export const approvalActNames: Names<ApprovalStep['does']> = {
  files: named('提出', 'files'),
  endorses: named('核章', 'endorses'),
  reviews: named('審查', 'reviews'),
  approves: named('核准', 'approves'),
  sets: named('設定', 'sets'),
};

export const recordClassNames: Names<RecordClass> = {
  'application-form': named('申請表單', 'application forms'),
  'account-review': named('帳號清查紀錄', 'account reviews'),
  'query-log': named('查詢紀錄', 'query log'),
  'data-access-log': named('資料存取紀錄', 'data access log'),
  'query-register': named('查詢登記簿', 'query register'),
  'query-result': named('查詢結果', 'query results'),
  'attached-result': named('附卷的查詢結果', 'results kept with their case'),
  'raw-import': named('匯入原始檔', 'raw import files'),
  'processing-record': named('處理（刪除、銷毀）紀錄', 'processing records'),
  'handover-record': named('移交紀錄', 'handovers'),
  'operation-review': named('作業檢視紀錄', 'operation reviews'),
  'training-record': named('教育訓練紀錄', 'training records'),
  'security-audit': named('安全稽核紀錄', 'security audits'),
  'audit-result': named('查核結果', 'audit results'),
  'provider-audit': named('資料提供機關稽核紀錄', "provider's audits"),
  'vendor-audit': named('委外廠商稽核紀錄', 'vendor audits'),
  'incident-record': named('資安事故紀錄', 'incident records'),
  'liability-notice': named('法律責任告知書', 'notices of liability'),
};

export const retentionStartNames: Names<RetentionStart> = {
  creation: named('自作成日起算', 'from creation'),
  cancellation: named('自註銷日起算', 'from cancellation'),
  'period-end': named('自期間結束起算', 'from the end of the period'),
};

export const retentionEventNames: Names<RetentionEvent> = {
  'basis-repealed': named('法令依據廢止', 'the legal basis is repealed'),
  imported: named('匯入完成', 'it is imported'),
  'month-end': named('當月月底', 'the end of the month'),
  'no-longer-needed': named('不再需要', 'it is no longer needed'),
};

export const destroyedNames: Names<DestructionRule['what']> = {
  'query-results': named('查詢結果', 'query results'),
  paper: named('紙本', 'paper'),
  'stored-data': named('儲存的資料', 'stored data'),
  'portable-media': named('可攜式媒體', 'portable media'),
  'derived-copies': named('暫存、備份及衍生檔', 'temporary files, backups, derived files'),
  'raw-import': named('匯入原始檔', 'raw import files'),
  'retired-records': named('屆期紀錄', 'records past their period'),
};

export const destructionTimeNames: Names<DestructionRule['when']> = {
  'at-once': named('立即', 'at once'),
  monthly: named('每月', 'every month'),
  yearly: named('每年', 'every year'),
  'when-not-needed': named('不再需要時', 'when no longer needed'),
  'retention-over': named('保存期限屆滿後', 'when its period is over'),
};

export const destructionProofNames: Names<DestructionRule['proof']> = {
  'destruction-record': named('銷毀紀錄', 'destruction record'),
  unrecoverable: named('證明無法復原', 'shown to be unrecoverable'),
  attestation: named('人員具結', 'attestation'),
};

export const comparedWithNames: Names<ComparisonRule['against']> = {
  register: named('查詢登記簿', "the users' register"),
  'usage-report': named('使用紀錄表', 'the usage report'),
};

function named(zh: string, en: string): Wording {
  return { zh, en };
}
