// What the reader of a verification is told when an evidence pack doesn't prove its list.
import { EvidenceFault, type EvidenceCode } from '#domain/evidence';
import { WrongEvidence } from './verify-report.ts';

export const evidenceTexts: Readonly<Record<EvidenceCode, string>> = {
  malformed: '格式不符',
  'wrong-digest': '內容不是匯出時的內容',
  'not-recorded': '不是匯出紀錄所載的檔案清單',
  'wrong-commitment': '內容不是紀錄當時所承諾的',
  'wrong-month': '紀錄的月份與其時間不符',
  'wrong-order': '紀錄有缺漏、次序不符，或不屬於這份存證',
  'not-opened': '這筆當月的紀錄未列入清單',
  'not-listed': '這筆較早月份的查詢，在該月月結之後才寫入，不在任何清單上',
  'wrong-row': '這一列與紀錄的內容不符',
  'wrong-closing': '清單與月結紀錄所定的不符，或缺少月結紀錄',
  'wrong-range': '紀錄樹的葉與簽署的根雜湊值不符',
  'wrong-subject': '屬於另一份紀錄或另一個月份',
};

export function wrongAt(place: string, code: EvidenceCode): WrongEvidence {
  return new WrongEvidence(place, code, evidenceTexts[code]);
}

/** undefined: a fault of the program, and no finding. */
export function toWrongEvidence(error: unknown): WrongEvidence | undefined {
  if (error instanceof EvidenceFault) return wrongAt(error.place, error.code);
  return error instanceof WrongEvidence ? error : undefined;
}
