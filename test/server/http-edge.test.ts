// The edge as an attacker sees it: odd methods, odd paths, odd bytes, people who hang up. Nothing of it is a fault, nothing of what was
// sent comes back, and nothing may be kept by a cache.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp, type Http } from '#server/platform';
import { logOptions } from '../../src/server/platform/http/log-options.ts';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
});
afterAll(() => office.close());

/** Sends bytes as they are, and reads until the server hangs up. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let answered = '';
  socket.on('data', (data) => (answered += data.toString('utf8')));
  socket.on('error', () => {});
  socket.on('close', () => resolve(answered));
  return promise;
}

const bare = () => createHttp({ trustedProxies: [], secureCookies: false }, '0', () => undefined);
const portOf = async (http: Http) => Number(new URL(await http.listen({ host: '127.0.0.1', port: 0 })).port);

test.each([
  ['POST', '/api/office', 'GET'],
  ['GET', '/api/session/touch', 'POST'],
  ['PATCH', '/api/session', 'DELETE, GET, POST'],
  ['OPTIONS', `${programmePath}/queries`, 'GET, POST'],
  ['TRACE', '/api/account/password', 'PUT'],
  ['HEAD', `${programmePath}/months/2026-10/list.pdf`, 'GET'],
  ['DELETE', '/healthz', 'GET, HEAD'],
] as const)('%s %s is not allowed, and the answer says what is', async (method, url, allowed) => {
  const { statusCode, headers } = await office.http.inject({ method: method as 'GET', url });
  expect([statusCode, headers['allow'], headers['cache-control']]).toEqual([405, allowed, 'no-store']);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  '/assets/..%2f.built-from',
  '/assets/..%5cindex.html',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/.hidden',
  '/assets/%00',
  '/assets/a//b',
  '/%61pi/nothing',
  '//api/office',
  '/api',
  '/API/office',
  '/assets/%E0%A4%A',
  '/%',
  '/A123456789%',
])('GET %s is not found, and repeats nothing', async (url) => {
  const response = await office.http.inject(url);
  expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  expect(response.headers).toMatchObject({
    'content-type': expect.stringContaining('application/problem+json'),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(response.body).not.toContain('A123456789');
});

test.each([
  ['/%61pi/session', 200],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/api/openapi.json', 200],
  [`${programmePath}/records/0/proof`, 200],
  ['/nothing', 200],
])('no cache keeps %s', async (url, status) => {
  const answered = await user.get(url);
  expect(answered.status).toBe(status);
  expect(answered.headers['cache-control']).toBe(url === '/nothing' ? 'public, max-age=0' : 'no-store');
});

test.each(['%20', '0x2', '1e1', '+1', '1.0'])('"%s" is no index', async (index) => {
  const answered = await user.get(`${programmePath}/records/${index}`);
  expect([answered.status, answered.body.fields[0].field]).toEqual([400, 'index']);
});

test.each(['text/plain', 'text/plain;application/json', 'application/vnd.api+json'])('%s is no form of ours', async (type) => {
  const { status, body } = await user.send('POST', '/api/session/touch', '{}', { 'content-type': type });
  expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
});

test('an address in X-Forwarded-For is nobody’s word', async () => {
  await user.send('POST', '/api/session/touch', undefined, { 'x-forwarded-for': '203.0.113.7' });
  const { body } = await user.query();
  const record = await (await office.signIn('chief')).get(`${programmePath}/records/${body.index}`);
  expect(record.body.actor.address).toBe('127.0.0.1');
});

describe('on the network', () => {
  let http: Http;
  let port: number;
  const errors: unknown[] = [];
  beforeAll(async () => {
    http = await bare();
    http.addHook('onError', async (_request, _reply, error) => void errors.push(error));
    http.post('/form', async () => ({ done: true }));
    http.get('/syntax', async () => JSON.parse('{A123456789'));
    http.get('/teapot', async () => Promise.reject(Object.assign(new Error('A123456789'), { statusCode: 418 })));
    port = await portOf(http);
  });
  afterAll(() => http.close());

  test.each([
    ['no HTTP at all', 'A123456789\r\n\r\n'],
    ['two lengths', 'POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef'],
    ['a length and chunks', 'POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['20 kB of headers', `GET /form HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['an unknown method', 'BREW /form HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['QUERY without a type', 'QUERY /form HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ])('%s is a malformed request', async (_name, bytes) => {
    const answered = await sendRaw(port, bytes);
    expect(answered).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const document = JSON.parse(answered.slice(answered.indexOf('\r\n\r\n') + 4)) as Record<string, string>;
    expect(document).toMatchObject({ code: 'malformed-request', reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) });
    expect(answered).not.toContain('A123456789');
  });

  test('who hangs up, before or in the middle of a request, is no fault of ours', async () => {
    errors.length = 0;
    for (let times = 0; times < 20; times += 1) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const rest = times % 2 === 0 ? '{}' : '';
      const bytes = `POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n${rest}`;
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => void socket.resetAndDestroy()));
      socket.on('error', () => {});
      socket.on('close', () => resolve());
      await promise;
    }
    await sleep(200);
    const codes = errors.map((error) => (error as { code?: string }).code);
    expect(codes.filter((code) => code !== 'ECONNRESET')).toEqual([]);
    expect((await http.inject('/form')).statusCode).toBe(405);
  });

  test('a SyntaxError of our own is a fault and not the sender’s', async () => {
    const response = await http.inject('/syntax');
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([500, 'fault']);
    expect(response.body).not.toContain('A123456789');
  });

  test('a plugin’s refusal without a code of ours is a malformed request', async () => {
    const response = await http.inject('/teapot');
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'malformed-request']);
  });
});

test('whatever logs an error, the log holds its place and never its message or values', async () => {
  const stream = new PassThrough();
  const app = fastify({ logger: { ...logOptions(stream), level: 'warn' } });
  const error = Object.assign(new Error('duplicate key A123456789'), { code: '23505', detail: 'Key (id)=(A123456789)' });
  const written: Buffer[] = [];
  stream.on('data', (line: Buffer) => written.push(line));
  app.log.error(error);
  app.log.warn({ err: error });
  app.log.error({ err: error }, error.message);
  app.log.warn('in plain words');
  await sleep(20);
  const lines = Buffer.concat(written).toString('utf8').trim().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines.join('')).not.toContain('A123456789');
  for (const line of lines.slice(0, 3)) expect(JSON.parse(line)).toMatchObject({ msg: 'fault', err: { type: 'Error', message: '23505' } });
  expect(JSON.parse(lines[3] ?? '')).toMatchObject({ msg: 'in plain words' });
});
