// What a refusal says to the responsible person: what is wrong with the file, and what its sender has to do.
import type { FileCode } from './load/file-refused.ts';

export const fileTexts: Readonly<Record<FileCode, string>> = {
  'manifest-malformed': '清單檔格式不符，請提供機關重新產製。',
  'sender-unknown': '送件單位的金鑰不在信任名單內，請確認送件單位後登錄其公開金鑰。',
  'signature-malformed': '簽章檔格式不符，請提供機關重新簽章。',
  'signature-false': '簽章與清單檔不符，檔案可能遭變更，請提供機關重新產製。',
  'imported-before': '這份檔案已匯入過，不得重複匯入。',
  'period-older': '這份檔案比目前使用中的資料舊，請提供較新的檔案。',
  'as-of-in-future': '資料基準日晚於今天，請提供機關更正清單檔。',
  'too-large': '檔案超過可匯入的大小或筆數。',
  'key-changed': '金鑰庫已更換，請先重新匯入戶籍資料檔，再匯入身分名冊。',
  'file-missing': '加密檔已不存在，請重新上傳。',
  'recipient-wrong': '檔案不是以本平臺的公開金鑰加密，請提供機關以本平臺的收件金鑰重新加密。',
  'ciphertext-damaged': '加密檔不完整或遭變更，請重新傳送。',
  'bytes-differ': '檔案大小與清單檔所載不符。',
  'sha256-differs': '檔案內容與清單檔所載雜湊值不符。',
  'rows-differ': '檔案筆數與清單檔所載不符。',
  'encoding-differs': '檔案編碼與清單檔所載不符。',
  'header-differs': '檔案欄位名稱與清單檔所載不符。',
  'quote-misplaced': '檔案引號位置不正確，不符 CSV 格式。',
  'quote-unclosed': '檔案引號沒有結束，不符 CSV 格式。',
  'record-too-long': '檔案有過長的資料列，不符 CSV 格式。',
  'too-many-bad-rows': '錯誤資料列超過上限，整份檔案不予匯入，請提供機關更正後重送。',
  'loading-failed': '匯入多次中斷，請通知系統管理人員後重新上傳。',
  discarded: '已放棄匯入，檔案已銷毀。',
  abandoned: '檔案上傳後逾 24 小時未匯入，已銷毀。',
};
