// What was presented, the keys it is judged by, and the verdict. A receipt is followed to its proof as soon as the record is sealed.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PublicLog } from '#contract';
import { LedgerFormatError, parseVkey } from '#domain/ledger';
import { joinPiece, judgeEvidence, readPiece, type Evidence, type TrustedKeys, type Unreadable, type Verdict } from '#domain/proofs';
import { call } from '../../api/index.ts';
import { browserCryptography } from './browser-cryptography.ts';
import type { FileProblem } from './read-file.ts';

/** `own`: as the visitor typed them. */
export type KeyChoice = { readonly from: 'site' } | { readonly from: 'own'; readonly text: string };
export type Presented = { readonly evidence: Evidence; readonly problem?: Unreadable | FileProblem | undefined };
/** Of a receipt whose record is not proven yet: this site has the log, or hasn't. */
export type Following = 'here' | 'elsewhere';

export interface Verification {
  readonly logs: readonly PublicLog[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly presented: Presented;
  readonly keys: KeyChoice;
  readonly ownKeysWrong: boolean;
  readonly verdict: Verdict | undefined;
  readonly following: Following;
  readonly present: (texts: readonly string[] | FileProblem) => void;
  readonly chooseKeys: (keys: KeyChoice) => void;
  readonly clear: () => void;
}

const askAgainMs = 2_000;
const mostBetweenMs = 30_000;

/** @param start what the address brought along */
export function useVerification(start: string): Verification {
  const [presented, setPresented] = useState<Presented>(() => withTexts({ evidence: {} }, start === '' ? [] : [start]));
  const [keys, chooseKeys] = useState<KeyChoice>({ from: 'site' });
  const site = useQuery({ queryKey: ['logs'], queryFn: ({ signal }) => call('logs', {}, signal) });
  const logs = site.data?.logs ?? [];
  const trusted = keys.from === 'own' ? ownKeys(keys.text, logs) : siteKeys(logs);
  const { receipt, proof } = presented.evidence;
  const sought = useQuery({
    queryKey: ['proof-of', receipt?.text],
    queryFn: ({ signal }) => call('findProof', { body: { receipt: receipt?.text ?? '' } }, signal),
    enabled: receipt !== undefined && proof === undefined,
    // Sealing takes seconds; where it takes longer, we ask less and less.
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? Math.min(askAgainMs * state.dataUpdateCount, mostBetweenMs) : false),
  });
  const found = proof === undefined && receipt !== undefined ? sought.data : undefined;
  const evidence = found?.state === 'sealed' ? withTexts(presented, [found.proof]).evidence : presented.evidence;
  const judged = site.isPending || !trusted ? undefined : judgeEvidence(evidence, trusted, browserCryptography);
  const isBroken = judged?.kind === 'promised' && found?.state === 'differs';
  return {
    logs,
    isLoading: site.isPending,
    error: site.error,
    presented: { ...presented, evidence },
    keys,
    ownKeysWrong: keys.from === 'own' && keys.text.trim() !== '' && trusted === undefined,
    verdict: isBroken ? { kind: 'wrong', what: 'promise-broken', part: 'receipt' } : judged,
    following: sought.isError ? 'elsewhere' : 'here',
    present: (texts) => setPresented((before) => (typeof texts === 'string' ? { ...before, problem: texts } : withTexts(before, texts))),
    chooseKeys,
    clear: () => setPresented({ evidence: {} }),
  };
}

/** What can't be read is said, and what was there before stays. */
function withTexts(before: Presented, texts: readonly string[]): Presented {
  let { evidence } = before;
  let problem: Unreadable | undefined;
  for (const text of texts) {
    const piece = readPiece(text);
    if (piece.kind === 'unreadable') problem = piece;
    else evidence = joinPiece(evidence, piece);
  }
  return { evidence, problem };
}

function siteKeys(logs: readonly PublicLog[]): TrustedKeys {
  return { keys: logs.flatMap(({ vkeys, witnesses }) => [...vkeys, ...witnesses]).map(parsed), receiptKeyNotes: notesOf(logs) };
}

/** undefined: none yet, or one of the lines is no key. The note about a receipt's key is signed by the log, so wherever it comes from it may be used. */
function ownKeys(text: string, logs: readonly PublicLog[]): TrustedKeys | undefined {
  try {
    const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
    return lines.length === 0 ? undefined : { keys: lines.map(parsed), receiptKeyNotes: notesOf(logs) };
  } catch (error) {
    if (error instanceof LedgerFormatError) return undefined;
    throw error;
  }
}

function parsed(vkey: string): TrustedKeys['keys'][number] {
  return parseVkey(vkey, browserCryptography.sha256);
}

function notesOf(logs: readonly PublicLog[]): string[] {
  return logs.flatMap(({ receiptKeyNote }) => receiptKeyNote ?? []);
}
