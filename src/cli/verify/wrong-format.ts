// What the reader of a verification is told when a file is not of its format.
import type { LedgerFormatCode, LedgerFormatError } from '#domain/ledger';
import { WrongEvidence } from './verify-report.ts';

/** The codes that the files of a log can raise. */
const texts: Partial<Record<LedgerFormatCode, string>> = {
  'note-too-long': '內容過長',
  'note-malformed': '不是簽署文件的格式(本文、空行、簽章)',
  'note-control-character': '含有不允許的控制字元',
  'signature-malformed': '簽章行的格式不符',
  'too-many-signatures': '簽章過多',
  'key-name-malformed': '金鑰名稱的格式不符',
  'vkey-malformed': '公開金鑰的格式不符',
  'vkey-wrong-id': '金鑰代碼與名稱、金鑰不符',
  'vkey-unknown-type': '不是 Ed25519 公開金鑰',
  'origin-malformed': '紀錄來源為空白',
  'size-malformed': '紀錄筆數的格式不符',
  'root-hash-malformed': '根雜湊值的格式不符',
  'extension-malformed': '延伸資料行的格式不符',
  'bundle-cut': '檔案被截斷，缺少紀錄',
  'bundle-trailing-bytes': '最後一筆紀錄之後還有多餘的內容',
  'proof-malformed': '證明的格式不符',
  'promise-malformed': '收據的格式不符',
  'certificate-malformed': '不是這份紀錄簽署的收據金鑰',
  'tile-length-wrong': '檔案長度不符',
};

export function wrongFormat(place: string, { code }: LedgerFormatError): WrongEvidence {
  return new WrongEvidence(place, code, texts[code] ?? '格式不符');
}
