// A log folder as the server leaves it, read by the offline verifier that knows nothing of server or database.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotALogError, verifyLogDirectory } from '../../src/cli/verify/index.ts';
import { createScratchLedger, foundProgramme, newRecord, type ScratchLedger } from '../support/scratch-ledger.ts';

let scratch: ScratchLedger;

beforeAll(async () => {
  scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
});
afterAll(() => scratch.drop());

async function appendAndSeal(programme: string, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => scratch.ledger.append(programme, newRecord())));
  await scratch.ledger.flush(programme);
}

test('verifies at every size it was published in, with the key the log states', async () => {
  const programme = await foundProgramme(scratch.database);
  const folder = join(scratch.options.directory, programme);
  const { vkey } = await scratch.ledger.state(programme);
  expect(await verifyLogDirectory(folder, { key: vkey })).toMatchObject({ intact: true, size: 0, note: [] });
  let size = 0;
  for (const count of [1, 2, 252, 1, 1, 300]) {
    await appendAndSeal(programme, count);
    size += count;
    expect(await verifyLogDirectory(folder, { key: vkey })).toMatchObject({
      intact: true,
      size,
      origin: `mingcha.test/${programme}`,
      note: [],
    });
  }
});

test('does not verify once an entry was changed, and says which', async () => {
  const programme = await foundProgramme(scratch.database);
  const folder = join(scratch.options.directory, programme);
  await appendAndSeal(programme, 3);
  const path = join(folder, 'tile/entries/000.p/3');
  const bytes = await readFile(path);
  bytes[bytes.length - 5]! ^= 1;
  await writeFile(path, bytes);
  const report = await verifyLogDirectory(folder);
  expect(report.intact).toBe(false);
  expect(report.firstWrong?.place).toBe('tile/entries/000.p/3 entry 2');
});

test('is not a log where nothing was sealed', async () => {
  await expect(verifyLogDirectory(join(scratch.options.directory, 'nobody'))).rejects.toBeInstanceOf(NotALogError);
});
