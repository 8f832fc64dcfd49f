// A Zod issue in plain words: which field, what kind of mistake, what to do. Never repeats the value.
import type { FieldProblem } from './problem-error.ts';

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

const messages: Readonly<Record<string, string>> = {
  'too-long': '內容過長，請縮短',
  'control-character': '含有無法使用的字元，請重新輸入',
  blank: '請填寫',
  'not-a-code': '代碼格式不正確',
  'not-a-number': '應為數字',
  'not-a-month': '月份格式應為 2026-10',
  'not-hexadecimal': '應為 32 至 128 個十六進位字元',
  'unknown-key': '不支援的欄位',
  'wrong-type': '資料型態不正確',
  missing: '缺少這個欄位',
  'not-json': '不是正確的 JSON',
  'given-twice': '重複填寫',
  'birth-date-missing': '請填寫',
  'birth-date-malformed': '應為出生日期，例如 1986-01-02 或 75/1/2',
  'birth-date-out-of-range': '年份不正確，請確認是西元或民國年',
  invalid: '內容不正確',
};

/** One field problem per issue; for unknown keys one per key. */
export function fieldProblems(context: string, issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).map((part) => part.slice(0, 64)).join('.') || context; // prettier-ignore
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).slice(0, 10).map((key) => fieldProblem(printable(key), 'unknown-key'));
    return [fieldProblem(path, codeOf(issue))];
  });
}

export function fieldProblem(field: string, code: string): FieldProblem {
  return { field, code, message: messages[code] ?? messages['invalid'] ?? code };
}

function codeOf(issue: Issue): string {
  if (issue.message in messages) return issue.message;
  if (issue.code === 'invalid_type') return issue.message.includes('undefined') ? 'missing' : 'wrong-type';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'blank';
  return 'invalid';
}

/** A key is the sender's own text: shown only as far as it is a plain identifier. */
function printable(key: string): string {
  return /^[\w.-]{1,64}$/.test(key) ? key : '(?)';
}
