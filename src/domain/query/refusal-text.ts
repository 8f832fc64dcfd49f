// What a refused person reads: why, and the next step. One text per code; nothing of the request is ever in it.
import type { RefusalCode, Regulation } from '#domain/regulations';

export function refusalText(code: RefusalCode, regulation: Regulation): string {
  return texts[code](regulation);
}

const texts: Readonly<Record<RefusalCode, (regulation: Regulation) => string>> = {
  'not-in-force': ({ title }) => `目前不在「${title}」的適用期間，不得依此查詢。請洽管理者確認現行適用的規定。`,
  'case-number-missing': () => '未填寫案號，不得查詢。請填入本案的公文或案件編號。',
  'reason-missing': () => '查詢事由未填寫或過於簡略。請說明本次查詢的事由，至少 2 個字。',
  'purpose-not-allowed': () => '查詢目的不在規定所列的業務範圍內。請改選符合承辦業務的查詢目的。',
  'purpose-not-granted': () => '您的權限不包含這項查詢目的。如業務需要，請填具申請書，經主管核可後向管理者申請。',
  'operation-not-granted': () => '您的權限不包含這項查詢作業。如業務需要，請填具申請書，經主管核可後向管理者申請。',
  'field-not-needed': () => '選取的欄位中，有這項查詢目的不需要的資料。請取消該欄位後再查詢。',
  'legal-basis-repealed': () => '這項查詢目的所依據的法令已廢止，查詢權限隨同終止。請洽管理者確認是否另有法令依據。',
  'consent-missing': () => '查無當事人於查詢當日以前簽署的同意書。請先取得當事人簽署同意，並登載簽署日期。',
  'grant-missing': () => '您尚未取得查詢權限。請填具申請書，經主管核可並由管理者設定權限後再查詢。',
  'grant-not-current': () => '您的查詢權限尚未生效、已到期或已撤銷。如仍有業務需要，請依程序重新申請。',
  'not-in-service': () => '停職、調職或離職人員不得查詢。如人事資料有誤，請洽管理者更正。',
  'personal-account': () => '本平臺不受理個人帳號查詢。請由業務系統以核准的介接服務提出驗證。',
  vendor: () => '查詢權限不得授權委外廠商人員使用。請交由機關承辦人員查詢。',
  'outside-office': () => '不得於非辦公場所查詢。請回到辦公場所再查詢。',
  'outside-office-hours': (regulation) => `不得於非辦公時間查詢。${officeHoursText(regulation)}`,
  'password-too-old': ({ settings }) => `密碼已超過 ${settings.passwordMaximumAgeMonths.value} 個月未變更。請先變更密碼再查詢。`,
  'certificate-missing': () => '尚未備妥已上傳自然人憑證的我的 e 政府公務帳號。請完成申請並上傳憑證後再查詢。',
  'proxy-letter-missing': () => '代他人查詢，須先有已歸檔的代查授權書。請填具授權書並登載歸檔日期後再查詢。',
  'entrusting-consent-missing': () => '尚無委託機關於查詢當日以前的同意。請先取得委託機關同意，並登載同意日期。',
  'address-not-allowed': () => '連線的網路位址不在核准的白名單內。請由核准的固定位址連線，或依程序申請異動。',
  'approval-missing': () => '查詢前須經主管核可，且不得由查詢人員自行核可。請先取得主管核可並登載核可日期，再行查詢。',
};

function officeHoursText({ settings: { officeHours } }: Regulation): string {
  if (officeHours === null) return '請於辦公時間查詢。';
  return `請於上班日 ${clock(officeHours.value.fromMinute)} 至 ${clock(officeHours.value.untilMinute)} 查詢。`;
}

function clock(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
