// The kinds of records in the log, each with the name people read it by: a kind without a name could be written and never shown.

export const recordTypes = {
  intent: '查詢請求',
  outcome: '查詢結果',
  refused: '查詢遭拒',
  'log-read': '調閱紀錄',
  'sign-in': '登入',
  'sign-in-failed': '登入失敗',
  'sign-out': '登出',
  'lock-out': '帳號鎖定',
  'password-change': '變更密碼',
  grant: '權限異動',
  'month-close': '月結',
  'list-print': '列印紀錄單',
  'sample-entropy': '抽樣亂數',
  'sample-draw': '抽樣',
  'audit-mark': '查核註記',
  'audit-result': '查核結果',
  export: '匯出證據',
  'calendar-import': '匯入辦公日曆',
  'provider-reconciliation': '與資料提供機關對帳',
  'key-change': '金鑰異動',
  verification: '資格驗證',
  'client-service': '介接服務異動',
  'address-review': '介接位址清查',
  'household-import': '匯入戶籍資料',
  destruction: '銷毀',
  finding: '異常發現',
} as const satisfies Record<string, string>;

export type RecordType = keyof typeof recordTypes;

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(recordTypes, text);
}
