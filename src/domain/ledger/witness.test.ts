// The witness against the reference tree: status by status, then whole lives of random requests.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '#domain/kernel';
import {
  knownPublicKey,
  referenceProof,
  referenceRoot,
  sha256,
  signWithKnownKey,
  someEntries,
  verifyEd25519,
} from '../../../test/vectors/ledger/reference-tree.ts';
import { formatAddCheckpoint } from './add-checkpoint.ts';
import { signCheckpoint } from './checkpoint.ts';
import { cosignatureTime } from './cosignature.ts';
import type { TreeHead } from './proofs.ts';
import { formatNote, parseNote, verifyNote, type Note } from './signed-note.ts';
import { verifierKey } from './verifier-key.ts';
import { cosignNote, judgeAddCheckpoint, readCosignatures } from './witness.ts';

const origin = 'example.org/log';
const entries = someEntries(40);
const roots = Array.from({ length: entries.length + 1 }, (_, size) => referenceRoot(entries.slice(0, size)));
const logKey = verifierKey(origin, knownPublicKey, sha256);
const witnessKey = verifierKey('witness.example', knownPublicKey, sha256, 'ed25519-cosignature');
const witness = { key: witnessKey, sign: signWithKnownKey };

const otherPrivateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const otherPublicKey = new Uint8Array(createPublicKey(otherPrivateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
const otherLogKey = verifierKey(origin, otherPublicKey, sha256);

const head = (size: number): TreeHead => ({ size, rootHash: roots[size] ?? new Uint8Array(0) });
const proofOf = (oldSize: number, size: number) => (oldSize === 0 || oldSize > size ? [] : referenceProof(oldSize, entries.slice(0, size)));
const noteOf = (size: number, rootHash = head(size).rootHash, signers = [{ key: logKey, sign: signWithKnownKey }]) =>
  signCheckpoint({ origin, size, rootHash, extensions: [] }, signers);
const request = (oldSize: number, size: number, changes: { proof?: Uint8Array[]; note?: string } = {}) =>
  formatAddCheckpoint({ oldSize, proof: proofOf(oldSize, size), note: noteOf(size), ...changes });
const judge = (body: string, last?: TreeHead, keys = [logKey]) =>
  judgeAddCheckpoint(body, (name) => (name === origin ? { keys, last } : undefined), sha256, verifyEd25519);

describe('the answer to a checkpoint', () => {
  test('is 200 for a first one, for one that grew, and for the same one again', () => {
    expect(judge(request(0, 7))).toMatchObject({ status: 200, checkpoint: { origin, ...head(7) } });
    expect(judge(request(0, 0))).toMatchObject({ status: 200, checkpoint: { size: 0 } });
    expect(judge(request(0, 7), head(0))).toMatchObject({ status: 200 });
    expect(judge(request(7, 11), head(7))).toMatchObject({ status: 200, checkpoint: { size: 11 } });
    expect(judge(request(7, 7), head(7))).toMatchObject({ status: 200 });
  });

  test('keeps the signatures it checked and drops the others', () => {
    const stranger = `— stranger.example ${toBase64(new Uint8Array(70))}\n`;
    const verdict = judge(request(0, 7, { note: noteOf(7) + stranger }));
    expect(verdict).toMatchObject({ status: 200, note: { signatures: [{ name: origin, keyId: logKey.keyId }] } });
  });

  test('takes either of two keys while a log changes its key', () => {
    const both = [logKey, otherLogKey];
    const byOther = noteOf(7, head(7).rootHash, [{ key: otherLogKey, sign: (message) => sign(null, message, otherPrivateKey) }]);
    expect(judge(request(0, 7), undefined, both).status).toBe(200);
    expect(judge(request(0, 7, { note: byOther }), undefined, both).status).toBe(200);
    expect(judge(request(0, 7, { note: byOther })).status).toBe(403);
  });

  const wrongRoot = { note: noteOf(7, head(8).rootHash) };
  test.each<[number, string, string, TreeHead?]>([
    [400, 'rubbish', 'rubbish'],
    [400, 'no checkpoint in it', formatAddCheckpoint({ oldSize: 0, proof: [], note: 'x' })],
    [400, 'a note that is no checkpoint', formatAddCheckpoint({ oldSize: 0, proof: [], note: 'x\n\n— a AAAAAAA=\n' })],
    [400, 'an old size beyond the checkpoint', request(8, 7), head(8)],
    [404, 'an unknown log', request(0, 7).replaceAll(origin, 'example.org/none')],
    [403, 'no signature of the log', request(0, 7, { note: noteOf(7).replace(`— ${origin}`, '— example.org/none') })],
    [403, 'a wrong signature of the log', request(0, 7, { note: noteOf(7).replace('\n7\n', '\n8\n') })],
    [403, 'a wrong signature beside a right one', request(0, 7, { note: noteOf(7) + (noteOf(8).split('\n')[4] ?? '') + '\n' })],
    [403, 'a signature that is none', request(0, 7, { note: noteOf(7).replace(/=\n$/, '!\n') })],
    [403, 'no signature at all', request(0, 7, { note: noteOf(7).replace(/— .*\n$/, '') })],
    [409, 'an old size the witness is beyond', request(3, 7), head(5)],
    [409, 'an old size the witness has not reached', request(3, 7)],
    [409, 'an old size of 0 when it knows more', request(0, 7), head(5)],
    [422, 'an empty tree with another root', request(0, 0, { note: noteOf(0, head(1).rootHash) })],
    [422, 'a proof from size 0', request(0, 7, { proof: proofOf(3, 7) })],
    [422, 'no proof', request(3, 7, { proof: [] }), head(3)],
    [422, 'a proof of something else', request(3, 7, { proof: proofOf(4, 7) }), head(3)],
    [422, 'a proof too long', request(3, 7, { proof: [...proofOf(3, 7), head(1).rootHash] }), head(3)],
    [422, 'another tree', request(3, 7, wrongRoot), head(3)],
    [422, 'the same size with another root', request(7, 7, wrongRoot), head(7)],
    [422, 'the same size with a proof', request(7, 7, { proof: proofOf(3, 7) }), head(7)],
  ])('is %i for %s', (status, _what, body, last) => {
    const verdict = judge(body, last);
    expect(verdict.status).toBe(status);
    if (verdict.status === 409) expect(verdict.size).toBe(last?.size ?? 0);
  });

  test('never throws and never signs what it was not shown, whatever is sent', () => {
    const good = request(3, 7);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 126 }), (at, change) => {
        const altered = good.slice(0, at) + String.fromCharCode((good.charCodeAt(at) + change) % 127) + good.slice(at + 1);
        expect(judge(altered, head(3)).status).not.toBe(200);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the life of a witness', () => {
  test('is the last checkpoint, the tree it belongs to, and nothing else', () => {
    const size = fc.nat(entries.length);
    // Sizes are mostly those a log would send; roots are sometimes those of no tree.
    const step = fc.record({ old: fc.option(size), to: size, proofFrom: fc.option(size), lies: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let last = head(0);
        for (const step of steps) {
          const { to, lies } = step;
          const old = step.old ?? last.size;
          const from = step.proofFrom ?? old;
          const rootHash = lies ? sha256(head(to).rootHash) : head(to).rootHash;
          const verdict = judge(request(old, to, { proof: proofOf(from, to), note: noteOf(to, rootHash) }), last);
          const isSame = to === last.size && toBase64(rootHash) === toBase64(last.rootHash);
          const isFirst = last.size === 0 && (to > 0 || !lies);
          const grows = last.size > 0 && to > last.size && !lies && last.rootHash === head(last.size).rootHash && from === old;
          const hasProof = proofOf(from, to).length > 0;
          expect(verdict.status === 200).toBe(old === last.size && (grows || ((isSame || isFirst) && !hasProof)));
          if (verdict.status === 200) last = lies ? verdict.checkpoint : head(to);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('cosignatures travel', () => {
  const note: Note = parseNote(noteOf(7));
  const { lines, note: cosigned } = cosignNote(note, 1_700_000_000, witness);

  test('as lines that fit the note, with the log and the witness both verified', () => {
    const parsed = parseNote(cosigned);
    expect(parsed.text).toBe(note.text);
    expect(verifyNote(parsed, [logKey, witnessKey], verifyEd25519)).toEqual({ kind: 'verified', by: [logKey, witnessKey] });
    expect(`${noteOf(7)}${lines}`).toBe(cosigned);
  });

  test('and are read from an answer, whatever else stands in it', () => {
    const stranger = `— stranger.example ${toBase64(new Uint8Array(70))}\n`;
    const [found, ...more] = readCosignatures(stranger + lines, note.text, witnessKey, verifyEd25519);
    expect([found?.name, more.length, cosignatureTime(found?.signature ?? new Uint8Array(0))]).toEqual([witnessKey.name, 0, 1_700_000_000]);
  });

  const timeless = formatNote({
    text: note.text,
    signatures: [
      {
        name: witnessKey.name,
        keyId: witnessKey.keyId,
        signature: Buffer.concat([Buffer.alloc(8), signWithKnownKey(Buffer.from(`cosignature/v1\ntime 0\n${note.text}`))]),
      },
    ],
  }).slice(note.text.length + 1);
  test.each([
    ['', 'nothing'],
    ['ok\n', 'no signature line'],
    [`— stranger.example ${toBase64(new Uint8Array(70))}\n`, "a stranger's signature alone"],
    [cosignNote({ ...note, text: 'another\n' }, 1_700_000_000, witness).lines, 'a cosignature of something else'],
    [cosignNote({ ...note, text: 'another\n' }, 1_700_000_000, witness).lines + lines, 'a wrong one beside a right one'],
    [`another\n\n${lines}`, 'another text'],
    [timeless, 'no time'],
  ])('%#: not from %s', (answer) =>
    expect(() => readCosignatures(answer, note.text, witnessKey, verifyEd25519)).toThrow(
      expect.objectContaining({ name: 'LedgerFormatError' }),
    ),
  );
});
