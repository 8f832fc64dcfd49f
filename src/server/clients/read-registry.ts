// The registry as it follows from the database: services that were set and have not ended, by their keys and certificates. A service
// whose programme stands under a regulation that this program doesn't have is in none of it.
import { serviceGrant } from '#domain/clients';
import { governingRegulations } from '#server/accounts';
import { deriveKey } from './client-key.ts';
import type { ClientParts } from './client-parts.ts';
import type { ClientKey, RegisteredService } from './client-services.ts';
import { findServices, type StoredService } from './stored-services.ts';

export interface Registry {
  /** The database's count of changes that it was read at. */
  readonly version: number;
  readonly services: ReadonlyMap<string, RegisteredService>;
  readonly keys: ReadonlyMap<string, { readonly key: ClientKey; readonly usableUntilMs: number }>;
  /** By SHA-256, lower-case hexadecimal. */
  readonly certificates: ReadonlyMap<string, RegisteredService>;
}

export const emptyRegistry: Registry = { version: -1, services: new Map(), keys: new Map(), certificates: new Map() };

/** @param before whose derived keys are taken over */
export async function readRegistry(parts: ClientParts, version: number, before: Registry): Promise<Registry> {
  const [programmes, stored] = await Promise.all([readProgrammes(parts), findServices(parts.database, {})]);
  const services = new Map<string, RegisteredService>();
  const keys = new Map<string, { key: ClientKey; usableUntilMs: number }>();
  const certificates = new Map<string, RegisteredService>();
  for (const one of stored) {
    const registered = registerService(one, programmes);
    const { content, keys: serviceKeys } = one.service;
    if (!registered || !content) continue;
    services.set(one.id, registered);
    if (content.certificate !== null) certificates.set(content.certificate, registered);
    for (const { id, usableUntil } of serviceKeys) {
      const secret = before.keys.get(id)?.key.secret ?? deriveKey(parts.keystore, one.programme, id);
      keys.set(id, { key: { id, secret, service: registered }, usableUntilMs: usableUntil ?? Number.POSITIVE_INFINITY });
    }
  }
  return { version, services, keys, certificates };
}

type Programmes = ReadonlyMap<string, Pick<RegisteredService, 'regulations' | 'organisation'>>;

async function readProgrammes(parts: ClientParts): Promise<Programmes> {
  const rows = await parts.database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'regulation', 'further_regulations as furtherRegulations', 'organisation.name as organisation'])
    .execute();
  const known = rows.filter((row) => [row.regulation, ...row.furtherRegulations].every((id) => parts.findRegulation(id)));
  return new Map(
    known.map((row) => [
      row.id,
      { regulations: governingRegulations((id) => parts.findRegulation(id), row), organisation: row.organisation },
    ]),
  );
}

/** undefined: nobody may ask as it. */
function registerService({ id, programme, service }: StoredService, programmes: Programmes): RegisteredService | undefined {
  const grant = serviceGrant(service);
  const place = programmes.get(programme);
  const { content, suspension } = service;
  if (!grant || !place || !content) return undefined;
  const { name, unit, claims, requestsPerDay, personsPerDay } = content;
  return { id, programme, ...place, name, unit, claims: new Set(claims), grant, requestsPerDay, personsPerDay, suspension };
}
