import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeCalendarCsv } from '../../../test/support/office-calendars.ts';
import type { Regulation } from '#domain/regulations';
import { regulations } from '#regulations';
import type { FileResult } from '../print-file-result.ts';
import { decideFiles } from './decide-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-decide-'));
});
afterAll(() => rm(folder, { recursive: true }));

let written = 0;
async function fileOf(content: string | Uint8Array): Promise<string> {
  written += 1;
  const path = join(folder, `request-${written}.json`);
  await writeFile(path, content);
  return path;
}

/** A request that any regulation allows which is in force and lets persons query. */
const isOpenToUsers = ({ ceasedOn, roles }: Regulation) => ceasedOn === null && roles.some(({ role }) => role === 'user');
const regulation = regulations.find(isOpenToUsers) ?? expect.unreachable();
const [operation = expect.unreachable()] = regulation.operations;
const [purpose = expect.unreachable()] = regulation.purposes;
const grant = {
  role: 'user',
  from: '2026-01-01',
  until: null,
  revokedOn: null,
  purposes: [purpose.code],
  operations: [operation.code],
};
const request = {
  regulation: regulation.id,
  at: '2026-03-02T10:15:00+08:00',
  actor: {
    account: 'u-1001',
    person: 'p-1',
    kind: 'person',
    employment: 'active',
    vendor: false,
    location: 'office',
    address: '10.20.30.40',
    passwordChangedOn: '2026-01-15',
    citizenCertificate: true,
    grant,
  },
  query: {
    operation: operation.code,
    purpose: purpose.code,
    fields: [operation.fields[0]?.code],
    caseNumber: '社助-115-000123',
    reason: '低收入戶資格審查',
    subject: 'A123456789',
  },
};
const refusedRequest = { ...request, actor: { ...request.actor, grant: null } };
const text = (value: unknown) => JSON.stringify(value, undefined, 2);

async function decideAll(...contents: readonly (string | Uint8Array)[]): Promise<FileResult> {
  return decideFiles(await Promise.all(contents.map(fileOf)));
}

describe('what is decided', () => {
  const allowed = { allowed: true, refusals: [], fields: request.query.fields };
  const refused = {
    allowed: false,
    refusals: [{ clause: regulation.refusals['grant-missing'], code: 'grant-missing', message: expect.stringContaining('權限') }],
    fields: [],
  };

  test('one file is one object', async () => {
    expect(await decideAll(text(request))).toMatchObject({ exitCode: 0, output: allowed });
    expect(await decideAll(text(refusedRequest))).toMatchObject({ exitCode: 3, output: refused });
  });

  test('several are a list in their order, refused if one is', async () => {
    expect(await decideAll(text(request), text(refusedRequest), text(request))).toMatchObject({
      exitCode: 3,
      output: [allowed, refused, allowed],
    });
    expect(await decideAll(text(request), text(request))).toMatchObject({ exitCode: 0, output: [allowed, allowed] });
  });

  test('a byte-order mark is fine', async () => {
    expect(await decideAll(`\ufeff${text(request)}`)).toMatchObject({ exitCode: 0 });
  });

  test('as text, each refusal has its file, clause and code', async () => {
    const result = await decideAll(text(refusedRequest));
    expect(result.text).toContain(`${regulation.refusals['grant-missing']} grant-missing: `);
    expect(result.text).toMatch(/^\/.*\.json: refused\n/);
  });
});

describe('what is malformed', () => {
  test('is named by file, line and field, and nothing is decided for the others', async () => {
    const files = await Promise.all([text(request), text({ ...request, at: '2026-03-02T10:15:00' })].map(fileOf));
    expect(await decideFiles(files)).toEqual({
      exitCode: 2,
      error: { file: files[1], line: 3, field: 'at', message: expect.stringContaining('offset') },
    });
  });

  test.each([
    ['a key given twice', '{"regulation": "x",\n "regulation": "x"}', 2],
    ['no JSON', 'regulation: x', 1],
    ['text after the value', `${JSON.stringify(request)}\n{}`, 2],
    ['nothing', '', 1],
  ])('%s', async (_, content, line) => {
    expect(await decideAll(content)).toMatchObject({ exitCode: 2, error: { line } });
  });

  test('a list of requests in one file', async () => {
    expect(await decideAll(text([request]))).toMatchObject({ exitCode: 2, error: { line: 1 } });
  });

  test('an encoding that nobody knows', async () => {
    expect(await decideAll(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toMatchObject({ exitCode: 2 });
  });

  test('a file that is not there', async () => {
    const file = join(folder, 'none.json');
    expect(await decideFiles([file])).toMatchObject({ exitCode: 2, error: { file } });
  });

  test('the message never repeats the value', async () => {
    const secret = 'A123456789';
    const result = await decideAll(text({ ...request, query: { ...request.query, caseNumber: [secret], subject: secret } }));
    expect(result).toMatchObject({ exitCode: 2, error: { field: 'query.caseNumber' } });
    expect(JSON.stringify(result.error)).not.toContain(secret);
  });

  test('a key with control characters is shown without them', async () => {
    expect(await decideAll(text({ ...request, '\u001b[2J': 1 }))).toMatchObject({ exitCode: 2, error: { field: '?[2J' } });
  });
});

describe('the office calendar', () => {
  // 2020-01-23, a Thursday, was a day off, and 2020-02-15, a Saturday, made up for it (the Executive Yuan's letter of 108-05-01).
  const calendar2020 = officeCalendarCsv(2020, { holidays: ['2020-01-23'], makeUpWorkingDays: ['2020-02-15'] });
  const under = regulations.find(({ settings }) => settings.officeHours !== null) ?? expect.unreachable();
  const [underOperation = expect.unreachable(), underPurpose = expect.unreachable()] = [under.operations[0], under.purposes[0]];
  const on = (day: string) => ({
    ...request,
    regulation: under.id,
    at: `${day}T10:15:00+08:00`,
    actor: {
      ...request.actor,
      passwordChangedOn: '2020-01-15',
      grant: { ...grant, from: '2020-01-01', purposes: [underPurpose.code], operations: [underOperation.code] },
    },
    query: { ...request.query, operation: underOperation.code, purpose: underPurpose.code, fields: [underPurpose.needs[0]] },
  });

  test.each([
    ['2020-01-22', 0, 0],
    ['2020-01-23', 0, 3],
    ['2020-02-15', 3, 0],
    ['2020-02-16', 3, 3],
  ])('%s', async (day, without, withCalendar) => {
    const file = await fileOf(JSON.stringify(on(day)));
    expect(await decideFiles([file])).toMatchObject({ exitCode: without });
    expect(await decideFiles([file], await fileOf(calendar2020))).toMatchObject({ exitCode: withCalendar });
  });

  test('one that is not whole: nothing is decided', async () => {
    const calendar = await fileOf(calendar2020.replace('20200131,五,0,\r\n', ''));
    expect(await decideFiles([await fileOf(JSON.stringify(request))], calendar)).toMatchObject({ exitCode: 2, error: { file: calendar } });
  });
});
