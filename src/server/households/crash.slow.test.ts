// Real processes, killed in the middle of an import at each place where something could be left behind: the old snapshot serves on, whoever
// starts next finishes what was begun, and nowhere on disk stands an id, a name or a birth date.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { big5, householdCsv, numbers, packLoosely, personAt } from '../../../test/support/household-office.ts';
import { openSharedOffice, type SharedOffice } from '../../../test/support/shared-office.ts';
import { until } from '../../../test/support/until.ts';
import { dayInTaipei, systemClock } from '#server/platform';
import { readSenderKey } from './sender-keys.ts';

const programme = 'nantou-verification';
const main = join(import.meta.dirname, '../../cli/main.ts');
const today = dayInTaipei(systemClock.now());
const people = 60_000;
const DEMO_PEOPLE = 20_000;

let office: SharedOffice;
let outbox: string;
let recipient: string;
beforeAll(async () => {
  office = await openSharedOffice();
  outbox = await mkdtemp(join(tmpdir(), 'mingcha-outbox-'));
  const loaded = await office.run(['demo']);
  expect([loaded.code, loaded.stderr.slice(-2_000)]).toEqual([0, expect.any(String)]);
  recipient = (await office.run(['household', 'identity'])).stdout.trim();
});
afterAll(async () => {
  await office.close();
  await rm(outbox, { recursive: true });
});

/** Another file each time: the same would be a replay. */
async function sendFile(name: string, more: number): Promise<string> {
  const sender = readSenderKey(await readFile(join(office.dataDirectory, 'demo-household-sender.key'), 'latin1')) ?? expect.unreachable();
  const csv = householdCsv(numbers(0, people + more));
  const { manifest, signature, ciphertext } = await packLoosely({ csv, period: today.slice(0, 7), asOf: today, sender, recipient });
  const stem = join(outbox, name);
  await writeFile(`${stem}.age`, ciphertext);
  await writeFile(`${stem}.manifest.json`, manifest);
  await writeFile(`${stem}.manifest.sig`, signature);
  return stem;
}

function importInProcess(stem: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: office.url, MINGCHA_DATA: office.dataDirectory };
  return spawn(process.execPath, [main, 'household', 'import', stem, '--programme', programme, '--confirm-difference'], { env, stdio: 'ignore' }); // prettier-ignore
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly destroyed: boolean;
  readonly rows_done: string;
}

const newest = async (): Promise<Import | undefined> =>
  (await office.query<Import & Record<string, unknown>>('select id, state, destroyed_at is not null as destroyed, rows_done from household_import order by number desc limit 1'))[0]; // prettier-ignore

async function servingRows(): Promise<number> {
  const [serving] = await office.query<{ rows_number: number }>('select rows_number from household_serving');
  const [counted] = await office.query<{ count: number }>(`select count(*)::int as count from household_rows_${serving?.rows_number}`);
  return counted?.count ?? 0;
}

/** Holds whoever makes this change in the middle of it, for as long as the trigger stands. */
async function holdAt(condition: string): Promise<void> {
  await office.query(
    `create or replace function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$`,
  );
  await office.query(`create trigger hold before update on household_import for each row when (${condition}) execute function hold()`);
}

async function letGo(): Promise<void> {
  await office.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'");
  await office.query('drop trigger hold on household_import');
}

const isHeld = async (): Promise<true | undefined> =>
  (await office.query("select 1 from pg_stat_activity where wait_event = 'PgSleep'")).length > 0 ? true : undefined;

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

const spooled = (id: string): boolean => existsSync(join(office.dataDirectory, 'household', `${id}.age`));

describe('killed', () => {
  const places: [string, string, (found: Import) => void][] = [
    ['before the load commits', "new.state = 'ready' and old.state = 'loading'", ({ id, state }) => expect([state, spooled(id)]).toEqual(['loading', true])], // prettier-ignore
    ['before the raw file is destroyed', 'new.file_sha256 is not null and old.file_sha256 is null', ({ id, state }) => expect([state, spooled(id)]).toEqual(['ready', true])], // prettier-ignore
    ['after it, before its record', 'new.destroyed_at is not null and old.destroyed_at is null', ({ id, state, destroyed }) => expect([state, spooled(id), destroyed]).toEqual(['ready', false, false])], // prettier-ignore
    ['before the switch commits', "new.state = 'serving' and old.state = 'ready'", ({ state, destroyed }) => expect([state, destroyed]).toEqual(['ready', true])], // prettier-ignore
  ];
  let before = DEMO_PEOPLE;
  test.each(places)('%s', async (name, condition, check) => {
    const place = places.findIndex(([each]) => each === name) + 1;
    const stem = await sendFile(`place-${place}`, place);
    await holdAt(condition);
    const child = importInProcess(stem);
    await until('it is held', isHeld);
    await killed(child);
    check((await newest()) ?? expect.unreachable());
    expect(await servingRows()).toBe(before);
    await letGo();
    expect(await servingRows()).toBe(before);

    await goesOn(stem, place === 1);
    before = people + place;
    expect(await servingRows()).toBe(before);
  });

  test('amid the rows, and so often that it is given up', async () => {
    const stem = await sendFile('amid', 100);
    await killedAmid(importInProcess(stem));
    expect(await servingRows()).toBe(before);
    const { id } = (await newest()) ?? expect.unreachable();
    expect(spooled(id)).toBe(true);
    expect(await office.query("select relname from pg_class where relkind = 'r' and relname ~ '^household_rows_'")).toHaveLength(4);
    await office.query('update household_import set attempts = 3 where id = $1', [id]);
    const node = await office.startNode();
    await until('it is given up', async () => ((await newest())?.destroyed ? true : undefined));
    expect(await newest()).toMatchObject({ state: 'failed' });
    expect(spooled(id)).toBe(false);
    expect(await servingRows()).toBe(before);
    await node.stop();
  });
});

/** The next node that starts goes on with it. Where the difference is out of proportion, the confirmation died with its process. */
async function goesOn(stem: string, waits: boolean): Promise<void> {
  const node = await office.startNode();
  try {
    await until('it goes on', async () => {
      const found = await newest();
      return found?.destroyed === true && found.state === (waits ? 'ready' : 'serving');
    });
    const confirmed = waits ? await office.run(['household', 'import', stem, '--programme', programme, '--confirm-difference']) : undefined;
    expect(confirmed?.code ?? 0).toBe(0);
    const found = (await newest()) ?? expect.unreachable();
    expect([found.state, spooled(found.id)]).toEqual(['serving', false]);
    expect(await office.query('select 1 from household_import where destroyed_at is not null and destruction_index is null')).toEqual([]);
  } finally {
    await node.stop();
  }
}

async function killedAmid(child: ChildProcess): Promise<void> {
  await until('rows go by', async () =>
    Number((await newest())?.rows_done) > 0 && (await newest())?.state === 'loading' ? true : undefined,
  );
  await killed(child);
  await until('its connection is gone', async () =>
    (await office.query("select 1 from pg_stat_activity where application_name = 'mingcha household import'")).length === 0
      ? true
      : undefined,
  );
}

test('nothing readable of anybody stands in the database’s files, the data directory or the temporary folder', async () => {
  await office.query('checkpoint');
  const wanted = [0, 1, 777, people - 1].flatMap((at) => {
    const { id, name, birth } = personAt(at);
    const texts = [id, name, `,${birth},`];
    return texts.flatMap((text) => [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      big5(text),
      Buffer.from(Buffer.from(text).toString('hex')),
    ]);
  });
  expect(wanted.filter((each) => Buffer.concat([Buffer.from(householdCsv([0])), big5(householdCsv([0]))]).includes(each))).toHaveLength(6);
  let bytes = 0;
  for (const folder of [office.cluster, office.dataDirectory, ...(await temporaryFolders())])
    for await (const file of filesBelow(folder)) {
      const content = await readFile(file).catch(() => Buffer.alloc(0)); // a file that went meanwhile holds nothing
      bytes += content.length;
      const found = wanted.filter((each) => content.includes(each));
      expect([file, found.map(String)]).toEqual([file, []]);
    }
  expect(bytes).toBeGreaterThan(30_000_000);
});

/** Where Node, PostgreSQL or a package could have put something; the sender's own folder is not ours. */
async function temporaryFolders(): Promise<string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => /^(mingcha-data|age|pg|node)/.test(name)).map((name) => join(tmpdir(), name));
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
