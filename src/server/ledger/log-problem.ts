// Why records can't be written, in the operator's words: what happened and what to do about it. The place and the numbers stand in
// `detail`, for the machine's own error output; `advice` may be shown to anyone.
import pg from 'pg';
import { toLogUnavailable } from './database-fault.ts';
import { RolledBack, TamperedRecord, type UnavailableCode } from './faults.ts';

export type LogProblemCode = UnavailableCode | 'rolled-back' | 'tampered';

export interface LogProblem {
  /** Empty: of all logs. */
  readonly programme: string;
  readonly code: LogProblemCode;
  readonly advice: string;
  readonly detail: string;
}

export function problemOf(programme: string, error: unknown): LogProblem {
  const code = codeOf(error);
  // A database's own message may repeat values.
  const shown = error instanceof Error && !(error instanceof pg.DatabaseError) ? error : toLogUnavailable(error);
  return { programme, code, advice: adviceFor[code], detail: shown.message };
}

/** Passes each problem on when it appears, and again only when it was gone meanwhile. */
export function tellingOnce(tell: (problem: LogProblem) => void): (problems: readonly LogProblem[]) => void {
  let told = new Set<string>();
  return (problems) => {
    for (const problem of problems) if (!told.has(keyOf(problem))) tell(problem);
    told = new Set(problems.map(keyOf));
  };
}

export function keyOf({ programme, code }: LogProblem): string {
  return `${programme} ${code}`;
}

function codeOf(error: unknown): LogProblemCode {
  if (error instanceof RolledBack) return 'rolled-back';
  if (error instanceof TamperedRecord) return 'tampered';
  return toLogUnavailable(error).code;
}

const adviceFor: Readonly<Record<LogProblemCode, string>> = {
  'rolled-back':
    '資料庫比已封存的紀錄舊，或已走上另一條路（例如還原了較早的備份），因此停止寫入與查詢，以免同一序號發給兩筆紀錄。' +
    '請勿重設或刪除紀錄檔與金鑰；請改用不早於最後一次封存的備份還原資料庫，或自備援主機補回缺少的紀錄，再重新啟動程式。',
  tampered: '資料庫中已封存的紀錄與封存時不同，因此不再封存。請保留現場，執行「mingcha verify」找出被更動的紀錄，再自備份復原該筆紀錄。',
  overloaded: '等待寫入的紀錄太多。請確認資料庫的速度與磁碟；情況緩和後會自行恢復。',
  'seal-too-old': '紀錄久未封存，已停止寫入。請查看同時列出的其他原因並排除；封存完成後會自行恢復。',
  'witnesses-late':
    '封存點未取得政策檔（MINGCHA_WITNESS_POLICY）要求的見證連署。逾封存時限即停止寫入與查詢；請確認各見證服務正在執行且可以連線，連署到齊後會自行恢復。',
  database: '資料庫沒有回應或回報錯誤。請確認 PostgreSQL 正在執行且可以連線；恢復後會自行繼續。',
  'read-only': '資料庫目前唯讀。請確認連到的是主要主機，而不是備援主機；恢復後會自行繼續。',
  'disk-full': '資料庫的磁碟已滿。請清出空間或擴充磁碟；恢復後會自行繼續。',
  files: '紀錄檔資料夾無法讀寫或已損壞。請確認磁碟空間與權限；若檔案已損壞，將該資料夾移往他處保存，程式會由資料庫重建。',
  keys:
    '金鑰資料夾不在、無法讀取，或不屬於這份紀錄。請還原原來的金鑰資料夾；切勿建立新的金鑰代替。' +
    '若另設簽署程式（MINGCHA_SIGNER），請確認它正在執行。',
  'timestamp-late': '月結封存點尚未取得時戳（MINGCHA_TSA_URL）。不影響查詢與寫入；時戳機構恢復後會自行補上。',
  'unsafe-settings': 'PostgreSQL 的設定可能遺失已確認的紀錄。請將 fsync、full_page_writes、synchronous_commit 設為 on。',
  'no-log': '資料庫中沒有這份紀錄的開頭。請確認連到的是正確的資料庫。',
  closed: '程式正在結束。',
};
