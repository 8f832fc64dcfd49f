// The demonstration's client service, from its application to its key by the steps of a real one: entered by the officer, approved by the
// supervisor, set by the responsible person, each at a time of the office's first day. Its addresses are this machine itself.
import { addDays, addMonths, isoDateOf } from '#domain/kernel';
import { findAccountByLogin, findProgrammeActor, type ProgrammeActor } from '#server/accounts';
import { decideApplication, fileApplication, setService, type ClientParts, type ProposedContent } from '#server/clients';
import { demoOffice } from '../office/office-plan.ts';
import { writeDemoClients, type DemoClient } from './clients-file.ts';

const addresses = ['127.0.0.1', '::1'];

/** @param since when the office was founded */
export async function setDemoClient(
  parts: Omit<ClientParts, 'clock' | 'demo'>,
  since: Temporal.ZonedDateTime,
  dataDirectory: string,
): Promise<DemoClient> {
  const at = (hours: number): ClientParts => ({ ...parts, demo: true, clock: { now: () => since.add({ hours }).toInstant() } });
  const actor = (login: string) => findActor(parts, since, login);
  const filed = await fileApplication(at(1), await actor('officer'), {
    service: null,
    number: '計畫-介接-001',
    note: '',
    content: demoContent(since),
  });
  if (filed.kind !== 'filed') throw new Error(`the demonstration's application was not filed: ${filed.kind}`);
  const approved = await decideApplication(at(2), await actor('supervisor1'), filed.application, { act: 'approve', expected: 1, note: '' });
  if (approved.kind !== 'decided') throw new Error(`it was not approved: ${approved.kind}`);
  const set = await setService(at(3), await actor('keeper'), filed.application, { expected: 2, note: '' });
  if (set.kind !== 'set' || !set.key) throw new Error(`it was not set: ${set.kind}`);
  const { id: keyId, secret } = set.key;
  const client: DemoClient = { service: set.service, keyId, secret, programme: demoOffice.platform.id, addresses };
  await writeDemoClients(dataDirectory, [client]);
  return client;
}

function demoContent(since: Temporal.ZonedDateTime): ProposedContent {
  const from = isoDateOf(since.toPlainDate().toString());
  return {
    name: '社會救助資訊系統',
    unit: '社會及勞動局社會救助科',
    purposes: ['eligibility'],
    operations: ['verify'],
    claims: ['county-resident', 'indigenous', 'elderly-living-alone', 'disability', 'low-income', 'name-matches', 'birth-date-matches'],
    addresses,
    from,
    until: addDays(addMonths(from, 12), -1),
    requestsPerDay: 5_000_000,
    personsPerDay: 5_000_000,
    contact: { name: '劉怡君', reachedBy: '分機 2345' },
    certificate: null,
  };
}

async function findActor(
  { database }: Pick<ClientParts, 'database'>,
  since: Temporal.ZonedDateTime,
  login: string,
): Promise<ProgrammeActor> {
  const who = await findAccountByLogin(database, login, '10.20.30.5');
  const actor = who && (await findProgrammeActor(database, who, demoOffice.platform.id, since.toPlainDate().toString()));
  if (!actor) throw new Error(`the demonstration has no account "${login}"`);
  return actor;
}
