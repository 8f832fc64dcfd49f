// The program is killed in the middle of its work, then started again: every answer that left stands in the log exactly
// once; what was changed afterwards is found and named; and its own log never held anything personal.
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseName, dropDatabase, joinPostgres, openPostgres, withDatabase } from '#server/platform';
import { demoAccountsOf, queryOver, signInOver, type Acknowledged } from '../support/program-client.ts';
import { createDataDirectory, runCommand, startProgram } from '../support/run-program.ts';

const CONCURRENT = 200;
const SUBJECT = 'A123456789';
let data: Awaited<ReturnType<typeof createDataDirectory>>;
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  data = await createDataDirectory();
});
afterAll(() => data.remove());

/** Work on the program's database while it is not running. */
async function withProgramDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const postgres = await joinPostgres({ dataDirectory: data.path, databaseUrl: undefined });
  const client = new pg.Client({ connectionString: withDatabase(postgres.url, 'mingcha') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await postgres.stop();
  }
}

const verify = () => runCommand(data.path, ['verify', '--json']);

test(`killed amid ${CONCURRENT} concurrent queries, three times over: acknowledged ⊆ recorded`, async () => {
  let errors = '';
  for (let round = 0; round < 3; round += 1) {
    const program = await startProgram(data.path, { MINGCHA_LOG_LEVEL: 'info' });
    const accounts = (await demoAccountsOf(data.path)).filter(({ login }) => ['user1', 'user2'].includes(login));
    const sessions = await Promise.all(accounts.map((account) => signInOver(program.url, account)));
    let answered = 0;
    const queries = Array.from({ length: CONCURRENT }, async (_, at) => {
      const session = sessions[at % sessions.length];
      const answer = session && (await queryOver(program.url, session, SUBJECT));
      if (!answer) return;
      acknowledged.push(answer);
      answered += 1;
      if (answered === 20 + round * 40) await program.kill();
    });
    await Promise.all(queries);
    errors += program.errors();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(errors).toContain('answered');
  expect(errors).not.toMatch(/[A-Z][1289]\d{8}|社助-|低收入戶/);

  const program = await startProgram(data.path);
  expect(await program.stop()).toBe(0);
  await withProgramDatabase(async (client) => {
    for (const { id, index } of acknowledged) {
      const { rows } = await client.query(
        'select i.index as intent, o.index as outcome from record i join record o on o.intent_index = i.index where i.record_id = $1',
        [id],
      );
      expect(rows).toEqual([{ intent: expect.any(String), outcome: String(index) }]);
    }
    const { rows } = await client.query('select count(*)::int as count, max(index)::int as newest from record where programme_id = $1', [
      'nantou-webir',
    ]);
    expect(rows[0].count).toBe(rows[0].newest + 1);
  });
  const { code, stdout } = await verify();
  expect(JSON.parse(stdout)).toMatchObject({ intact: true });
  expect(code).toBe(0);
});

test('a byte changed in a tile or an entry is found and named', async () => {
  const log = join(data.path, 'logs/nantou-webir');
  const hashTile = (await readdir(join(log, 'tile/0'))).find((name) => /^\d{3}$/.test(name)) ?? '';
  for (const [file, place] of [
    [`tile/0/${hashTile}`, /tile\/0\/|tile\/entries\//],
    [`tile/entries/000`, /tile\/entries\/000/],
  ] as const) {
    const path = join(log, file);
    const bytes = await readFile(path);
    await writeFile(path, bytes.with(100, (bytes[100] ?? 0) ^ 1));
    const { code, stdout } = await verify();
    expect([file, code]).toEqual([file, 1]);
    const { logs } = JSON.parse(stdout) as { logs: { log: string; firstWrong: { place: string } }[] };
    expect(logs.find((found) => found.log === 'nantou-webir')?.firstWrong.place).toMatch(place);
    await writeFile(path, bytes);
  }
  expect((await verify()).code).toBe(0);
});

test('a checkpoint changed, cut or gone is found and named, and so is a log that is gone', async () => {
  const path = join(data.path, 'logs/nantou-webir/checkpoint');
  const whole = await readFile(path, 'utf8');
  for (const content of [whole.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) - 1}\n`), whole.slice(0, -9), '']) {
    await writeFile(path, content);
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      intact: false,
      logs: [{ intact: true }, { log: 'nantou-webir', firstWrong: { place: 'checkpoint' } }],
      records: [{ intact: true }, { programme: 'nantou-webir', intact: false }],
    });
  }
  await rm(path);
  // Where no log is left there is nothing to verify.
  const [platform, away] = [join(data.path, 'logs/nantou-verification'), join(data.path, 'away')];
  await rename(platform, away);
  expect(await verify()).toMatchObject({ code: 2, stdout: '' });
  await rename(away, platform);
  for (const hide of [async () => {}, () => rename(join(data.path, 'logs/nantou-webir'), join(data.path, 'hidden'))]) {
    await hide();
    const { code, stdout } = await verify();
    const found = JSON.parse(stdout) as { intact: boolean; logs: { log: string }[] };
    expect([code, found.intact]).toEqual([1, false]);
    const lost = found.logs.find(({ log }) => log === 'nantou-webir');
    expect(lost).toMatchObject({ intact: false, firstWrong: { place: 'checkpoint', code: 'missing' } });
  }
  await rename(join(data.path, 'hidden'), join(data.path, 'logs/nantou-webir'));
  await writeFile(path, whole);
  expect((await verify()).code).toBe(0);
});

test.each(['contents', 'contents_key', 'leaf'])('a byte changed in the stored %s of a record is found and named', async (column) => {
  const flip = `update record set ${column} = set_byte(${column}, 20, get_byte(${column}, 20) # 1) where programme_id = 'nantou-webir' and index = 7`;
  await withProgramDatabase((client) => client.query(flip));
  const { code, stdout } = await verify();
  expect(code).toBe(1);
  const { records } = JSON.parse(stdout) as { records: { programme: string; firstWrong: { place: string } }[] };
  expect(records.find((found) => found.programme === 'nantou-webir')?.firstWrong.place).toMatch(/\b7\b/);
  await withProgramDatabase((client) => client.query(flip));
  expect((await verify()).code).toBe(0);
});

test('on another PostgreSQL (DATABASE_URL) the program starts, answers, stops and starts again', async () => {
  const [other, server] = [await createDataDirectory(), await createDataDirectory()];
  const postgres = await openPostgres({ dataDirectory: server.path, databaseUrl: process.env['DATABASE_URL'] || undefined });
  const url = withDatabase(postgres.url, `mingcha_e2e_${process.pid}`);
  for (let start = 0; start < 2; start += 1) {
    const program = await startProgram(other.path, { DATABASE_URL: url });
    const account = (await demoAccountsOf(other.path)).find(({ login }) => login === 'user1');
    expect(account && (await queryOver(program.url, await signInOver(program.url, account), SUBJECT))).toBeDefined();
    expect(await program.stop()).toBe(0);
  }
  expect((await runCommand(other.path, ['verify', '--json'], { DATABASE_URL: url })).code).toBe(0);
  for (const database of [url, `${url}_provider`]) await dropDatabase(database, databaseName(postgres.url));
  await postgres.stop();
  await Promise.all([other.remove(), server.remove()]);
});
