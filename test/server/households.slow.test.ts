// Household files over the wire, on the demonstration's office: who may, one import from its manifest to its switch, and what is refused.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HouseholdImport } from '#contract';
import { readSenderKey } from '#server/households';
import { dayInTaipei } from '#server/platform';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { householdCsv, numbers, packLoosely, type SentFile } from '../support/household-office.ts';
import type { TestClient } from '../support/test-client.ts';
import { until } from '../support/until.ts';

let office: DemoOffice;
let keeper: TestClient;
const base = '/api/programmes/nantou-verification/household-imports';
beforeAll(async () => {
  office = await openDemoOffice();
  keeper = await office.signIn('keeper');
});
afterAll(() => office.close());

async function pack(more = 0): Promise<SentFile> {
  const key = await readFile(join(office.installation.config.dataDirectory, 'demo-household-sender.key'), 'latin1');
  const sender = readSenderKey(key) ?? expect.unreachable();
  const { recipient } = (await keeper.get(base)).body;
  const today = dayInTaipei(office.clock.now());
  return packLoosely({ csv: householdCsv(numbers(0, 200 + more)), period: today.slice(0, 7), asOf: today, sender, recipient });
}

const open = ({ manifest, signature }: SentFile) => keeper.send('POST', base, { manifest: manifest.toString(), signature });

test('the demonstration serves; every role of the platform sees it, only the responsible person imports', async () => {
  const sent = await pack();
  for (const login of ['officer', 'supervisor1', 'auditor3', 'keeper']) {
    const client = await office.signIn(login);
    const { body } = await client.get(base);
    expect(body.serving).toMatchObject({ rows: 20_000 });
    expect(body.imports).toHaveLength(4);
    if (login === 'keeper') continue;
    const { status, body: problem } = await client.send('POST', base, { manifest: sent.manifest.toString(), signature: sent.signature });
    expect([login, status, problem.code]).toEqual([login, 403, 'not-permitted']);
  }
  keeper = await office.signIn('keeper');
});

test('under a regulation without client services there is no such thing', async () => {
  const auditor = await office.signIn('auditor1');
  const { status } = await auditor.get('/api/programmes/nantou-webir/household-imports');
  expect(status).toBe(404);
});

describe('an import', () => {
  let id: string;
  let sent: SentFile;
  const at = (path = '') => `${base}/${id}${path}`;
  const upload = (offset: number, bytes: Uint8Array, type = 'application/octet-stream') =>
    keeper.send('PUT', `${at('/file')}?offset=${offset}`, Buffer.from(bytes), { 'content-type': type });

  test('is opened by its manifest, and again to go on', async () => {
    sent = await pack();
    const { status, body } = await open(sent);
    expect([status, body.state, body.uploadedBytes]).toEqual([200, 'waiting', null]);
    id = body.id;
    expect((await open(sent)).body.id).toBe(id);
  });

  test('takes its file in pieces, and nothing else', async () => {
    expect((await keeper.send('POST', at('/start'), { dryRun: false })).body.code).toBe('conflict');
    const half = Math.floor(sent.ciphertext.length / 2);
    expect(await upload(0, sent.ciphertext.subarray(0, half))).toMatchObject({ status: 200, body: { uploadedBytes: half } });
    expect((await upload(half + 1, sent.ciphertext)).status).toBe(409);
    expect((await upload(0, Buffer.alloc(1), 'text/plain')).status).toBe(415);
    expect((await upload(half, Buffer.alloc(200_000))).body).toMatchObject({ code: 'body-too-large', clause: 'NV-4.1.1' });
    expect((await upload(half, sent.ciphertext.subarray(half))).body).toEqual({ uploadedBytes: sent.ciphertext.length });
    const other = await keeper.send('POST', base, Buffer.from('x'), { 'content-type': 'application/octet-stream' });
    expect(other.status).toBe(415);
  });

  test('is tried, started, and waits for a word because half a county would go', async () => {
    expect((await keeper.send('POST', at('/start'), { dryRun: true })).status).toBe(200);
    const tried = await until('it is tried', async () => stateIs(await keeper.get(at()), 'dry-run'));
    expect(tried).toMatchObject({ loadedRows: 200, came: 200, went: 20_000, destroyedAt: null });
    expect((await keeper.send('POST', at('/confirm'))).body.code).toBe('conflict');
    await keeper.send('POST', at('/start'), { dryRun: false });
    const waits = await until('it waits', async () => stateIs(await keeper.get(at()), 'ready'));
    await until('its file is gone', async () => (await keeper.get(at())).body.destroyedAt !== null);
    expect(waits.outOfProportion).toBe(true);
    expect((await keeper.get(base)).body.serving).toMatchObject({ rows: 20_000 });
  });

  test('serves once it is confirmed, and can’t be given up then', async () => {
    expect((await keeper.send('POST', at('/confirm'))).status).toBe(200);
    await until('it serves', async () => stateIs(await keeper.get(at()), 'serving'));
    expect((await keeper.get(base)).body.serving).toMatchObject({ rows: 200, import: id });
    expect((await keeper.send('POST', at('/discard'))).body.code).toBe('conflict');
    expect((await keeper.send('POST', at('/start'), { dryRun: false })).body.code).toBe('conflict');
    expect((await upload(0, Buffer.alloc(1))).status).toBe(409);
  });

  test('of another programme, or none, is not found', async () => {
    for (const url of [`${base}/00000000-0000-4000-8000-000000000000`, `/api/programmes/elsewhere/household-imports/${id}`])
      expect((await keeper.get(url)).status).toBe(404);
  });
});

test('a manifest that is refused says why, with its clause and no value', async () => {
  const sent = await pack(1);
  const { status, body } = await open({ ...sent, signature: Buffer.alloc(64).toString('base64') });
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'file-refused', clause: 'NV-4.1.3', fields: [expect.objectContaining({ field: 'manifest', code: 'signature-false' })] })]); // prettier-ignore
});

test('one that is given up is destroyed', async () => {
  const { body } = await open(await pack(2));
  const { body: given } = await keeper.send('POST', `${base}/${body.id}/discard`);
  expect([given.state, given.refusal?.code]).toEqual(['failed', 'discarded']);
});

function stateIs({ body }: { body: HouseholdImport }, state: HouseholdImport['state']): HouseholdImport | undefined {
  return body.state === state ? body : undefined;
}
