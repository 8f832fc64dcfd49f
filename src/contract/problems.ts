// Every error the wire can carry (RFC 9457). One closed union, one total table: code → status, title, next step.
import { z } from 'zod';

export const problemTable = {
  'malformed-request': { status: 400, title: '送出的資料有誤', next: '請依欄位說明修正後再送出。' },
  'not-signed-in': { status: 401, title: '尚未登入或登入已失效', next: '請重新登入。' },
  'sign-in-failed': { status: 401, title: '帳號或密碼不正確，或帳號暫時鎖定', next: '請確認後再試；連續 5 次錯誤將鎖定 15 分鐘。' },
  'signature-invalid': { status: 401, title: '介接簽章不正確', next: '請核對金鑰、系統時間及簽章內容後重送。' },
  'csrf-token-invalid': { status: 403, title: '頁面已過期', next: '請重新整理頁面後再試。' },
  'not-permitted': { status: 403, title: '您的職務沒有這項權限', next: '如業務需要，請洽單位管理者。' },
  'password-must-change': { status: 403, title: '請先變更密碼', next: '請到「變更密碼」設定新密碼後再繼續。' },
  'refused-by-regulation': { status: 403, title: '依規定不得查詢', next: '請依各條說明補正後再查詢。' },
  'service-suspended': { status: 403, title: '介接服務已暫停', next: '請洽專責人員；完成改善後得重新申請。' },
  'not-found': { status: 404, title: '查無此項目', next: '請確認網址，或回上一頁重新選取。' },
  'method-not-allowed': { status: 405, title: '不支援這個操作', next: '請由系統頁面操作。' },
  'request-replayed': { status: 409, title: '這筆請求已送出過', next: '請到查詢紀錄確認結果，不必重送。' },
  conflict: { status: 409, title: '目前狀態不能執行這個動作', next: '請重新整理，確認最新狀態。' },
  'body-too-large': { status: 413, title: '送出的資料過大', next: '請縮短內容後再送出。' },
  'unsupported-media-type': { status: 415, title: '資料格式不支援', next: '請以 application/json 送出。' },
  'password-too-weak': { status: 422, title: '新密碼不符規定', next: '請依密碼規則重新設定。' },
  'file-refused': { status: 422, title: '匯入檔案不符規定', next: '請依說明修正檔案後重新匯入；原有資料不受影響。' },
  'budget-exhausted': { status: 429, title: '已達介接服務的使用上限', next: '請於重試時間後再送；如業務需要，請申請提高上限。' },
  'too-many-requests': { status: 429, title: '操作過於頻繁', next: '請稍候再試。' },
  fault: { status: 500, title: '系統發生錯誤', next: '請記下參考編號，通知系統管理人員。' },
  'provider-nonsense': {
    status: 502,
    title: '勞保局回覆的內容無法辨識，未提供任何資料',
    next: '請稍後再查；持續發生時請提供參考編號給管理者。',
  },
  'provider-failed': { status: 502, title: '勞保局連線中斷，未取得資料', next: '請稍後再查；本次查詢已留存紀錄。' },
  'log-unavailable': { status: 503, title: '紀錄系統無法寫入，暫停提供查詢', next: '請稍後再試，並將參考編號通知系統管理人員。' },
  'data-unavailable': { status: 503, title: '驗證資料暫時無法使用', next: '請稍後再試；持續發生時請洽專責人員。' },
  overloaded: { status: 503, title: '系統忙碌中', next: '請稍候幾秒再試，資料不會遺失。' },
  'provider-timeout': { status: 504, title: '勞保局逾時未回覆', next: '請稍後再查；本次查詢已留存紀錄。' },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

export type ProblemCode = keyof typeof problemTable;
export const problemCodes = Object.keys(problemTable) as readonly ProblemCode[];

export const refusal = z.strictObject({ clause: z.string(), code: z.string(), message: z.string() });
export type Refusal = z.output<typeof refusal>;

export const problem = z
  .strictObject({
    type: z.string().meta({ description: 'urn:mingcha:problem:<code>' }),
    code: z.enum(problemCodes),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'the next step, in plain words' }),
    reference: z.string().meta({ description: 'finds this occurrence in the log of the program' }),
    clause: z.string().optional(),
    fields: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    refusals: z.array(refusal).optional(),
    receipt: z.string().optional().meta({ description: 'of the record of a refusal or failure' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' });
export type Problem = z.output<typeof problem>;
