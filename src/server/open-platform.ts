// What answers other systems, opened in the order it depends on one another: who may ask, the household data, verifying.
import { findRegulation } from '#regulations';
import { openClientServices, type ClientServices } from '#server/clients';
import { openHouseholds, type Households } from '#server/households';
import { createPool } from '#server/platform';
import { openVerifications, type Verifications } from '#server/verifications';
import type { Installation } from './open-installation.ts';

export interface OpenPlatform {
  readonly clientServices: ClientServices;
  readonly households: Households;
  readonly verifications: Verifications;
  /** Writes what is owed. */
  close(): Promise<void>;
}

/** One statement in flight per programme, and what sees the snapshot change. */
const LOOKUP_CONNECTIONS = 3;

export async function openPlatform(installation: Installation): Promise<OpenPlatform> {
  const { database, pool, ledger, clock, demo, keystore, url } = installation;
  const lookupPool = createPool(url, { connections: LOOKUP_CONNECTIONS });
  const clientServices = await openClientServices({ database, pool, ledger, clock, demo, keystore, findRegulation });
  const households = openHouseholds({ pool: lookupPool, keystore });
  const verifications = await openVerifications({
    database,
    pool,
    ledger,
    keystore,
    clock,
    clients: clientServices,
    households,
    findRegulation,
  });
  return {
    clientServices,
    households,
    verifications,
    close: async () => {
      await verifications.close();
      await households.close();
      await clientServices.close();
      await lookupPool.end();
    },
  };
}
