// The imports of household files as this installation runs them: by its server, and by commands beside it.
import { findRegulation } from '#regulations';
import { HouseholdImports, keepInbox } from '#server/households';
import type { Installation } from './open-installation.ts';

type OnFault = (error: unknown) => void;

export function openHouseholdImports(
  { config, database, url, ledger, keystore, clock }: Installation,
  onFault?: OnFault,
): HouseholdImports {
  const { dataDirectory, householdSendersFile: sendersFile } = config;
  return new HouseholdImports({ database, url, ledger, keystore, clock, dataDirectory, sendersFile }, onFault);
}

/** What a server does by itself: goes on with what was cut off, and takes what lies in the watched folder. @returns ends it */
export function keepHouseholdImports(imports: HouseholdImports, { config }: Installation, onFault: OnFault): () => Promise<void> {
  imports.keepResuming();
  const endInbox =
    config.householdInbox === undefined ? undefined : keepInbox(imports, { folder: config.householdInbox, findRegulation, onFault });
  return async () => {
    endInbox?.();
    await imports.close();
  };
}
