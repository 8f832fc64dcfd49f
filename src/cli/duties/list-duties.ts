// mingcha duties: what falls due under a regulation, by the calendar alone.
import { dutiesBetween, type Duty } from '#domain/duties';
import { calendarDayAt, dayCountOf, formatRocDate, parseIsoDate, type IsoDate } from '#domain/kernel';
import type { Regulation } from '#domain/regulations';
import { findRegulation } from '#regulations';
import { exitCodes } from '../exit-codes.ts';
import { InputError, withInputErrors } from '../input/input-error.ts';
import type { FileResult } from '../print-file-result.ts';

/** As given on the command line. */
export interface DutiesCall {
  readonly regulation: string;
  readonly from: string;
  readonly to: string;
}

/** Exit code 0: done, 2: the call is wrong. */
export async function listDuties(call: DutiesCall): Promise<FileResult> {
  return withInputErrors(async () => {
    const regulation = findRegulation(call.regulation);
    if (!regulation) throw new InputError({ file: '--regulation' }, 'there is no such regulation');
    const [from, to] = [readDay('--from', call.from), readDay('--to', call.to)];
    if (from > to) throw new InputError({ file: '--from' }, 'must not be after --to');
    const duties = dutiesBetween(regulation, from, to);
    return { exitCode: exitCodes.done, output: duties, text: asText(regulation, duties) };
  });
}

function readDay(option: string, given: string): IsoDate {
  const day = parseIsoDate(given);
  if (day === undefined) throw new InputError({ file: option }, 'must be a day of the form 2026-01-31');
  return day;
}

/** The name stands last: Chinese characters are two columns wide, which no padding knows. */
function asText({ duties: rules, title }: Regulation, duties: readonly Duty[]): string {
  if (duties.length === 0) return `${title}\nnothing falls due`;
  const rows = duties.map(({ clause, code, period, opensOn, dueOn }) => {
    const name = rules.find((rule) => rule.code === code && rule.clause === clause)?.name ?? code;
    return [rocDate(dueOn), rocDate(opensOn), period, clause, name];
  });
  const table = [['due', 'opens', 'period', 'clause', 'duty'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => table.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0));
  return [title, ...table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))].join('\n');
}

function rocDate(date: IsoDate): string {
  return formatRocDate(calendarDayAt(dayCountOf(date)));
}
