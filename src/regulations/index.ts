// The regulations that the program knows: every file of this folder whose default export is one. Another regulation is another file,
// and nothing else changes. Each is checked against itself when it is loaded: one that contradicts itself stops the start.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkRegulation, type Regulation } from '#domain/regulations';

export const regulations: readonly Regulation[] = await loadRegulations(import.meta.dirname);

export function findRegulation(id: string): Regulation | undefined {
  return regulations.find((regulation) => regulation.id === id);
}

/** Files with a further dot hold parts of a regulation, those without a default export what several share. */
async function loadRegulations(folder: string): Promise<readonly Regulation[]> {
  const names = readdirSync(folder).filter((name) => /^[a-z0-9-]+[.]ts$/.test(name) && name !== 'index.ts');
  const loaded: Regulation[] = [];
  for (const name of names.toSorted()) {
    const file = (await import(pathToFileURL(join(folder, name)).href)) as { readonly default?: Regulation }; // the files are typed
    if (!file.default) continue;
    checkRegulation(file.default);
    if (name !== `${file.default.id}.ts`) throw new Error(`src/regulations/${name} holds the regulation "${file.default.id}"`);
    loaded.push(file.default);
  }
  return loaded;
}
