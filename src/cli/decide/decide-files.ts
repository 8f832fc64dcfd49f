// mingcha decide: what a regulation says of each request. One malformed file, and nothing is decided for any.
import { weekendsOnly, type OfficeCalendar } from '#domain/calendar';
import { parseDecideRequest, decide, type Decision } from '#domain/query';
import { regulations } from '#regulations';
import { readOfficeCalendarFile } from '../calendar/read-office-calendar.ts';
import { exitCodes } from '../exit-codes.ts';
import { withInputErrors } from '../input/input-error.ts';
import { readJsonFile } from '../input/read-json-file.ts';
import type { FileResult } from '../print-file-result.ts';
import { malformedText } from './malformed-text.ts';

/** One object for one file, a list in their order for several. Exit code 0: all allowed, 2: one is malformed, 3: one is refused. */
export async function decideFiles(paths: readonly string[], calendarPath?: string): Promise<FileResult> {
  return withInputErrors(async () => {
    const calendar = calendarPath === undefined ? weekendsOnly : await readOfficeCalendarFile(calendarPath);
    const decisions: Decision[] = [];
    for (const path of paths) decisions.push(await decideFile(path, calendar));
    const objects = decisions.map(({ allowed, refusals, fields }) => ({
      allowed,
      refusals: refusals.map((refusal) => ({ ...refusal })),
      fields,
    }));
    return {
      exitCode: decisions.every(({ allowed }) => allowed) ? exitCodes.done : exitCodes.refused,
      output: objects.length === 1 ? (objects[0] ?? null) : objects,
      text: decisions.map((decision, at) => asText(paths[at] ?? '', decision)).join('\n'),
    };
  });
}

async function decideFile(path: string, calendar: OfficeCalendar): Promise<Decision> {
  const file = await readJsonFile(path);
  const parsed = parseDecideRequest(file.value, regulations);
  if (parsed.kind === 'malformed') throw file.errorAt(parsed.place, malformedText(parsed.code));
  return decide(parsed.regulation, parsed.request, calendar);
}

function asText(path: string, { allowed, refusals, fields }: Decision): string {
  if (allowed) return `${path}: allowed, releases ${fields.join(', ')}`;
  return [`${path}: refused`, ...refusals.map(({ clause, code, message }) => `  ${clause} ${code}: ${message}`)].join('\n');
}
