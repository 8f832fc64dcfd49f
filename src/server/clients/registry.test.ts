import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { decide, parseIpAddress, type DecideRequest } from '#domain/query';
import { openPlatformOffice, platformProgramme, proposedContent, type PlatformOffice } from '../../../test/support/platform-office.ts';
import { until } from '../../../test/support/until.ts';
import { confirmResumption, endService, proposeResumption, revokeKey, rotateKey, suspendService } from './change-service.ts';
import { deriveKey } from './client-key.ts';
import { RegistryStale, type ClientServices } from './client-services.ts';
import { decideApplication } from './decide-application.ts';
import { fileApplication } from './file-application.ts';
import { openClientServices, type RegistryOptions } from './open-client-services.ts';
import { setService } from './set-service.ts';

let office: PlatformOffice;
let ips = 0;
const opened: ClientServices[] = [];
beforeAll(async () => {
  office = await openPlatformOffice();
});
afterEach(async () => {
  for (const services of opened.splice(0)) await services.close();
});
afterAll(() => office.close());

async function openNode(options: RegistryOptions = {}): Promise<ClientServices> {
  const services = await openClientServices({ ...office.parts, pool: office.scratch.pool }, options);
  opened.push(services);
  return services;
}
const setUp = () => office.setUp({ addresses: [`198.51.100.${(ips += 1)}`] });
const nowMs = () => office.clock.now().epochMilliseconds;
const order = (service: string, expected: number) => ({ service, expected, note: '' });
const hour = 3_600_000;

test('a key is found with its service, as the service was set', async () => {
  const { service, key } = await setUp();
  const found = (await openNode()).findByKey(key.id, nowMs());
  expect(found?.secret).toEqual(deriveKey(office.parts.keystore, platformProgramme, key.id));
  expect(found?.service).toMatchObject({
    id: service,
    programme: platformProgramme,
    organisation: '南投縣政府',
    name: proposedContent.name,
    unit: proposedContent.unit,
    claims: new Set(proposedContent.claims),
    requestsPerDay: 1_000,
    personsPerDay: 500,
    suspension: null,
    grant: { role: 'client-service', from: '2026-11-01', until: '2027-10-31', revokedOn: null },
  });
  expect(found?.service.regulations.map(({ id }) => id)).toEqual(['nantou-verification']);
});

test('nobody is found by what is no key', async () => {
  const services = await openNode();
  for (const id of ['', 'ck_none', '__proto__', 'constructor']) expect(services.findByKey(id, nowMs())).toBeUndefined();
});

test('what was applied for and not set is not in it', async () => {
  const content = { ...proposedContent, addresses: ['203.0.113.50'] };
  const filed = await fileApplication(office.parts, await office.actor('officer'), { service: null, number: '1', note: '', content });
  if (filed.kind !== 'filed') return expect.unreachable();
  expect((await openNode()).findService(filed.service)).toBeUndefined();
});

test('a service with a certificate is found by it', async () => {
  const certificate = 'cd'.repeat(32);
  const content = { ...proposedContent, addresses: ['203.0.113.51'], certificate };
  const filed = await fileApplication(office.parts, await office.actor('officer'), { service: null, number: '1', note: '', content });
  if (filed.kind !== 'filed') return expect.unreachable();
  await decideApplication(office.parts, await office.actor('supervisor'), filed.application, { act: 'approve', expected: 1, note: '' });
  await setService(office.parts, await office.actor('keeper'), filed.application, { expected: 2, note: '' });
  const services = await openNode();
  expect(services.findByCertificate(certificate)?.id).toBe(filed.service);
  expect(services.findByCertificate('ef'.repeat(32))).toBeUndefined();
});

test('after a rotation both keys work, and the old one until its moment', async () => {
  const { service, key } = await setUp();
  const services = await openNode();
  const rotated = await rotateKey(office.parts, await office.actor('keeper'), { ...order(service, 3), overlapHours: 24 });
  if (rotated.kind !== 'rotated') return expect.unreachable();
  await services.refresh();
  const at = nowMs();
  expect(rotated.key.secret).not.toBe(key.secret);
  const works = (id: string, ms: number) => services.findByKey(id, ms) !== undefined;
  expect([works(key.id, at + 24 * hour - 1), works(key.id, at + 24 * hour), works(rotated.key.id, at + 999 * hour)]).toEqual([true, false, true]); // prettier-ignore
});

test('no overlap is longer than seven days', async () => {
  const { service, key } = await setUp();
  await rotateKey(office.parts, await office.actor('keeper'), { ...order(service, 3), overlapHours: 10_000 });
  const services = await openNode();
  expect(services.findByKey(key.id, nowMs() + 168 * hour - 1)).toBeDefined();
  expect(services.findByKey(key.id, nowMs() + 168 * hour)).toBeUndefined();
});

test('a revoked key and an ended service are gone', async () => {
  const [first, second] = [await setUp(), await setUp()];
  const services = await openNode();
  expect(await revokeKey(office.parts, await office.actor('keeper'), { ...order(first.service, 3), key: first.key.id })).toEqual({ kind: 'changed' }); // prettier-ignore
  expect(await endService(office.parts, await office.actor('keeper'), order(second.service, 3))).toEqual({ kind: 'changed' });
  await services.refresh();
  expect(services.findByKey(first.key.id, nowMs())).toBeUndefined();
  expect(services.findByKey(second.key.id, nowMs())).toBeUndefined();
  expect([services.findService(first.service)?.id, services.findService(second.service)]).toEqual([first.service, undefined]);
});

function requestOf(service: ReturnType<ClientServices['findService']>): DecideRequest {
  if (!service) throw new Error('no service');
  const [address] = service.grant.allowedAddresses;
  return {
    at: nowMs(),
    actor: {
      kind: 'client-service',
      account: service.id,
      person: service.id,
      address: address ?? parseIpAddress('::')!,
      grant: service.grant,
    },
    query: { operation: 'verify', purpose: 'eligibility', fields: ['low-income'], caseNumber: '社助-115-1', reason: '低收入戶資格審查', subject: 'A123456789', citizenConsentOn: null, onBehalfOf: null, approval: null }, // prettier-ignore
    repealed: [],
  };
}

test('the program suspends at once and for every node: the grant allows nothing until two people resume it', async () => {
  const { service, key } = await setUp();
  const [here, there] = [await openNode(), await openNode()];
  const judge = () => decide(here.findService(service)!.regulations[0], requestOf(here.findService(service)));
  expect(judge()).toMatchObject({ allowed: true, fields: ['low-income'] });
  const why = { cause: 'enumeration', clause: 'NV-4.2.2', reason: 'neighbouring-ids' } as const;
  expect(await here.suspend(service, why)).toBe(true);
  expect(await here.suspend(service, why)).toBe(false);
  expect(await here.suspend('cs-none', why)).toBe(false);
  expect(here.findByKey(key.id, nowMs())?.service.suspension).toMatchObject({ cause: 'enumeration', clause: 'NV-4.2.2' });
  expect(judge().refusals.map(({ code }) => code)).toEqual(['grant-not-current']);
  await until('the other node knows', async () => there.findService(service)?.suspension !== null);

  expect(await confirmResumption(office.parts, await office.actor('supervisor'), order(service, 4))).toMatchObject({
    code: 'not-proposed',
  });
  expect(await proposeResumption(office.parts, await office.actor('keeper'), order(service, 4))).toEqual({ kind: 'changed' });
  expect(await confirmResumption(office.parts, await office.actor('keeper'), order(service, 5))).toMatchObject({ code: 'not-the-role' });
  expect(await confirmResumption(office.parts, await office.actor('supervisor'), order(service, 5))).toEqual({ kind: 'changed' });
  await here.refresh();
  expect(judge().allowed).toBe(true);
});

test('another node’s change is told, without looking for it', async () => {
  const { service } = await setUp();
  const node = await openNode({ pollMs: 3_600_000 });
  await suspendService(office.parts, await office.actor('officer'), { ...order(service, 3), cause: 'by-hand' });
  await until('it knows', async () => node.findService(service)?.suspension !== null);
});

test('where nobody tells it, the node looks for itself', async () => {
  const { service } = await setUp();
  const node = await openNode({ pollMs: 50 });
  const silence = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`;
  await until('it listened', async () => ((await office.scratch.pool.query(silence)).rowCount ?? 0) > 0);
  await suspendService(office.parts, await office.actor('officer'), { ...order(service, 3), cause: 'review' });
  await until('it knows', async () => node.findService(service)?.suspension?.cause === 'review');
});

test('a node that can’t look any more lets nobody in', async () => {
  const { key } = await setUp();
  const faults: unknown[] = [];
  const node = await openNode({ pollMs: 20, staleAfterMs: 150, onFault: (error) => faults.push(error) });
  expect(node.findByKey(key.id, nowMs())).toBeDefined();
  await office.scratch.pool.query('alter table client_registry rename to client_registry_away');
  try {
    await until('it is closed', async () => {
      try {
        node.findByKey(key.id, nowMs());
        return false;
      } catch (error) {
        return error instanceof RegistryStale;
      }
    });
    expect(() => node.findService('x')).toThrow(RegistryStale);
    expect(() => node.findByCertificate('x')).toThrow(RegistryStale);
    expect(faults.length).toBeGreaterThan(0);
  } finally {
    await office.scratch.pool.query('alter table client_registry_away rename to client_registry');
  }
  await until('it is open again', async () => {
    try {
      return node.findByKey(key.id, nowMs()) !== undefined;
    } catch {
      return false;
    }
  });
});

test('the last use of each address is kept by day, and never goes back', async () => {
  const { service } = await setUp();
  const address = parseIpAddress(`198.51.100.${ips}`)!;
  const lastUsed = async () => (await office.parts.database.selectFrom('client_address').select('last_used_on').where('service_id', '=', service).executeTakeFirstOrThrow()).last_used_on; // prettier-ignore
  const node = await openNode();
  node.noteUse(service, address, '2026-11-02');
  node.noteUse(service, address, '2026-11-02');
  node.noteUse(service, parseIpAddress('203.0.113.250')!, '2026-11-02');
  node.noteUse('cs-none', address, '2026-11-03');
  expect(await lastUsed()).toBeNull();
  await node.close();
  expect(await lastUsed()).toBe('2026-11-02');
  const late = await openNode();
  late.noteUse(service, address, '2026-10-01');
  await late.close();
  expect(await lastUsed()).toBe('2026-11-02');
});
