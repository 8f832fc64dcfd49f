// Verifying by client services: who is let in, what is refused by which clause, what is recorded, what is counted; on a real database and
// log, with a clock that the test moves.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePromise } from '#domain/ledger';
import { readVerification } from '#domain/records';
import type { IssuedKey } from '#server/clients';
import type { OpenedRecord } from '#server/ledger';
import { platformProgramme } from '../../../test/support/platform-office.ts';
import { countyPerson, question } from '../../../test/support/county-people.ts';
import { clientAddress, openVerifyingOffice, type VerifyingNode, type VerifyingOffice } from '../../../test/support/verifying-office.ts';

let office: VerifyingOffice;
let node: VerifyingNode;
let service: string;
let key: IssuedKey;
beforeAll(async () => {
  office = await openVerifyingOffice(Array.from({ length: 400 }, (_, number) => countyPerson(number)));
  ({ service, key } = await office.setUp({
    claims: ['county-resident', 'low-income', 'name-matches', 'birth-date-matches'],
    requestsPerDay: 1_000,
    personsPerDay: 500,
  }));
  node = await office.openNode();
});
afterAll(async () => {
  await node.close();
  await office.close();
});

const next = async (): Promise<number> => (await office.scratch.ledger.state(platformProgramme)).next;

async function recordsFrom(first: number): Promise<OpenedRecord[]> {
  const { ledger } = office.scratch;
  const month = '2026-11';
  const read = await ledger.recordRead(platformProgramme, {
    at: office.clock.now(),
    retention: 'log-5y',
    actor: {},
    blindActor: 'test',
    scope: { kind: 'month', month },
    why: 'test',
  });
  const records: OpenedRecord[] = [];
  for await (const record of ledger.findByMonth(read)) if (record.index >= first && record.type !== 'log-read') records.push(record);
  return records;
}

/** An answer by its record: another receipt of the same record promises the same. */
const standing = ({ receipt, ...answer }: { receipt: string }) => ({ ...answer, index: parsePromise(receipt).promise.index });

describe('an answer', () => {
  test('holds exactly the claims asked, and its record all that was asked and answered', async () => {
    const { id, name } = countyPerson(3);
    const claims = ['low-income', 'name-matches', 'birth-date-matches'];
    const { status, body } = await node.ask(
      key,
      question(3, { subject: { nationalId: id.toLowerCase(), name: `${name} `, birthDate: '75/1/2' }, claims }),
    );
    expect([status, body.answers]).toEqual([200, { 'low-income': true, 'name-matches': true, 'birth-date-matches': false }]);
    const { index } = parsePromise(body.receipt).promise;
    const [record] = await recordsFrom(index);
    if (!record) throw new Error('no record');
    expect(record).toMatchObject({
      index,
      type: 'verification',
      recordId: body.id,
      actor: { account: service, login: key.id, address: clientAddress },
    });
    expect(readVerification(record.envelope, record.subject)).toMatchObject({
      query: {
        regulation: 'nantou-verification',
        purpose: 'eligibility',
        operation: 'verify',
        fields: claims,
        subject: id,
        caseNumber: '社助-115-000123',
      },
      name: `${name} `,
      birthDate: '75/1/2',
      answers: body.answers,
      asOf: body.asOf,
    });
  });

  test('for somebody in no file reads as a "no" does, and costs the same steps', async () => {
    const subject = { nationalId: countyPerson(1).id, name: '陳', birthDate: '1990-01-01' };
    const claims = ['low-income', 'name-matches', 'birth-date-matches'];
    const before = await next();
    const no = await node.ask(key, question(1, { subject, claims }));
    const unknown = await node.ask(key, question(1, { subject: { ...subject, nationalId: 'M299999999' }, claims }));
    expect({ ...unknown.body, id: '', receipt: '' }).toEqual({ ...no.body, id: '', receipt: '' });
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(no.headers));
    const [first, second] = await recordsFrom(before);
    expect(second?.envelope).toEqual(first?.envelope);
    expect(JSON.stringify(second?.subject).length).toBe(JSON.stringify(first?.subject).length);
  });
});

describe('nobody is let in', () => {
  const other: IssuedKey = {
    id: `ck_${randomBytes(16).toString('base64url')}`,
    secret: `mck_${randomBytes(32).toString('base64url')}`,
    snippet: '',
  };
  const now = (): number => Math.floor(office.clock.now().epochMilliseconds / 1_000);
  test.each<readonly [string, () => Promise<{ status: number; body: { code: string; clause?: string } }>]>([
    ['key-unknown', () => node.ask(other, question(1))],
    ['signature-wrong', () => node.ask({ ...other, id: key.id }, question(1))],
    ['too-old', () => node.ask(key, question(1), { createdSeconds: now() - 301 })],
    ['too-new', () => node.ask(key, question(1), { createdSeconds: now() + 301 })],
    ['content-digest-wrong', () => node.ask(key, question(1), { sent: JSON.stringify(question(2)) })],
    ['signature-missing', () => node.ask(key, question(1), { headers: { signature: undefined } })],
    ['content-digest-missing', () => node.ask(key, question(1), { headers: { 'content-digest': undefined } })],
    ['idempotency-key-not-covered', () => node.ask(key, question(1), { headers: { 'idempotency-key': 'x' } })],
    ['signature-malformed', () => node.ask(key, question(1), { headers: { signature: 'mingcha=:AAAA:' } })],
  ])('%s: told no more than that, recorded with its reason', async (code, ask) => {
    // Each from a minute of its own: the first of a minute are recorded one by one.
    office.clock.set(office.clock.now().add({ minutes: 1 }).toString());
    const before = await next();
    const { status, body } = await ask();
    expect([status, body.code, body.clause]).toEqual([401, 'signature-invalid', undefined]);
    expect(await recordsFrom(before)).toMatchObject([
      { type: 'sign-in-failed', envelope: { code, clause: 'NV-3.7', count: 1 }, actor: { address: clientAddress } },
    ]);
  });

  test('an outsider cannot fill the log: ten of a minute are recorded, the others counted', async () => {
    office.clock.set(office.clock.now().add({ minutes: 1 }).toString());
    const before = await next();
    await Promise.all(Array.from({ length: 50 }, () => node.ask(other, question(1))));
    expect(await recordsFrom(before)).toHaveLength(10);
    office.clock.set(office.clock.now().add({ minutes: 1 }).toString());
    await expect.poll(async () => (await recordsFrom(before)).length).toBe(11);
    expect((await recordsFrom(before)).at(-1)).toMatchObject({ type: 'sign-in-failed', envelope: { count: 40 } });
  });

  test('the same signed request a second time, in this process or another', async () => {
    const nonce = randomBytes(12).toString('base64url');
    const second = await office.openNode();
    expect((await node.ask(key, question(5), { nonce })).status).toBe(200);
    expect(await node.ask(key, question(5), { nonce })).toMatchObject({ status: 409, body: { code: 'request-replayed' } });
    expect(await second.ask(key, question(5), { nonce })).toMatchObject({ status: 409, body: { code: 'request-replayed' } });
    await second.close();
  });

  test('nor across the month’s end', async () => {
    const before = office.clock.now();
    const nonce = randomBytes(12).toString('base64url');
    const second = await office.openNode();
    try {
      office.clock.set('2026-11-30T15:59:50Z');
      const createdSeconds = Math.floor(office.clock.now().epochMilliseconds / 1_000);
      expect((await node.ask(key, question(6), { nonce, createdSeconds })).status).toBe(200);
      const first = await node.ask(key, question(6), { idempotencyKey: 'over-midnight' });
      office.clock.set('2026-11-30T16:00:30Z');
      expect(await second.ask(key, question(6), { nonce, createdSeconds })).toMatchObject({
        status: 409,
        body: { code: 'request-replayed' },
      });
      expect(standing((await second.ask(key, question(6), { idempotencyKey: 'over-midnight' })).body)).toEqual(standing(first.body));
    } finally {
      await second.close();
      office.clock.set(before.toString());
    }
  });
});

describe('refused by the regulation, with a record', () => {
  test.each<readonly [string, string, object]>([
    ['NV-4.2.1', 'case-number-missing', { caseNumber: ' ' }],
    ['NV-4.2.1', 'case-number-missing', { caseNumber: null }],
    ['NV-4.2.1', 'reason-missing', { reason: '查' }],
    ['NV-3.3', 'operation-not-granted', { claims: ['disability'] }],
  ])('%s %s', async (clause, code, changes) => {
    const before = await next();
    const { status, body } = await node.ask(key, question(1, changes));
    expect([status, body.code, body.clause]).toEqual([403, 'refused-by-regulation', clause]);
    expect(body.refusals).toMatchObject([{ clause, code }]);
    expect(await recordsFrom(before)).toMatchObject([
      { type: 'refused', envelope: { refusals: [{ clause, code }] }, actor: { account: service } },
    ]);
    expect(parsePromise(body.receipt).promise.index).toBe(before);
  });

  test('NV-3.7: from another address than its own, once it is known who asks', async () => {
    expect(await node.ask(key, question(1), { address: '192.0.2.8' })).toMatchObject({
      status: 403,
      body: { clause: 'NV-3.7', refusals: [{ code: 'address-not-allowed' }] },
    });
    expect((await node.ask(key, question(1), { address: '::ffff:192.0.2.7' })).status).toBe(200);
  });

  test('NV-4.1.2: outside its period', async () => {
    const now = office.clock.now();
    office.clock.set('2027-11-01T02:00:00Z');
    expect(await node.ask(key, question(1))).toMatchObject({
      status: 403,
      body: { clause: 'NV-4.1.2', refusals: [{ code: 'grant-not-current' }] },
    });
    office.clock.set(now.toString());
  });
});

describe('malformed', () => {
  test.each<readonly [string, string, unknown]>([
    ['body', 'not-json', '{"caseNumber":'],
    ['body', 'not-json', '\u00ff'],
    ['body', 'wrong-type', '[]'],
    ['subject', 'missing', { caseNumber: '1', reason: '審查', claims: ['county-resident'] }],
    ['claims', 'blank', question(1, { claims: [] })],
    ['claims.0', 'invalid', question(1, { claims: ['salary'] })],
    ['claims', 'given-twice', question(1, { claims: ['county-resident', 'county-resident'] })],
    ['subject.name', 'missing', question(1, { claims: ['name-matches'] })],
    ['subject.birthDate', 'missing', question(1, { claims: ['birth-date-matches'] })],
    ['subject.birthDate', 'birth-date-malformed', question(1, { subject: { nationalId: 'M1', birthDate: '860102' } })],
    ['subject.nationalId', 'too-long', question(1, { subject: { nationalId: 'M'.repeat(33) } })],
    ['subject.nationalId', 'blank', question(1, { subject: { nationalId: '　' } })],
    ['subject.nationalId', 'control-character', question(1, { subject: { nationalId: 'M\0' } })],
    ['caseNumber', 'too-long', question(1, { caseNumber: '1'.repeat(65) })],
    ['purpose', 'unknown-key', question(1, { purpose: 'x' })],
  ])('%s %s: named, and recorded without what could not be read', async (field, code, body) => {
    office.clock.set(office.clock.now().add({ minutes: 1 }).toString());
    const before = await next();
    const sent = body === '\u00ff' ? Buffer.from([0xff]) : undefined;
    const reply = sent ? await node.ask(key, '', { body: sent, sent }) : await node.ask(key, body);
    expect([reply.status, reply.body.code, reply.body.clause]).toEqual([400, 'malformed-request', 'NV-4.2.1']);
    expect(reply.body.fields).toMatchObject([{ field, code }]);
    expect(await recordsFrom(before)).toMatchObject([
      { type: 'refused', envelope: { refusals: [{ code: 'malformed-request' }] }, subject: { subject: '' } },
    ]);
  });

  test('too large, or of another media type', async () => {
    expect(await node.ask(key, 'x'.repeat(65 * 1024))).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(await node.ask(key, question(1), { headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
    expect(await node.ask(key, question(1), { headers: { 'content-type': 'application/x-ndjson' } })).toMatchObject({ status: 415 });
  });
});

describe('an idempotency key', () => {
  test('gives the same answer again, from the log; under another body it is a conflict', async () => {
    const first = await node.ask(key, question(7), { idempotencyKey: 'retry-1' });
    const before = await next();
    const again = await node.ask(key, question(7), { idempotencyKey: 'retry-1' });
    expect([again.status, standing(again.body)]).toEqual([200, standing(first.body)]);
    expect((await recordsFrom(before)).filter(({ type }) => type === 'verification')).toEqual([]);
    expect(await node.ask(key, question(8), { idempotencyKey: 'retry-1' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('of a refused request may be used again once it is put right', async () => {
    expect((await node.ask(key, question(9, { caseNumber: '' }), { idempotencyKey: 'retry-2' })).status).toBe(403);
    expect((await node.ask(key, question(9), { idempotencyKey: 'retry-2' })).status).toBe(200);
  });

  test('of two at the same moment: one record, one answer', async () => {
    const before = await next();
    const replies = await Promise.all([1, 2, 3].map(() => node.ask(key, question(10), { idempotencyKey: 'retry-3' })));
    expect(new Set(replies.map(({ body }) => JSON.stringify(standing(body)))).size).toBe(1);
    expect((await recordsFrom(before)).filter(({ type }) => type === 'verification')).toHaveLength(1);
  });
});

describe('a batch', () => {
  test('is answered line by line in its order; a line that is wrong has its problem there, and the others go on', async () => {
    const lines = [question(11), question(12, { caseNumber: '' }), '{', question(13), question(14, { claims: ['disability'] }), ''];
    const { status, body } = await node.askBatch(key, lines);
    expect([status, body.map((line: { code?: string; status?: number }) => line.code ?? 'answered')]).toEqual([
      200,
      ['answered', 'refused-by-regulation', 'malformed-request', 'answered', 'refused-by-regulation', 'malformed-request'],
    ]);
  });

  test('of many pieces keeps its order', async () => {
    const lines = Array.from({ length: 250 }, (_, number) => question(number % 100, { claims: ['low-income'] }));
    const { body } = await node.askBatch(key, lines);
    expect(body.map((line: { answers: Record<string, boolean> }) => line.answers['low-income'])).toEqual(
      lines.map((_, number) => (number % 100) % 3 === 0),
    );
    expect(new Set(body.map((line: { id: string }) => line.id)).size).toBe(250);
  });

  test.each<readonly [string, number, string, string, () => Promise<{ status: number; body: { code: string } }>]>([
    ['of more than 1,000 lines', 413, 'body-too-large', 'refused', () => node.askBatch(key, 'x\n'.repeat(1_001))],
    ['without a line', 400, 'malformed-request', 'refused', () => node.askBatch(key, '')],
    [
      'torn on its way',
      401,
      'signature-invalid',
      'sign-in-failed',
      () => node.askBatch(key, [question(15), question(16)], { sent: JSON.stringify(question(15)) }),
    ],
  ])('%s is refused whole, before anything of it is done', async (_, status, code, type, ask) => {
    office.clock.set(office.clock.now().add({ minutes: 1 }).toString());
    const before = await next();
    const reply = await ask();
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect((await recordsFrom(before)).map((record) => record.type)).toEqual([type]);
  });

  test('larger than two mebibytes is not read', async () => {
    expect(await node.askBatch(key, 'x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  test('once more under its idempotency key: the same answers', async () => {
    const lines = [question(17), question(18)];
    const first = await node.askBatch(key, lines, { idempotencyKey: 'batch-1' });
    const again = await node.askBatch(key, lines, { idempotencyKey: 'batch-1' });
    expect(again.body.map(standing)).toEqual(first.body.map(standing));
  });
});
