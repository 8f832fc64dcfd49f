// How the commands that judge files end: JSON or text on standard output, or the place that is wrong on standard error.
import type { JsonValue } from '#domain/kernel';
import { printJson, printText, say } from './print.ts';

export interface FileResult {
  readonly exitCode: number;
  readonly output?: JsonValue;
  readonly text?: string;
  readonly error?: { readonly file: string; readonly line?: number; readonly field?: string; readonly message: string };
}

export function printFileResult(result: FileResult, json: boolean): void {
  process.exitCode = result.exitCode;
  if (result.error) {
    const { file, line, field, message } = result.error;
    say(`mingcha: ${[file, line !== undefined && `line ${line}`, field].filter(Boolean).join(', ')}: ${message}`);
    return;
  }
  if (json || result.text === undefined) printJson(result.output ?? null);
  else printText(result.text);
}
