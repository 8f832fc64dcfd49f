import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  certifyReceiptKey,
  formatTlogProof,
  formatVkey,
  leafHash,
  parseTlogProof,
  receiptKeyName,
  signPromise,
  verifierKey,
} from '#domain/ledger';
import * as example from '../../../test/support/example-proof.ts';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { joinPiece } from './join-piece.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { readPiece } from './read-piece.ts';
import type { Evidence, TrustedKeys, Verdict } from './verdict.ts';

const trusted: TrustedKeys = { keys: [example.logKey, example.witnessKey], receiptKeyNotes: [] };
const { origin, index } = example;

/** Presented one after the other. */
function verdictOn(texts: readonly string[], by: TrustedKeys = trusted): Verdict | 'unreadable' | undefined {
  let evidence: Evidence = {};
  for (const text of texts) {
    const piece = readPiece(text);
    if (piece.kind === 'unreadable') return 'unreadable';
    evidence = joinPiece(evidence, piece);
  }
  return judgeEvidence(evidence, by, { sha256, verify: verifyEd25519 });
}

describe('what holds', () => {
  test('a proof that carries its leaf', () => {
    expect(verdictOn([example.proof])).toMatchObject({
      kind: 'proven',
      origin,
      index,
      size: 11,
      leaf: { type: 'intent', month: '2026-10' },
      content: undefined,
      cosigned: [],
      by: [example.logKey],
    });
  });

  test('with the content: what the record says is what was logged, one part or all', () => {
    const all = verdictOn([example.proof, example.content]);
    expect(all).toMatchObject({
      kind: 'proven',
      content: { A: { at: '2026-10-02T01:30:00.000Z' }, C: { body: { subject: 'A123456789' } } },
    });
    const [a, b] = example.content.split('\n');
    expect(verdictOn([example.proof, `${a}\n${b}`])).toMatchObject({ kind: 'proven', content: { C: undefined } });
    expect(verdictOn([example.content, example.proof])).toEqual(all);
  });

  test('cosigned, with the times that the witnesses said', () => {
    expect(verdictOn([example.cosignedProof])).toMatchObject({ cosigned: [{ name: 'example.org/witness', time: 1_790_904_600 }] });
  });

  test('a receipt is a promise; with the proof it is one that was kept', () => {
    expect(verdictOn([example.receipt])).toMatchObject({ kind: 'promised', origin, index });
    expect(verdictOn([example.receipt, example.proof])).toMatchObject({ kind: 'proven', keepsPromise: true });
    expect(verdictOn([example.proofWithoutLeaf, example.receipt])).toMatchObject({ kind: 'proven', leaf: undefined });
  });

  test('a receipt signed with a key that the log certified', () => {
    const name = receiptKeyName(origin);
    const vkey = formatVkey(verifierKey(name, knownPublicKey, sha256));
    const note = certifyReceiptKey(origin, vkey, [{ key: example.logKey, sign: signWithKnownKey }], sha256);
    expect(verdictOn([example.receipt], { ...trusted, receiptKeyNotes: ['rubbish', note] })).toMatchObject({ kind: 'promised' });
  });

  test('a checkpoint alone is a signed tree; so is a proof without its record', () => {
    expect(verdictOn([example.checkpoint])).toMatchObject({ kind: 'signed-tree', size: 11, lacksRecord: false });
    expect(verdictOn([example.proofWithoutLeaf])).toMatchObject({ kind: 'signed-tree', lacksRecord: true });
  });
});

describe('what does not', () => {
  test('nothing presented, and content alone', () => {
    expect(verdictOn([])).toBeUndefined();
    expect(verdictOn([example.content])).toEqual({ kind: 'lacks-proof' });
    expect(verdictOn([example.proofWithoutLeaf, example.receipt, example.content])).toEqual({ kind: 'lacks-proof' });
  });

  test('a key that is not trusted, or is another log’s', () => {
    const other = verifierKey('example.org/other', knownPublicKey, sha256);
    for (const keys of [[], [other], [example.witnessKey]]) {
      for (const text of [example.proof, example.receipt, example.checkpoint])
        expect(verdictOn([text], { ...trusted, keys })).toEqual({ kind: 'unknown-key', origin });
    }
  });

  test('a changed checkpoint', () => {
    for (const text of [example.checkpoint, example.proof, example.cosignedProof])
      expect(verdictOn([text.replace('\n11\n', '\n12\n')])).toEqual({ kind: 'wrong', what: 'signature', part: 'checkpoint' });
  });

  test('another index, path or leaf', () => {
    const parsed = parseTlogProof(example.proof);
    const changed = [
      { ...parsed, index: 4 },
      { ...parsed, hashes: parsed.hashes.slice(1) },
      { ...parsed, extra: parsed.extra?.slice(1) ?? new Uint8Array(0) },
    ];
    for (const proof of changed)
      expect(verdictOn([formatTlogProof(proof)])).toEqual({ kind: 'wrong', what: 'not-included', part: 'proof' });
  });

  test('changed content names its compartment', () => {
    const cases = [['insured-history', 'A'], ['林志明', 'B'], ['A123456789', 'C']] as const; // prettier-ignore
    for (const [words, letter] of cases)
      expect(verdictOn([example.proof, example.content.replace(words, 'x')])).toEqual({ kind: 'wrong', what: 'content-differs', part: 'content', letter }); // prettier-ignore
  });

  test('content of another record', () => {
    expect(verdictOn([example.proof, example.content.replaceAll('5 ', '6 ')])).toEqual({
      kind: 'wrong',
      what: 'other-record',
      part: 'content',
    });
  });

  test('a promise of the log that its tree breaks', () => {
    const promised = signPromise({ origin, index, leafHash: leafHash(Uint8Array.of(1), sha256) }, signWithKnownKey);
    expect(verdictOn([example.proof, promised])).toEqual({ kind: 'wrong', what: 'promise-broken', part: 'receipt' });
  });

  test('a receipt that another key signed', () => {
    const forged = signPromise({ origin, index, leafHash: leafHash(example.leaf, sha256) }, () => new Uint8Array(64));
    expect(verdictOn([forged, example.proof])).toEqual({ kind: 'wrong', what: 'signature', part: 'receipt' });
  });
});

test('a proof or receipt of another record begins anew', () => {
  const elsewhere = example.receipt;
  const other = formatTlogProof({ ...parseTlogProof(example.proof), index: 6 });
  expect(verdictOn([elsewhere, other])).toMatchObject({ what: 'not-included' });
  expect(verdictOn([other, example.receipt])).toMatchObject({ kind: 'promised' });
  expect(verdictOn([example.proof, example.content, example.checkpoint])).toMatchObject({ kind: 'signed-tree' });
});

test('no byte of what is presented can change, but for the last newline', () => {
  const whole = [example.cosignedProof, example.content] as const;
  const unchanged = verdictOn(whole);
  for (const changed of [0, 1] as const) {
    const bytes = Buffer.from(whole[changed].trimEnd());
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const verdict = verdictOn(whole.with(changed, flipped.toString('utf8')));
      // A witness that isn't known is no witness: the rest may still hold.
      if (isDeepStrictEqual(verdict, unchanged)) expect.fail(`byte ${at} of piece ${changed} was changed unseen`);
    }
  }
});
