// One seal of 1,000 new records in a growing log: tiles on disk, root read back, checkpoint signed. Beside it, the same bytes in as
// many files, written and synced one after the other and nothing else.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeystore } from '#server/keys';
import { nodeFiles, type LogFiles } from '../src/server/ledger/log-files.ts';
import { LogFolder } from '../src/server/ledger/log-folder.ts';
import { loadTree, seal } from '../src/server/ledger/seal.ts';
import { LocalSigner } from '../src/server/ledger/signer/local-signer.ts';
import { compare, type Bench } from './compare.ts';
import { leafLength } from './write-log.ts';

const records = 1_000;
const origin = 'mingcha.bench/seal';

const bench: Bench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'mingcha-bench-'));
  try {
    const { logKeys: keys } = await openKeystore(join(home, 'keys'));
    let written: Uint8Array[] = [];
    const files: LogFiles = {
      ...nodeFiles,
      write: (path, bytes) => {
        written.push(bytes);
        return nodeFiles.write(path, bytes);
      },
    };
    const signer = new LocalSigner({ folder: join(home, 'signer'), origin, keys, files, assertUsable: () => {}, mayBegin: true });
    const folder = new LogFolder(join(home, 'log'), origin, { vkeys: () => signer.vkeys() }, files);
    const parts = {
      folder,
      signer,
      readLeaves: async (from: number, to: number) => Array.from({ length: to - from }, (_, at) => leafOf(from + at)),
      assertSoleSealer: async () => {},
    };
    let tree = await loadTree(folder);
    const sealMore = async (): Promise<void> => {
      written = [];
      tree = await seal(parts, tree, tree.size + records);
    };
    const writeAlone = async (): Promise<void> => {
      for (const [at, bytes] of written.entries()) await nodeFiles.write(join(home, `plain-${at}`), bytes);
    };
    return [await compare({ name: 'seal of 1,000 records', rounds: 25, subject: sealMore, baseline: writeAlone })];
  } finally {
    await rm(home, { recursive: true });
  }
};
export default bench;

const someLeaf = randomBytes(leafLength);

/** Another one for each index, and the same one when it is asked for again. */
function leafOf(index: number): Buffer {
  const leaf = Buffer.from(someLeaf);
  leaf.writeUInt32BE(index);
  return leaf;
}
