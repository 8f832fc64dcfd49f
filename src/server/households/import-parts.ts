// What imports work with, who imports, and the records they leave: of files, never of persons.
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#domain/kernel';
import type { RecordType } from '#domain/ledger';
import { actorCompartment, logRetention, type ActorFacts } from '#domain/records';
import { actorFacts, findAccount } from '#server/accounts';
import type { Keystore } from '#server/keys';
import type { Ledger, NewRecord } from '#server/ledger';
import type { Clock, Database } from '#server/platform';

export interface ImportParts {
  readonly database: Database;
  /** Of the same database: a load has a connection of its own. */
  readonly url: string;
  readonly ledger: Ledger;
  readonly keystore: Keystore;
  readonly clock: Clock;
  /** Holds the spool and, by default, the senders' keys. */
  readonly dataDirectory: string;
  /** Verifier keys of those whose files are taken, one a line. */
  readonly sendersFile: string;
}

export const watchedFolder = 'watched-folder';
export const commandLine = 'command-line';

export function importerOf(account: typeof watchedFolder | typeof commandLine, organisation: string, login: string = account): ActorFacts {
  const name = account === watchedFolder ? '監看資料夾' : '命令列';
  return { account, login, person: account, name, unit: '系統管理', organisation, address: '' };
}

export interface ImportProgramme {
  readonly id: string;
  readonly regulation: string;
  readonly organisation: string;
}

export function findProgramme(database: Database, id: string): Promise<ImportProgramme | undefined> {
  return database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'regulation', 'organisation.name as organisation'])
    .where('programme.id', '=', id)
    .executeTakeFirst();
}

/** Whoever opened an import, for what is done later in their name: after a crash, for instance. */
export async function openerOf(database: Database, programme: ImportProgramme, openedBy: string): Promise<ActorFacts> {
  if (openedBy === watchedFolder || openedBy === commandLine) return importerOf(openedBy, programme.organisation);
  const account = await findAccount(database, openedBy, '');
  if (!account) throw new Error('the account that opened an import is gone');
  return actorFacts(account);
}

/** To the millisecond, as columns and records both hold it. */
export function nowIn({ clock }: Pick<ImportParts, 'clock'>): Temporal.Instant {
  return clock.now().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });
}

export interface RecordFacts {
  readonly programme: ImportProgramme;
  readonly actor: ActorFacts;
  readonly at: Temporal.Instant;
}

export function importRecord(
  { programme, actor, at }: RecordFacts,
  type: Extract<RecordType, 'household-import' | 'destruction'>,
  envelope: JsonObject,
): NewRecord {
  return {
    recordId: randomUUID(),
    type,
    at,
    retention: logRetention,
    envelope: { regulation: programme.regulation, ...envelope },
    actor: actorCompartment(actor),
    subject: {},
    blindActor: actor.account,
  };
}
