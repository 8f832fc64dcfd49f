// Where an evidence pack is made and how it is handed out: beside its place, under a name that says it is unfinished, checked by the
// verifier itself, and only then under its own name. What stays behind after a failure is removed: it holds data of persons.
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { WrongCall } from '../exit-codes.ts';
import { verifyPath } from '../verify/index.ts';
import { packZip } from './pack-zip.ts';

/** @param write fills the folder; undefined: there is nothing to hand out */
export async function placePack<T>(out: string, write: (folder: string) => Promise<T | undefined>): Promise<T | undefined> {
  const place = resolve(out);
  if (existsSync(place)) throw new WrongCall(`--out: ${out} is there already`);
  if (!existsSync(dirname(place))) throw new WrongCall(`--out: there is no folder ${dirname(place)}`);
  const home = await mkdtemp(join(dirname(place), `.${basename(place)}.unfinished-`));
  const folder = join(home, 'pack');
  try {
    const written = await write(folder);
    if (written === undefined) return undefined;
    const made = out.endsWith('.zip') ? join(home, 'pack.zip') : folder;
    if (made !== folder) await packZip(folder, made);
    const { intact, firstWrong } = await verifyPath(made);
    if (!intact) throw new Error(`the pack that was made does not verify: ${firstWrong?.place}: ${firstWrong?.what}`);
    await rename(made, place);
    return written;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
