// An import that its responsible person does not want after all: before it was started, or because the difference is not what it should be.
import { findImport } from './import-row.ts';
import { refusalOf } from './load/file-refused.ts';
import { withProgrammeLock } from './programme-lock.ts';
import { advance, refuse, type Run, type RunResult } from './run-import.ts';

export async function discardImport(run: Run, id: string): Promise<RunResult> {
  const { parts, programme } = run;
  const locked = await withProgrammeLock(parts.url, programme.id, async (): Promise<RunResult> => {
    const row = await findImport(parts.database, programme.id, id);
    if (!row) return { kind: 'not-found' };
    if (!['waiting', 'dry-run', 'ready'].includes(row.state)) return { kind: row.state };
    await refuse(run, row, 'failed', refusalOf('discarded'));
    return { kind: await advance(run, { ...row, state: 'failed' }) };
  });
  return locked?.done ?? { kind: 'busy' };
}
