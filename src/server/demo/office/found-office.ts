// Founds the demonstration's office in an empty database: all of it with its records in the log, or nothing.
// What a real office does in steps over weeks (NW-3.2: application, approval, setting) is here one load, and the log says so.
import { randomUUID } from 'node:crypto';
import { isoDateOf } from '#domain/kernel';
import { actorCompartment, logRetention } from '#domain/records';
import type { Regulation } from '#domain/regulations';
import { foundProgramme } from '#server/accounts';
import type { Ledger, NewRecord } from '#server/ledger';
import type { Database, Transaction } from '#server/platform';
import { demoOffice, type ProgrammePlan, type StaffMember } from './office-plan.ts';

export interface OfficeFounding {
  readonly database: Database;
  readonly ledger: Ledger;
  findRegulation(id: string): Regulation | undefined;
  /** What the log's origin begins with. */
  readonly logOriginBase: string;
  /** From when on everybody may work: grants and passwords are of this moment. */
  readonly since: Temporal.ZonedDateTime;
  /** Hash of each account's password, by login. */
  readonly passwordHashes: ReadonlyMap<string, string>;
  /** Called once it is sure that the office is founded here, and before it stands: writes down the passwords. */
  readonly keepPasswords: () => Promise<void>;
}

/** The installation holds something already: the demonstration is loaded into empty ones only. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
  readonly code = 'not-empty';
}

/** @throws NotEmpty naming what stands there */
export async function assertEmpty(database: Database): Promise<void> {
  for (const table of ['organisation', 'programme', 'person', 'account', 'record'] as const) {
    const { found } = await database
      .selectNoFrom((expression) => expression.exists(expression.selectFrom(table).select(expression.lit(1).as('one'))).as('found'))
      .executeTakeFirstOrThrow();
    if (found) {
      throw new NotEmpty(
        `this installation is not empty (table "${table}" has rows): load the demonstration into a data directory of its own`,
      );
    }
  }
}

/** @throws NotEmpty */
export async function foundOffice(founding: OfficeFounding): Promise<void> {
  await founding.database.transaction().execute(async (tx) => {
    await markAsDemo(tx, founding.since);
    await assertEmpty(tx);
    await founding.keepPasswords();
    await insertOffice(tx, founding);
    await insertStaff(tx, founding);
    for (const [place, member] of demoOffice.staff.entries()) {
      await founding.ledger.appendWithin(tx, member.programme, grantRecord(member, founding.since.add({ seconds: place })));
    }
  });
}

/** Two loaders at once: the second waits here for the first, then finds its office. */
async function markAsDemo(tx: Transaction, since: Temporal.ZonedDateTime): Promise<void> {
  await tx
    .insertInto('installation')
    .values({ id: randomUUID(), created_at: since.toInstant().toString(), demo: true })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ demo: true }))
    .execute();
}

async function insertOffice(tx: Transaction, founding: OfficeFounding): Promise<void> {
  const { organisation, units, programme, platform } = demoOffice;
  await tx.insertInto('organisation').values(organisation).execute();
  await tx
    .insertInto('unit')
    .values(units.map((unit) => ({ ...unit, organisation_id: organisation.id })))
    .execute();
  for (const plan of [programme, platform]) await insertProgramme(tx, founding, plan);
}

async function insertProgramme(tx: Transaction, founding: OfficeFounding, { id, title, regulation }: ProgrammePlan): Promise<void> {
  const { findRegulation, logOriginBase, since } = founding;
  const governing = findRegulation(regulation);
  if (!governing) throw new Error(`no regulation "${regulation}"`);
  const founded = await foundProgramme(tx, {
    id,
    organisationId: demoOffice.organisation.id,
    title,
    logOrigin: `${logOriginBase}/${id}`,
    regulations: [governing],
    from: isoDateOf(since.toPlainDate().toString()),
  });
  if (founded.kind === 'refused') throw new Error(founded.refusals.map(({ clause, message }) => `${clause}: ${message}`).join('\n'));
}

async function insertStaff(tx: Transaction, { since, passwordHashes }: OfficeFounding): Promise<void> {
  const { organisation, staff } = demoOffice;
  const today = since.toPlainDate().toString();
  await tx
    .insertInto('person')
    .values(
      staff.map(({ person, unit, name }) => ({
        id: person,
        organisation_id: organisation.id,
        unit_id: unit,
        name,
        employment: 'active' as const,
      })),
    )
    .execute();
  await tx
    .insertInto('account')
    .values(
      staff.map(({ account, person, login, programme }) => ({
        id: account,
        organisation_id: organisation.id,
        home_programme_id: programme,
        person_id: person,
        login,
        password_hash: hashOf(passwordHashes, login),
        password_changed_on: today,
        must_change: false,
      })),
    )
    .execute();
  await tx
    .insertInto('account_grant')
    .values(
      staff.map(({ account, role, programme, purposes, operations }) => ({
        programme_id: programme,
        account_id: account,
        role,
        from_on: today,
        purposes: [...purposes],
        operations: [...operations],
      })),
    )
    .execute();
}

function hashOf(passwordHashes: ReadonlyMap<string, string>, login: string): string {
  const hash = passwordHashes.get(login);
  if (hash === undefined) throw new Error(`no password for ${login}`);
  return hash;
}

function grantRecord(member: StaffMember, at: Temporal.ZonedDateTime): NewRecord {
  const { organisation, units } = demoOffice;
  const plan = [demoOffice.programme, demoOffice.platform].find(({ id }) => id === member.programme);
  const { account, login, person, name, role, purposes, operations } = member;
  const unit = units.find(({ id }) => id === member.unit)?.name ?? '';
  return {
    recordId: randomUUID(),
    type: 'grant',
    at: at.toInstant(),
    retention: logRetention,
    envelope: {
      clause: plan?.grantClause ?? '',
      regulation: plan?.regulation ?? '',
      role,
      from: at.toPlainDate().toString(),
      until: null,
      purposes: [...purposes],
      operations: [...operations],
      demonstration: true,
    },
    actor: actorCompartment({
      account: '',
      login: '',
      person: '',
      name: '展示資料載入',
      unit: '',
      organisation: organisation.name,
      address: '',
    }),
    subject: { account, login, person, name, unit },
  };
}
