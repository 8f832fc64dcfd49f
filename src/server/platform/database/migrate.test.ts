import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../../../test/support/scratch-database.ts';
import { migrate } from './migrate.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await createScratchDatabase({ migrated: false });
});
afterAll(() => scratch.drop());

test('four migrators at once apply each migration once, and a second run applies nothing', async () => {
  const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(scratch.pool)));
  expect(runs.filter((applied) => applied.length > 0)).toHaveLength(1);
  expect(await migrate(scratch.pool)).toEqual([]);
});

test('a database of a newer program is refused', async () => {
  await scratch.pool.query("insert into migration (name) values ('9999-from-the-future.sql')");
  await expect(migrate(scratch.pool)).rejects.toThrow('9999-from-the-future.sql');
});
