// The verification service beside what it is measured against (bench/verifications/plain-endpoint.ts), on a real PostgreSQL with fsync on. Each
// server is a process, the callers are another, and they take turns. More people than a million only when asked: MINGCHA_BENCH_PEOPLE.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, ensureDatabase, openPostgres, withDatabase } from '#server/platform';
import { resultOf, type Bench, type BenchResult } from './compare.ts';
import type { Measured } from './verifications/load-generator.ts';
import { linesInBatch, type LoadOrder } from './verifications/load-process.ts';
import { flagsOf, personId } from './verifications/people.ts';
import { plainTables } from './verifications/plain-endpoint.ts';

const CALLERS = 64;
const ROUNDS = 5;
const FEW_PEOPLE = 100_000;
const MANY_PEOPLE = Number(process.env['MINGCHA_BENCH_PEOPLE'] ?? 1_000_000);
/** The log is sealed every second: what one round leaves to seal must not be paid for by the next. */
const REST_MS = 1_500;

const bench: Bench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'mingcha-bench-'));
  const postgres = await openPostgres({ dataDirectory: join(home, 'database'), databaseUrl: undefined });
  const children: ChildProcess[] = [];
  const start = async <Told>(file: string, ...args: string[]): Promise<{ child: ChildProcess; told: Told }> => {
    const child = fork(join(import.meta.dirname, 'verifications', file), args);
    children.push(child);
    const [told] = (await once(child, 'message')) as [Told];
    return { child, told };
  };
  try {
    const plainUrl = withDatabase(postgres.url, 'plain');
    await ensureDatabase(plainUrl);
    await fillPlain(plainUrl);
    const ours = (people: number) => start<{ port: number; keyId: string; secret: string }>('serve.ts', join(home, `data-${people}`), withDatabase(postgres.url, `mingcha_${people}`), String(people)); // prettier-ignore
    const [plain, constant, few] = [await start<{ port: number }>('plain-endpoint.ts', 'plain', plainUrl), await start<{ port: number }>('plain-endpoint.ts', 'constant'), await ours(FEW_PEOPLE)]; // prettier-ignore
    const generator = fork(join(import.meta.dirname, 'verifications/load-process.ts'));
    children.push(generator);
    const run = async (order: Omit<LoadOrder, 'callers' | 'key' | 'people'> & Partial<LoadOrder>): Promise<Measured> => {
      generator.send({ callers: CALLERS, key: few.told, people: FEW_PEOPLE, ...order });
      const [measured] = (await once(generator, 'message')) as [Measured];
      const failed = Object.entries(measured.statuses).filter(([status]) => status !== '200');
      if (failed.length > 0) throw new Error(`${order.kind}: answered ${JSON.stringify(measured.statuses)}`);
      return measured;
    };
    const service = few.told.port;
    const rounds = {
      single: () => run({ kind: 'single', port: service, requests: 12_000 }),
      plain: () => run({ kind: 'plain', port: plain.told.port, requests: 4_000 }),
      constant: () => run({ kind: 'constant', port: constant.told.port, requests: 20_000 }),
      batch: () => run({ kind: 'batch', port: service, requests: 12, callers: 2 }),
      steady: () => run({ kind: 'single', port: service, requests: 3_000, perSecond: 1_000 }),
      steadyPlain: () => run({ kind: 'plain', port: plain.told.port, requests: 3_000, perSecond: 1_000 }),
      known: () => run({ kind: 'single', port: service, requests: 2_000, callers: 1 }),
      strangers: () => run({ kind: 'strangers', port: service, requests: 150, callers: 1 }),
    };
    const measured = await inTurns(rounds);
    const rates = (kind: keyof typeof rounds, times = 1) => measured[kind].map(({ perSecond }) => perSecond * times);
    const p99 = (kind: keyof typeof rounds) => measured[kind].map((one) => one.p99);
    const p50 = (kind: keyof typeof rounds) => measured[kind].map((one) => one.p50);
    const curve = await costByPopulation(run, few, () => ours(MANY_PEOPLE));
    return [
      resultOf('verifications, 64 callers', '/s', rates('single'), rates('plain')),
      resultOf("the same, beside Fastify's constant JSON", '/s', rates('single'), rates('constant')),
      resultOf('p99 of a verification, 1,000/s offered', 'ms', p99('steady'), p99('steadyPlain')),
      resultOf('verifications in batches of 1,000', '/s', rates('batch', linesInBatch), rates('single')),
      resultOf('a stranger beside a "no", one caller: p50', 'ms', p50('strangers'), p50('known')),
      curve,
    ];
  } finally {
    for (const child of children) child.kill();
    await postgres.stop();
    await rm(home, { recursive: true });
  }
};
export default bench;

async function inTurns<Kind extends string>(rounds: Record<Kind, () => Promise<Measured>>): Promise<Record<Kind, Measured[]>> {
  const kinds = Object.keys(rounds) as Kind[];
  const measured = Object.fromEntries(kinds.map((kind) => [kind, [] as Measured[]])) as Record<Kind, Measured[]>;
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const kind of kinds) {
      const one = await rounds[kind]();
      if (round >= 0) measured[kind].push(one); // the first is the warm-up
      await sleep(REST_MS);
    }
  }
  return measured;
}

async function fillPlain(url: string): Promise<void> {
  const pool = createPool(url);
  await pool.query(plainTables);
  for (let from = 0; from < FEW_PEOPLE; from += 20_000) {
    const places = Array.from({ length: 20_000 }, (_, place) => from + place);
    await pool.query('insert into plain_person select * from unnest($1::text[], $2::smallint[])', [
      places.map(personId),
      places.map(flagsOf),
    ]);
  }
  await pool.query('vacuum analyze plain_person');
  await pool.end();
}

type Running = { readonly child: ChildProcess; readonly told: { readonly port: number; readonly keyId: string; readonly secret: string } };

/** What a verification costs with so many people more: a hundred thousand are the baseline. */
async function costByPopulation(
  run: (order: Omit<LoadOrder, 'callers'> & Partial<LoadOrder>) => Promise<Measured>,
  few: Running,
  startMany: () => Promise<Running>,
): Promise<BenchResult> {
  const many = await startMany();
  const costs = async ({ told }: Running, people: number): Promise<number> =>
    1_000 / (await run({ kind: 'single', port: told.port, key: told, people, requests: 10_000 })).perSecond;
  const [large, small]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const pair = [await costs(many, MANY_PEOPLE), await costs(few, FEW_PEOPLE)] as const;
    if (round < 0) continue;
    large.push(pair[0]);
    small.push(pair[1]);
    await sleep(REST_MS);
  }
  return resultOf(`cost of one with ${MANY_PEOPLE.toLocaleString('en')} people beside 100,000`, 'ms', large, small);
}
