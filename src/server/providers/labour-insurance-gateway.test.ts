// What only this adapter can meet: a gateway that is not ours, or not right.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Receipt } from '#server/ledger';
import { openLabourInsuranceGateway } from './labour-insurance-gateway.ts';

/** Stands for a receipt of the log's: this adapter passes on its promise and nothing else. */
const receipt = { promise: 'mingcha-receipt-v1.e30.AA' } as Receipt;
const row = { 'insured-unit': '甲行', 'insured-from': '2019-01-01', 'insured-until': null, 'insured-salary': 23_100 };

/** How a call ends when the other side answers so. */
async function outcomeOf(answer: RequestListener): Promise<unknown> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const provider = openLabourInsuranceGateway({ url: `http://127.0.0.1:${port}/base`, timeoutMs: 2_000 });
  try {
    return await provider.fetch({ operation: 'insured-history', subject: 'M000000001', receipt }, new AbortController().signal);
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const sends = (body: unknown, status = 200): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

test('the question goes below the base address, in the body alone', async () => {
  let heard = '';
  const outcome = await outcomeOf((request, response) => {
    heard = `${request.method} ${request.url} `;
    request.on('data', (bytes: Buffer) => (heard += bytes.toString()));
    request.on('end', () => response.end(JSON.stringify({ found: true, rows: [row] })));
  });
  expect(outcome).toEqual({ found: true, rows: [row] });
  expect(heard).toBe(`POST /base/calls {"promise":"${receipt.promise}","operation":"insured-history","subject":"M000000001"}`);
});

test.each<[string, RequestListener, string]>([
  ['rows of a person who is not found', sends({ found: false, rows: [row] }), 'provider-nonsense'],
  ['a row with a field too many', sends({ found: true, rows: [{ ...row, name: '林甲' }] }), 'provider-nonsense'],
  ['a row of another operation', sends({ found: true, rows: [{ 'pension-kind': '甲', 'pension-monthly': 1 }] }), 'provider-nonsense'],
  ['rows that are no list', sends({ found: true, rows: {} }), 'provider-nonsense'],
  ['no rows', sends({ found: true }), 'provider-nonsense'],
  ['a key that nobody knows', sends({ found: true, rows: [row], more: 1 }), 'provider-nonsense'],
  ['another kind of truth', sends({ found: 'yes', rows: [row] }), 'provider-nonsense'],
  ['an answer that never ends', (_request, response) => response.write(Buffer.alloc(1_200_000, ' ')), 'provider-nonsense'],
  ['no JSON', (_request, response) => response.end('<html>'), 'provider-nonsense'],
  ['no UTF-8', (_request, response) => response.end(Buffer.from([0x22, 0xff, 0x22])), 'provider-nonsense'],
  ['nothing', (_request, response) => response.end(), 'provider-nonsense'],
  ['a refusal of ours', sends({ code: 'index-served' }, 409), 'provider-failed'],
  ['its own time limit', sends({ code: 'provider-timeout' }, 504), 'provider-timeout'],
  ['its own nonsense', sends({ code: 'provider-nonsense' }, 502), 'provider-nonsense'],
  ['an error page of a proxy', (_request, response) => response.writeHead(502).end('<html>'), 'provider-failed'],
  ['a way elsewhere', (_request, response) => response.writeHead(307, { location: '/other' }).end(), 'provider-failed'],
  [
    'half an answer',
    (_request, response) => response.writeHead(200, { 'content-length': 100 }).write('{', () => response.destroy()),
    'provider-failed',
  ],
  ['no answer', () => {}, 'provider-timeout'],
])('%s', async (_what, answer, code) => {
  expect(await outcomeOf(answer)).toBe(code);
});
