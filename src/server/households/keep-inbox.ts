// Looks into the watched folder now and then. One programme takes files for itself; where an office has several, each has a folder of its id.
import { join } from 'node:path';
import { clientClauses } from '#domain/clients';
import type { Regulation } from '#domain/regulations';
import type { HouseholdImports } from './household-imports.ts';
import type { ImportProgramme } from './import-parts.ts';
import { takeFromInbox } from './watch-inbox.ts';

const LOOK_EVERY_MS = 2_000;

export interface InboxOptions {
  readonly folder: string;
  readonly findRegulation: (id: string) => Regulation | undefined;
  readonly onFault: (error: unknown) => void;
  readonly lookEveryMs?: number;
}

/** @returns ends the looking; what was taken in is finished or resumed */
export function keepInbox(imports: HouseholdImports, options: InboxOptions): () => void {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      await takeAll(imports, options);
    } catch (error) {
      options.onFault(error);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void imports.track(look()), options.lookEveryMs ?? LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

async function takeAll(imports: HouseholdImports, { folder, findRegulation }: InboxOptions): Promise<void> {
  const programmes = await findPlatforms(imports, findRegulation);
  const [only, ...others] = programmes;
  if (only && others.length === 0) await takeFromInbox(imports, only, folder);
  for (const programme of programmes) await takeFromInbox(imports, programme, join(folder, programme.id));
}

/** Under a regulation that knows client services. */
async function findPlatforms({ parts }: HouseholdImports, findRegulation: InboxOptions['findRegulation']): Promise<ImportProgramme[]> {
  const programmes = await parts.database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'regulation', 'organisation.name as organisation'])
    .orderBy('programme.id')
    .execute();
  return programmes.filter(({ regulation }) => {
    const found = findRegulation(regulation);
    return found !== undefined && clientClauses(found) !== undefined;
  });
}
