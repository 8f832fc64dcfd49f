import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '#domain/kernel';
import { parseVkey } from '#domain/ledger';
import { parseIpAddress } from '#domain/query';
import { sha256 } from '#server/keys';
import { openPlatformOffice, platformPassword, platformProgramme, type PlatformOffice } from '../../../test/support/platform-office.ts';
import { openClientServices } from './open-client-services.ts';
import { signReview } from './review-addresses.ts';
import { findService } from './stored-services.ts';
import { suspendService } from './change-service.ts';
import { viewReview } from './view-clients.ts';

let office: PlatformOffice;
let used: string;
let idle: string;
beforeAll(async () => {
  office = await openPlatformOffice('2026-01-05T02:00:00Z');
  const content = { from: '2026-01-05', until: '2027-01-04' } as const;
  ({ service: used } = await office.setUp({ ...content, addresses: ['192.0.2.1', '192.0.2.2'] }));
  office.clock.set('2026-01-05T03:00:00Z');
  ({ service: idle } = await office.setUp({ ...content, addresses: ['192.0.2.3'] }));
});
afterAll(() => office.close());

const review = async () => (await viewReview(office.parts, await office.actor('auditor'))) ?? expect.unreachable();
const sign = async (changes: { period?: string; digest?: string; password?: string; who?: string } = {}) => {
  const { period, digest } = await review();
  return signReview(office.parts, await office.actor(changes.who ?? 'keeper'), { period, digest, password: platformPassword, ...changes });
};
const addressesOf = async (service: string) =>
  (await findService(office.parts.database, platformProgramme, service))?.service.addresses.map(({ address }) => address);

async function use(service: string, address: string, day: string): Promise<void> {
  const services = await openClientServices({ ...office.parts, pool: office.scratch.pool });
  services.noteUse(service, parseIpAddress(address)!, day);
  await services.close();
}

test('in the half-year in which they were set, no address is idle', async () => {
  expect(await review()).toMatchObject({ period: '2026-H1', clause: 'NV-3.8', dueOn: '2026-06-30', reviewed: false, addresses: 3, findings: [], reviews: [] }); // prettier-ignore
});

test('half a year later those that nobody used are found, removed in one step and signed for; a used one stays', async () => {
  office.clock.set('2026-06-20T02:00:00Z');
  await use(used, '192.0.2.1', '2026-06-01');
  expect((await review()).findings).toEqual([]);
  expect(await sign()).toEqual({ kind: 'signed' });
  expect(await sign()).toEqual({ kind: 'already-reviewed', clause: 'NV-3.8' });
  expect(await addressesOf(idle)).toEqual(['192.0.2.3']);

  office.clock.set('2026-07-20T02:00:00Z');
  const found = await review();
  expect(found).toMatchObject({ period: '2026-H2', dueOn: '2026-12-31', reviewed: false });
  expect(found.findings.map(({ service, address, found: code, lastUsedOn }) => [service, address, code, lastUsedOn])).toEqual([
    [used, '192.0.2.2', 'idle', null],
    [idle, '192.0.2.3', 'idle', null],
  ]);
  expect(await sign({ period: '2026-H1' })).toEqual({ kind: 'not-this-period', clause: 'NV-3.8' });
  expect(await sign({ digest: '00'.repeat(32) })).toEqual({ kind: 'findings-changed', clause: 'NV-3.8' });
  expect(await sign({ password: 'Wrong-Passw0rd!' })).toEqual({ kind: 'wrong-password' });
  expect(await addressesOf(idle)).toEqual(['192.0.2.3']);

  expect(await sign()).toEqual({ kind: 'signed' });
  expect([await addressesOf(used), await addressesOf(idle)]).toEqual([['192.0.2.1'], []]);
  const after = await review();
  expect(after).toMatchObject({ reviewed: true, addresses: 1, findings: [] });
  expect(after.reviews.map(({ period, by }) => [period, by])).toEqual([['2026-H2', '姓名keeper'], ['2026-H1', '姓名keeper']]); // prettier-ignore
});

test('the signature is the log’s over the document, and the record commits to both', async () => {
  const [latest] = (await review()).reviews;
  if (!latest) return expect.unreachable();
  const { vkey } = await office.parts.ledger.receiptKey(platformProgramme);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), parseVkey(vkey, sha256).publicKey]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(latest.document), key, fromBase64(latest.signature))).toBe(true);
  expect(JSON.parse(latest.document)).toMatchObject({
    kind: 'mingcha-address-review-v1',
    period: '2026-H2',
    clause: 'NV-3.8',
    addresses: 3,
    findings: [{ address: '192.0.2.2' }, { address: '192.0.2.3' }],
    reviewer: { account: 'u-keeper' },
  });
  const read = await office.parts.ledger.recordRead(platformProgramme, { at: office.clock.now(), retention: 'log-5y', actor: { account: 'u' }, blindActor: 'u', scope: { kind: 'month', month: '2026-07' }, why: 'test' }); // prettier-ignore
  const [record] = await Array.fromAsync(office.parts.ledger.findByMonth(read, ['address-review']));
  expect(record?.index).toBe(latest.index);
  expect(record?.envelope).toMatchObject({ clause: 'NV-3.8', period: '2026-H2', signature: latest.signature });
});

test('what happened to the findings since they were seen stops the signature', async () => {
  office.clock.set('2027-01-20T02:00:00Z');
  const seen = await review();
  expect(seen.findings.map(({ address }) => address)).toEqual(['192.0.2.1']);
  await use(used, '192.0.2.1', '2027-01-19');
  expect(await sign({ digest: seen.digest })).toEqual({ kind: 'findings-changed', clause: 'NV-3.8' });
});

test('a suspended service is reviewed too, and stays suspended', async () => {
  office.clock.set('2027-07-20T02:00:00Z');
  const { seq } = (await findService(office.parts.database, platformProgramme, used)) ?? expect.unreachable();
  await suspendService(office.parts, await office.actor('keeper'), { service: used, expected: seq, note: '', cause: 'by-hand' });
  expect((await review()).findings.map(({ address }) => address)).toEqual(['192.0.2.1']);
  expect(await sign()).toEqual({ kind: 'signed' });
  expect((await findService(office.parts.database, platformProgramme, used))?.service).toMatchObject({ state: 'suspended', addresses: [] });
});
