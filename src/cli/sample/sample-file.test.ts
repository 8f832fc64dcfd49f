import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regulations } from '#regulations';
import { sampleFile, type SampleCall } from './sample-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-sample-'));
});
afterAll(() => rm(folder, { recursive: true }));

let written = 0;
async function fileOf(content: string | Uint8Array): Promise<string> {
  written += 1;
  const path = join(folder, `file-${written}`);
  await writeFile(path, content);
  return path;
}

const sampling = regulations.find((each) => each.sampling !== null) ?? expect.unreachable();
const seed = '000102030405060708090a0b0c0d0e0f';
const listOf = (count: number) => ['id,person', ...Array.from({ length: count }, (_, at) => `r-${at + 1},p-${at % 4}`)].join('\n');

async function sample(list: string | Uint8Array, call: Partial<SampleCall> = {}) {
  return sampleFile({ regulation: sampling.id, list: await fileOf(list), seed, ...call });
}

describe('the draw', () => {
  test('is what the seed and the ids say', async () => {
    // Worked out with another implementation: the ten smallest HMAC-SHA-256(seed, id).
    const sampled = ['r-11', 'r-15', 'r-16', 'r-18', 'r-20', 'r-3', 'r-5', 'r-6', 'r-7', 'r-8'];
    expect(await sample(listOf(20))).toMatchObject({
      exitCode: 0,
      output: { population: 20, required: 10, sampled, assignments: [], unassigned: [] },
    });
  });

  test('a seed is the same in either case of letters', async () => {
    expect(await sample(listOf(20), { seed: seed.toUpperCase() })).toEqual(await sample(listOf(20)));
    expect(await sample(listOf(20), { seed: 'ab'.repeat(16) })).not.toEqual(await sample(listOf(20)));
  });

  test.each([
    ['a byte-order mark', `\ufeff${listOf(20)}`],
    ['Windows line ends', listOf(20).replaceAll('\n', '\r\n')],
    ['line ends of both kinds', listOf(20).replace('\n', '\r\n')],
    ['an empty line at the end', `${listOf(20)}\n\n`],
    ['quotes', listOf(20).replaceAll(/[^,\n]+/g, '"$&"')],
    ['other columns beside', listOf(20).replaceAll(/^(.*),(.*)$/gm, 'note,$2,more,$1')],
    ['another order of rows', [...listOf(20).split('\n').slice(0, 1), ...listOf(20).split('\n').slice(1).toReversed()].join('\n')],
  ])('%s changes nothing', async (_, list) => {
    expect(await sample(list)).toEqual(await sample(listOf(20)));
  });

  test('ids in Big5 are the same as in UTF-8', async () => {
    const utf8 = 'id,person\n\u8a31-1,p-1\n';
    expect(await sample(Uint8Array.from([...Buffer.from('id,person\n'), 0xb3, 0x5c, ...Buffer.from('-1,p-1\n')]))).toEqual(
      await sample(utf8),
    );
    expect(await sample(utf8)).toMatchObject({ exitCode: 0, output: { population: 1, required: 1, sampled: ['\u8a31-1'] } });
  });

  test('more may be asked for, and required stays the number of the regulation', async () => {
    const { output } = await sample(listOf(20), { draw: '15' });
    const least = await sample(listOf(20));
    expect(output).toMatchObject({ population: 20, required: 10 });
    const sampled = new Set((output as { sampled: string[] }).sampled);
    expect(sampled.size).toBe(15);
    for (const id of (least.output as { sampled: string[] }).sampled) expect(sampled).toContain(id);
  });

  test('a list without rows', async () => {
    expect(await sample('id,person\n')).toMatchObject({ exitCode: 0, output: { population: 0, required: 0, sampled: [] } });
  });
});

describe('the assignment', () => {
  test('gives every sampled row to somebody', async () => {
    const auditors = await fileOf('\ufeff[{"id":"a-1","person":"p-0"},{"id":"a-2","person":"p-9"}]');
    const { exitCode, output } = await sample(listOf(20), { auditors });
    const { sampled, assignments, unassigned } = output as {
      sampled: string[];
      assignments: { person: string; auditor: string; ids: string[] }[];
      unassigned: object[];
    };
    expect([exitCode, unassigned]).toEqual([0, []]);
    expect(assignments.flatMap(({ ids }) => ids).toSorted()).toEqual(sampled.toSorted());
    expect(assignments.find(({ person }) => person === 'p-0')?.auditor).toBe('a-2');
  });

  test('exit code 1 where somebody is left', async () => {
    const auditors = await fileOf('[{"id":"a-1","person":"p-1"}]');
    expect(await sample('id,person\nr-1,p-1\nr-2,p-2\n', { auditors })).toMatchObject({
      exitCode: 1,
      output: {
        assignments: [{ person: 'p-2', auditor: 'a-1', ids: ['r-2'] }],
        unassigned: [{ person: 'p-1', reason: expect.stringContaining('不得查核自己') }],
      },
    });
  });

  test('without auditors in the list everybody is left', async () => {
    expect(await sample('id,person\nr-1,p-1\n', { auditors: await fileOf('[]') })).toMatchObject({
      exitCode: 1,
      output: { assignments: [] },
    });
  });

  test.each(regulations.filter((each) => each.sampling !== null))(
    '$id: last time’s auditor is barred where it says so',
    async ({ id, sampling }) => {
      const auditors = await fileOf('[{"id":"a-1","person":"p-9"}]');
      const previous = await fileOf('[{"person":"p-1","auditor":"a-1"}]');
      expect(await sample('id,person\nr-1,p-1\n', { regulation: id, auditors, previous })).toMatchObject({
        exitCode: sampling?.barsPreviousAuditor ? 1 : 0,
      });
    },
  );
});

describe('what is wrong is named', () => {
  test.each([
    ['no header', '', 1, undefined],
    ['no id', 'no,person\n', 1, 'id'],
    ['no person', 'id;person\n', 1, 'id'],
    ['a column twice', 'id,person,id\n', 1, 'id'],
    ['a blank id', 'id,person\nr-1,p-1\n ,p-2\n', 3, 'id'],
    ['a full-width blank id', 'id,person\n\u3000,p-2\n', 2, 'id'],
    ['a blank person', 'id,person\nr-1,\n', 2, 'person'],
    ['an id twice', 'id,person\nr-1,p-1\nr-2,p-1\nr-1,p-2\n', 4, 'id'],
    ['a row too short', 'id,person\nr-1\n', 2, undefined],
    ['a row too long', 'id,person\nr-1,p-1,x\n', 2, undefined],
    ['a row of spaces', 'id,person\nr-1,p-1\n  \n', 3, undefined],
    ['a quote that never closes', 'id,person\n"r-1,p-1\n', 2, undefined],
    ['a quote within a field', 'id,person\nr"1,p-1\n', 2, undefined],
  ])('in the list: %s', async (_, list, line, field) => {
    const file = await fileOf(list);
    const { exitCode, error, output } = await sample('', { list: file });
    expect([exitCode, output]).toEqual([2, undefined]);
    expect(error).toMatchObject({ file, line });
    expect(error?.field).toBe(field);
  });

  test.each([
    ['two with one id', '[{"id":"a-1","person":"p-1"},\n{"id":"a-1","person":"p-2"}]', 2, '[1].id'],
    ['a blank id', '[{"id":" ","person":"p-1"}]', 1, '[0].id'],
    ['no person', '[{"id":"a-1"}]', 1, '[0].person'],
    ['another key', '[{"id":"a-1","person":"p-1","name":"x"}]', 1, '[0].name'],
    ['a number', '[{"id":1,"person":"p-1"}]', 1, '[0].id'],
    ['no list', '{"id":"a-1","person":"p-1"}', 1, undefined],
    ['a key twice', '[{"id":"a-1","id":"a-1","person":"p-1"}]', 1, undefined],
  ])('among the auditors: %s', async (_, auditors, line, field) => {
    const file = await fileOf(auditors);
    const { exitCode, error } = await sample(listOf(20), { auditors: file });
    expect([exitCode, error?.file, error?.line, error?.field]).toEqual([2, file, line, field]);
  });

  test('among the previous pairs, even without auditors', async () => {
    const file = await fileOf('[{"person":"p-1"}]');
    expect(await sample(listOf(20), { previous: file })).toMatchObject({ exitCode: 2, error: { file, field: '[0].auditor' } });
  });

  test.each<readonly [string, string, Partial<SampleCall>]>([
    ['an unknown regulation', '--regulation', { regulation: 'nowhere' }],
    ['a seed too short', '--seed', { seed: '00'.repeat(15) }],
    ['a seed too long', '--seed', { seed: '00'.repeat(65) }],
    ['an odd seed', '--seed', { seed: `${seed}0` }],
    ['a seed of other letters', '--seed', { seed: 'g'.repeat(32) }],
    ['fewer than required', '--draw', { draw: '9' }],
    ['more than there are', '--draw', { draw: '21' }],
    ['a draw that is no number', '--draw', { draw: '10.0' }],
    ['a negative draw', '--draw', { draw: '-10' }],
  ])('%s', async (_, file, call) => {
    expect(await sample(listOf(20), call)).toMatchObject({ exitCode: 2, error: { file } });
  });

  test.each(regulations.filter((each) => each.sampling === null))(
    '$id has no sampling rule, and says by which clause',
    async ({ id, comparison }) => {
      expect(await sample(listOf(20), { regulation: id })).toMatchObject({
        exitCode: 2,
        error: { message: expect.stringContaining(comparison?.clause ?? 'a clause') },
      });
    },
  );
});

test('the shortest and the longest seed are seeds', async () => {
  for (const each of ['0a'.repeat(16), '0a'.repeat(64)]) expect(await sample(listOf(20), { seed: each })).toMatchObject({ exitCode: 0 });
});
