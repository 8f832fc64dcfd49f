// Proofs as the wire gives them: each is checked with nothing but what anyone can have of the log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leafHash, parseTlogProof, parseVkey, signPromise } from '#domain/ledger';
import { joinPiece, judgeEvidence, readPiece, type Evidence } from '#domain/proofs';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, type TestClient } from '../support/test-client.ts';
import { sha256, verifyEd25519 } from '../vectors/ledger/reference-tree.ts';

let office: DemoOffice;
let user: TestClient;
let answered: { index: number; receipt: string };

beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
  answered = (await user.query()).body;
  await office.installation.ledger.flush('nantou-webir');
});
afterAll(() => office?.close());

async function publicLog() {
  const response = await office.http.inject({ url: '/api/v1/logs' });
  return response
    .json<{ logs: { origin: string; vkeys: string[]; receiptKeyNote: string | null; names: Record<string, string> }[] }>()
    .logs.find(({ origin }) => origin.endsWith('/nantou-webir'))!;
}

async function ask(receipt: string) {
  const response = await office.http.inject({ method: 'POST', url: '/api/v1/proofs', payload: { receipt } });
  return response.json<{ state?: string; proof?: string; code?: string }>();
}

async function verdictOn(...texts: string[]) {
  const { vkeys, receiptKeyNote } = await publicLog();
  let evidence: Evidence = {};
  for (const text of texts) {
    const piece = readPiece(text);
    if (piece.kind === 'unreadable') return piece;
    evidence = joinPiece(evidence, piece);
  }
  const keys = { keys: vkeys.map((vkey) => parseVkey(vkey, sha256)), receiptKeyNotes: receiptKeyNote === null ? [] : [receiptKeyNote] };
  return judgeEvidence(evidence, keys, { sha256, verify: verifyEd25519 });
}

async function textOf(client: TestClient, path: string): Promise<string> {
  const { status, bytes } = await client.get(`${programmePath}/records/${answered.index}/${path}`);
  expect(status).toBe(200);
  return bytes.toString('utf8');
}

describe('without signing in', () => {
  test('the logs say whose they are, their keys, and what codes mean', async () => {
    const log = await publicLog();
    expect(log.vkeys).toHaveLength(1);
    expect(log.names).toMatchObject({ 'social-assistance': expect.any(String), 'insured-history': expect.any(String) });
  });

  test('a receipt leads to the proof that it was kept', async () => {
    const { state, proof = '' } = await ask(answered.receipt);
    expect(state).toBe('sealed');
    expect(await verdictOn(answered.receipt, proof)).toMatchObject({ kind: 'proven', index: answered.index, keepsPromise: true });
  });

  test('a receipt of the next record is pending, and then sealed', async () => {
    const { receipt } = (await user.query()).body;
    expect(await ask(receipt)).toSatisfy(({ state }: { state: string }) => state === 'pending' || state === 'sealed');
    await office.installation.ledger.flush('nantou-webir');
    expect(await ask(receipt)).toMatchObject({ state: 'sealed' });
  });

  test('whoever doesn’t know the leaf learns nothing of the record', async () => {
    const { origin } = await publicLog();
    const guessed = signPromise({ origin, index: answered.index, leafHash: leafHash(Uint8Array.of(1), sha256) }, () => new Uint8Array(64));
    expect(await ask(guessed)).toEqual({ state: 'differs' });
    const elsewhere = signPromise({ origin: 'example.org/other', index: 0, leafHash: new Uint8Array(32) }, () => new Uint8Array(64));
    for (const receipt of [elsewhere, 'rubbish', 'mingcha-receipt-v1.x.y']) expect(await ask(receipt)).toMatchObject({ code: 'not-found' });
    expect(await ask('x'.repeat(3_000))).toMatchObject({ code: 'malformed-request' });
  });
});

describe('for whoever may read the record', () => {
  test('its proof carries the leaf, its content is what the leaf commits to, and the reading is recorded', async () => {
    const proof = await textOf(user, 'proof');
    expect(parseTlogProof(proof).extra?.length).toBeLessThanOrEqual(300);
    const content = await textOf(user, 'content');
    const verdict = await verdictOn(proof, content);
    expect(verdict).toMatchObject({ kind: 'proven', leaf: { type: 'outcome' }, content: { B: { body: { login: 'user1' } } } });
    const newest = (await office.installation.ledger.state('nantou-webir')).next - 1;
    const { body } = await (await office.signIn('auditor1')).get(`${programmePath}/records/${newest}`);
    expect(body).toMatchObject({ type: 'log-read', envelope: { why: 'record-print', openings: true } });
  });

  test('another user’s record is not found', async () => {
    const other = await office.signIn('user2');
    expect((await other.get(`${programmePath}/records/${answered.index}/content`)).body).toMatchObject({ code: 'not-found' });
  });
});
