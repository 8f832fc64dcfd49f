// The beginning and the end of an office's day: everybody signs in at once, and the program stops while somebody is still sending.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '#server';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';

let office: DemoOffice;
beforeAll(async () => {
  office = await openDemoOffice();
});
afterAll(() => office.close());

test('two hundred people of one address begin their day in the same minute', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async (_, place) => {
      const payload = { login: `nobody${place}`, password: 'x' };
      return (await office.http.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: '198.51.100.9' })).statusCode;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([401]));
});

test('an unfinished request does not hold up the end of the program', async () => {
  const { installation } = office;
  const running = await startServer({ ...installation, config: { ...installation.config, port: 0 } });
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => {});
  socket.write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
  await sleep(200);
  const before = performance.now();
  await running.stop();
  expect(performance.now() - before).toBeLessThan(8_000);
  await closed;
});
