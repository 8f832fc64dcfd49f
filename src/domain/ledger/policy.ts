// Trust policies (c2sp.org/tlog-policy): which logs' checkpoints count, and which witnesses must have cosigned one. A group holds when enough
// of its members do; every name is a member at most once, so nobody counts twice.
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { cosignatureTime } from './cosignature.ts';
import type { VerifyEd25519 } from './hashing.ts';
import { parseNote, verifyNote, type Note } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export type PolicyLog = { readonly key: VerifierKey; readonly url: string | undefined };
/** `url` is the witness's submission prefix. */
export type PolicyWitness = { readonly name: string; readonly key: VerifierKey; readonly url: string | undefined };
/** Members are names of witnesses and of groups that stand before it. */
export type PolicyGroup = { readonly name: string; readonly threshold: number; readonly members: readonly string[] };
export type Policy = {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
};
/** The quorum that asks for nobody. */
export const noQuorum = 'none';

/** `time` in seconds since 1970, as the witness said. */
export type Cosigned = { readonly name: string; readonly time: number };
/** `missing` more of `among` would do. */
export type Shortage = { readonly name: string; readonly missing: number; readonly among: readonly string[] };

export type QuorumVerdict =
  | { readonly kind: 'wrong-signature'; readonly by: VerifierKey }
  | {
      readonly kind: 'satisfied' | 'quorum-missing';
      readonly cosigned: readonly Cosigned[];
      /** What the quorum lacks, the quorum itself first; empty when it is satisfied. */
      readonly shortages: readonly Shortage[];
    };
export type PolicyVerdict =
  | { readonly kind: 'unknown-log' }
  | Extract<QuorumVerdict, { kind: 'wrong-signature' }>
  | (Exclude<QuorumVerdict, { kind: 'wrong-signature' }> & { readonly log: VerifierKey; readonly checkpoint: Checkpoint });

/**
 * Judges a signed checkpoint. A policy without logs is for those who know the log from elsewhere: they pass its keys.
 * @throws LedgerFormatError for a note that is no checkpoint
 */
export function checkPolicy(
  policy: Policy,
  note: string,
  verify: VerifyEd25519,
  logs: readonly VerifierKey[] = policy.logs.map(({ key }) => key),
): PolicyVerdict {
  const signed = openCheckpoint(note, logs, verify);
  if (signed.kind === 'wrong-signature') return signed;
  if (signed.kind === 'no-known-signature') return { kind: 'unknown-log' };
  const { checkpoint, by } = signed;
  // A log's key is named after its origin: one log must not vouch for another's tree.
  const log = by.find(({ name }) => name === checkpoint.origin);
  if (!log) return { kind: 'unknown-log' };
  const quorum = checkQuorum(policy, parseNote(note), verify);
  return quorum.kind === 'wrong-signature' ? quorum : { ...quorum, log, checkpoint };
}

/** Judges the cosignatures alone, for whoever knows already that the log signed the note. */
export function checkQuorum(policy: Policy, note: Note, verify: VerifyEd25519): QuorumVerdict {
  const keys = policy.witnesses.map(({ key }) => key);
  const verdict = verifyNote(note, keys, verify);
  if (verdict.kind === 'wrong-signature') return verdict;
  const by = new Set(verdict.kind === 'verified' ? verdict.by : []);
  const witnesses = policy.witnesses.filter(({ key }) => by.has(key));
  const cosigned = witnesses.map(({ name, key }) => ({ name, time: timeOf(note, key) }));
  const shortages = findShortages(policy, cosigned);
  return { kind: shortages.length === 0 ? 'satisfied' : 'quorum-missing', cosigned, shortages };
}

function findShortages({ groups, quorum }: Policy, cosigned: readonly Cosigned[]): Shortage[] {
  if (quorum === noQuorum) return [];
  const there = new Set(cosigned.map(({ name }) => name));
  const byName = new Map(groups.map((group) => [group.name, group]));
  const shortagesOf = (name: string): Shortage[] => {
    const group = byName.get(name);
    if (!group) return there.has(name) ? [] : [{ name, missing: 1, among: [name] }];
    const short = group.members.map((member) => ({ member, shortages: shortagesOf(member) })).filter((one) => one.shortages.length > 0);
    const missing = short.length - (group.members.length - group.threshold);
    if (missing <= 0) return [];
    const within = short.flatMap(({ member, shortages }) => (byName.has(member) ? shortages : []));
    return [{ name, missing, among: short.map(({ member }) => member) }, ...within];
  };
  return shortagesOf(quorum);
}

function timeOf({ signatures }: Note, { name, keyId }: VerifierKey): number {
  const found = signatures.find((one) => one.name === name && one.keyId === keyId);
  return (found && cosignatureTime(found.signature)) ?? 0;
}
