// The commands as scripts use them: what goes to standard output, what to standard error, and the exit codes.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences2026, officeCalendarCsv } from '../support/office-calendars.ts';
import { createDataDirectory, runCommand, startProgram } from '../support/run-program.ts';

const root = join(import.meta.dirname, '../..');
let data: Awaited<ReturnType<typeof createDataDirectory>>;
beforeAll(async () => {
  data = await createDataDirectory();
});
afterAll(() => data.remove());

const commands = [
  'start',
  'migrate',
  'demo',
  'demo accounts',
  'demo clients',
  'demo queries',
  'verify',
  'list',
  'export evidence',
  'sample',
  'decide',
  'calendar',
  'duties',
  'regulations',
  'replay',
];

test.each(commands)('%s --help', async (command) => {
  const { code, stdout } = await runCommand(data.path, [...command.split(' '), '--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: mingcha ${command} `));
});

test.each([
  ['an unknown command', ['explode']],
  ['an unknown option', ['verify', '--colour']],
  ['a missing argument', ['decide']],
  ['a folder that is no log', ['verify', '/']],
  ['no such file', ['decide', '/nowhere.json', '--json']],
  ['a month that is none', ['list', '--month', '2026-13', '--out', 'x.pdf']],
  ['a file of another kind', ['list', '--month', '2026-10', '--out', 'x.doc']],
  ['duties of no regulation', ['duties', '--regulation', 'nowhere', '--from', '2026-01-01', '--to', '2026-12-31', '--json']],
  ['a regulation that is not there', ['regulations', 'nowhere', '--json']],
  ['duties without an end', ['duties', '--regulation', 'nantou-webir', '--from', '2026-01-01', '--json']],
  ['a calendar that is none', ['calendar', 'package.json']],
  ['a dry run of nothing', ['calendar', '--dry-run']],
  ['a month that is none, to replay', ['replay', '--regulation', 'nantou-webir', '--month', '2026-13']],
  ['a regulation that is nowhere, to replay', ['replay', '--regulation', '/nowhere.json', '--month', '2026-10']],
  ['no demonstration', ['demo', 'accounts']],
  ['no demonstration’s client services', ['demo', 'clients']],
  ['a number that is none', ['demo', 'queries', 'many', '--url', 'http://127.0.0.1:1']],
])('%s is exit 2 with a word on standard error alone', async (_name, args) => {
  const { code, stdout, stderr } = await runCommand(data.path, args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.length).toBeGreaterThan(10);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a setting that is wrong is named', async () => {
  const { code, stderr } = await runCommand(data.path, ['start'], { PORT: 'eighty' });
  expect([code, stderr]).toEqual([2, 'mingcha: PORT must be a whole number from 0 to 65535\n']);
});

describe('decide', () => {
  const request = {
    regulation: 'nantou-webir',
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
      grant: {
        role: 'user',
        from: '2026-01-01',
        until: null,
        revokedOn: null,
        purposes: ['social-assistance'],
        operations: ['insured-history'],
      },
    },
    query: {
      operation: 'insured-history',
      purpose: 'social-assistance',
      fields: ['insured-unit', 'insured-from'],
      caseNumber: '社助-115-000123',
      reason: '低收入戶資格審查',
      subject: 'A123456789',
    },
  };
  const write = async (name: string, value: unknown) => {
    const path = join(data.path, name);
    await writeFile(path, JSON.stringify(value));
    return path;
  };

  test('allowed is 0, refused is 3, malformed is 2 and prints nothing', async () => {
    const good = await write('good.json', request);
    const refused = await write('refused.json', { ...request, query: { ...request.query, caseNumber: ' ' } });
    const malformed = await write('malformed.json', { ...request, colour: 'red' });
    const allowed = await runCommand(data.path, ['decide', good, '--json']);
    expect([allowed.code, JSON.parse(allowed.stdout)]).toEqual([
      0,
      { allowed: true, refusals: [], fields: ['insured-unit', 'insured-from'] },
    ]);
    const both = await runCommand(data.path, ['decide', good, refused, '--json']);
    expect([both.code, JSON.parse(both.stdout)[1].refusals[0].clause]).toEqual([3, 'NW-4.1.1']);
    const none = await runCommand(data.path, ['decide', good, malformed, '--json']);
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('malformed.json');
  });
});

test('duties prints one JSON array and nothing else', async () => {
  const span = ['--from', '2026-02-28', '--to', '2026-02-28'];
  const { code, stdout, stderr } = await runCommand(data.path, ['duties', '--regulation', 'nantou-webir', ...span, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual([
    { clause: 'NW-5.2', code: 'monthly-query-list', period: '2026-01', opensOn: '2026-02-01', dueOn: '2026-02-28' },
    { clause: 'NW-4.3.1', code: 'monthly-deletion', period: '2026-02', opensOn: '2026-02-01', dueOn: '2026-02-28' },
  ]);
});

test('demonstration data is not loaded over anything', async () => {
  const program = await startProgram(data.path);
  expect(await program.stop()).toBe(0);
  const again = await runCommand(data.path, ['demo']);
  expect(again.code).toBe(2);
  const accounts = await runCommand(data.path, ['demo', 'accounts', '--json']);
  expect(Map.groupBy(JSON.parse(accounts.stdout) as { programme: string }[], ({ programme }) => programme)).toEqual(
    new Map([
      ['nantou-webir', expect.objectContaining({ length: 11 })],
      ['nantou-verification', expect.objectContaining({ length: 5 })],
    ]),
  );
  const clients = await runCommand(data.path, ['demo', 'clients', '--json']);
  expect(JSON.parse(clients.stdout)).toEqual([
    {
      service: expect.stringMatching(/^cs-/),
      keyId: expect.stringMatching(/^ck_/),
      secret: expect.stringMatching(/^mck_/),
      programme: 'nantou-verification',
      addresses: ['127.0.0.1', '::1'],
    },
  ]);
});

test('an office calendar is read, imported and listed', async () => {
  const file = join(data.path, 'calendar.csv');
  await writeFile(file, officeCalendarCsv(2026, differences2026));
  const differences = { holidays: differences2026.holidays, makeUpWorkingDays: [] };
  const stored = async () => JSON.parse((await runCommand(data.path, ['calendar', '--json'])).stdout);
  const dryRun = await runCommand(data.path, ['calendar', file, '--dry-run', '--json']);
  expect([dryRun.code, JSON.parse(dryRun.stdout)]).toEqual([0, { years: [2026], ...differences, imported: false }]);
  expect(await stored()).toEqual({ imports: [], holidays: [], makeUpWorkingDays: [] });
  const imported = await runCommand(data.path, ['calendar', file, '--json']);
  expect([imported.code, JSON.parse(imported.stdout)]).toEqual([0, { years: [2026], ...differences, imported: true }]);
  expect(await stored()).toMatchObject({ imports: [{ year: 2026 }], ...differences });
});

test('replay judges the recorded month again by a changed regulation', async () => {
  const months = JSON.parse((await runCommand(data.path, ['list', '--json'])).stdout) as { month: string; rows: number }[];
  const { month, rows } = months.find((each) => each.rows > 0) ?? expect.unreachable();
  const same = await runCommand(data.path, ['replay', '--regulation', 'nantou-webir', '--month', month, '--json']);
  expect([same.code, JSON.parse(same.stdout)]).toEqual([0, expect.objectContaining({ queries: rows, same: rows, differences: [] })]);
  const regulation = JSON.parse((await runCommand(data.path, ['regulations', 'nantou-webir', '--json'])).stdout);
  const file = join(data.path, 'changed.json');
  await writeFile(file, JSON.stringify({ ...regulation, issuedOn: '2099-01-01' }));
  const changed = await runCommand(data.path, ['replay', '--regulation', file, '--month', month, '--json']);
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.stdout).differences[0]).toMatchObject({ now: { refusals: [{ clause: 'NW-0', code: 'not-in-force' }] } });
});

test('a second program on the same data directory is refused, and the first goes on', async () => {
  const program = await startProgram(data.path);
  const second = await runCommand(data.path, ['start'], { PORT: '0' });
  expect([second.code, second.stderr]).toEqual([2, expect.stringContaining('another mingcha is running')]);
  expect((await fetch(new URL('/readyz', program.url))).status).toBe(200);
  const queries = await runCommand(data.path, ['demo', 'queries', '12', '--url', program.url, '--json']);
  const { answered, refused, failed } = JSON.parse(queries.stdout);
  expect([answered + refused, failed]).toEqual([12, 0]);
  expect(await program.stop()).toBe(0);
});

test('the launcher runs under the Node that is installed, and hands on arguments and exit code', async () => {
  const launcher = join(root, 'bin/mingcha.mjs');
  const { stdout } = await promisify(execFile)(launcher, ['--version']);
  expect(stdout).toBe('0.1.0\n');
  await expect(promisify(execFile)(launcher, ['verify', '/'])).rejects.toMatchObject({ code: 2 });
});

test('npm start, the README’s first command: ready within a minute; SIGTERM to npm alone ends everything', async () => {
  const own = await createDataDirectory();
  await mkdir(own.path, { recursive: true });
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', MINGCHA_DATA: own.path, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  const ready = new Promise<void>((resolve) =>
    npm.stdout.on('data', (chunk: Buffer) => /^mingcha ready http/m.test((stdout += chunk.toString())) && resolve()),
  );
  await ready;
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^mingcha ready http:\/\/127[.]0[.]0[.]1:\d+$/);
  const url = stdout.trimEnd().split(' ').at(-1) ?? '';
  const exited = once(npm, 'exit');
  const started = performance.now();
  npm.kill('SIGTERM');
  await exited;
  await expect
    .poll(
      () =>
        fetch(new URL('/healthz', url)).then(
          (answer) => answer.status,
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone');
  expect(performance.now() - started).toBeLessThan(10_000);
  // Its PostgreSQL is gone too: the directory can be opened at once.
  expect((await runCommand(own.path, ['migrate'])).code).toBe(0);
  await own.remove();
});
