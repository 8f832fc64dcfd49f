// Household files from the command line: an operator with the keys at hand imports what lies in a folder. The record names the operating
// system's user.
import { readFile } from 'node:fs/promises';
import type { HouseholdImport } from '#contract';
import {
  commandLine,
  findProgramme,
  householdRecipient,
  importerOf,
  viewImport,
  viewImports,
  type FileRefusal,
  type ImportsView,
  type RunOptions,
} from '#server/households';
import { operatorIdentity } from './find-operator.ts';
import { openHouseholdImports } from './open-household-imports.ts';
import type { Installation } from './open-installation.ts';

export interface HouseholdFileOrder extends Pick<RunOptions, 'isDryRun' | 'acceptsDifference' | 'onProgress'> {
  readonly programme: string;
  /** `X` of `X.age`, `X.manifest.json` and `X.manifest.sig`. Imported, `X.age` is gone; in a dry run it stays. */
  readonly stem: string;
}

export type HouseholdFileResult =
  | { readonly kind: 'imported'; readonly import: HouseholdImport }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  | { readonly kind: 'busy' | 'no-programme' };

export async function importHouseholdFile(installation: Installation, order: HouseholdFileOrder): Promise<HouseholdFileResult> {
  const programme = await findProgramme(installation.database, order.programme);
  if (!programme) return { kind: 'no-programme' };
  const imports = openHouseholdImports(installation);
  try {
    const actor = importerOf(commandLine, programme.organisation, operatorIdentity().login);
    const [manifest, signature] = await Promise.all([readFile(`${order.stem}.manifest.json`), readFile(`${order.stem}.manifest.sig`, 'latin1')]); // prettier-ignore
    const opened = await imports.open(programme, actor, { manifest, signature });
    if (opened.kind === 'refused') return opened;
    const { isDryRun = false, acceptsDifference = false, onProgress } = order;
    const run = () => imports.run(programme, actor, opened.id, { isDryRun, acceptsDifference, ...(onProgress && { onProgress }) });
    const before = await viewImport(imports.parts, programme.id, opened.id);
    // What was taken in before is here already: it found another import under way, or waits for a word.
    if (!isDryRun && before?.state !== 'ready' && before?.uploadedBytes === null) await imports.spool.adopt(opened.id, `${order.stem}.age`);
    const { kind } = await (isDryRun ? imports.spool.borrow(opened.id, `${order.stem}.age`, run) : run());
    if (kind === 'busy') return { kind };
    const view = await viewImport(imports.parts, programme.id, opened.id);
    if (!view) throw new Error('an import vanished while it ran');
    return { kind: 'imported', import: view };
  } finally {
    await imports.close();
  }
}

export function householdRecipientOf({ keystore }: Installation): Promise<string> {
  return householdRecipient(keystore);
}

export async function householdStatusOf(installation: Installation, programme: string): Promise<ImportsView | undefined> {
  if (!(await findProgramme(installation.database, programme))) return undefined;
  return viewImports(openHouseholdImports(installation).parts, programme);
}
