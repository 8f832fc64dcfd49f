// An input file that can't be used: the place that is wrong, and why. Never the value, which may be personal data.
import { exitCodes } from '../exit-codes.ts';
import type { FileResult } from '../print-file-result.ts';

export interface InputPlace {
  /** A path, or the option itself. */
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
}

export class InputError extends Error {
  override readonly name = 'InputError';
  readonly place: InputPlace;

  constructor(place: InputPlace, message: string) {
    super(message);
    this.place = place;
  }
}

/** Runs a command over files; a wrong input is its result, anything else stays a fault. */
export async function withInputErrors(run: () => Promise<FileResult>): Promise<FileResult> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { exitCode: exitCodes.wrongCall, error: { ...error.place, message: error.message } };
  }
}
