import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { faultOf } from '../../../test/support/scratch-ledger.ts';
import { verifyEd25519 } from '#server/keys';
import { findSender, newSenderKey, readSenderKey } from './sender-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcha-senders-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'senders.txt');

test('a sender is found by name among those we trust, and its key verifies what it signs', async () => {
  const [one, other] = ['a/one', 'b/other'].map((name) => readSenderKey(newSenderKey(name)) ?? expect.unreachable());
  writeFileSync(file, `# comment\n${one?.vkey}\r\n\n${other?.vkey}\n`);
  const found = await findSender(file, 'b/other');
  const message = Buffer.from('message');
  expect(found && verifyEd25519(found.publicKey, message, other?.sign(message) ?? message)).toBe(true);
  expect(found && verifyEd25519(found.publicKey, message, one?.sign(message) ?? message)).toBe(false);
  expect(await findSender(file, 'c')).toBeUndefined();
  expect(await findSender(join(folder, 'none'), 'a/one')).toBeUndefined();
});

test('a file with a line that is no key trusts nobody', async () => {
  const { vkey } = readSenderKey(newSenderKey('a')) ?? expect.unreachable();
  writeFileSync(file, `${vkey}\n${vkey.slice(0, -2)}\n`);
  expect(await faultOf(findSender(file, 'a'))).toBe('SendersUnreadable');
  expect(await faultOf(findSender(folder, 'a'))).toBe('SendersUnreadable');
});

test.each([
  ['nothing', ''],
  ['another kind', 'PRIVATE+KEY+a+00000000+'],
  ['a changed name', newSenderKey('a').replace('+a+', '+b+')],
  ['a changed hash', newSenderKey('a').replace(/\+([0-9a-f]{8})\+/, '+00000000+')],
])('%s is no private key', (_, text) => {
  expect(readSenderKey(text)).toBeUndefined();
});
