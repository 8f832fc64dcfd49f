import { readFile } from 'node:fs/promises';
import { parseManifest } from '#domain/verification';
import { WrongCall } from '../exit-codes.ts';

/** For the progress bar; 1 where the manifest will be refused. @throws WrongCall where there is none */
export async function rowsIn(path: string): Promise<number> {
  const bytes = await readFile(path).catch(() => {
    throw new WrongCall(`${path} can't be read: X.age, X.manifest.json and X.manifest.sig belong together`);
  });
  const parsed = parseManifest(bytes);
  return parsed.kind === 'manifest' ? parsed.manifest.rows : 1;
}
