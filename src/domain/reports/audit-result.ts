// What an auditor signs when every row assigned to them is marked (NW-5.2: 查核結果應保留五年): which list, how the sample came about,
// and the finding of each row, with the audit-mark records that commit to the notes. It holds nothing about the people queried,
// so that it may outlive their data.
import { canonicalJson } from '#domain/kernel';

export const findings = ['in-order', 'needs-explanation', 'anomaly'] as const;
export type Finding = (typeof findings)[number];

export interface AuditResultFacts {
  readonly origin: string;
  readonly programme: string;
  readonly regulation: string;
  readonly clause: string;
  /** `2026-10` */
  readonly month: string;
  /** Hexadecimal. */
  readonly listDigest: string;
  /** Of the month-close record. */
  readonly closeIndex: number;
  readonly sample: {
    readonly population: number;
    readonly required: number;
    /** Hexadecimal. */
    readonly seed: string;
    /** base64, as in the checkpoint. */
    readonly rootHash: string;
    /** Hexadecimal. */
    readonly entropy: string;
    /** Of the sample-draw record. */
    readonly drawIndex: number;
  };
  readonly auditor: { readonly account: string; readonly login: string; readonly name: string };
  /** RFC 3339 in UTC. */
  readonly signedAt: string;
  readonly rows: readonly MarkedRow[];
}

export interface MarkedRow {
  readonly row: number;
  readonly index: number;
  readonly finding: Finding;
  /** Of the audit-mark record. */
  readonly mark: number;
}

export type FindingCounts = Readonly<Record<Finding, number>>;

export function countFindings(rows: readonly Pick<MarkedRow, 'finding'>[]): FindingCounts {
  const count = (finding: Finding) => rows.filter((row) => row.finding === finding).length;
  return { 'in-order': count('in-order'), 'needs-explanation': count('needs-explanation'), anomaly: count('anomaly') };
}

/** The text that is signed: canonical JSON, so one spelling and nothing to interpret. */
export function auditResultDocument(facts: AuditResultFacts): string {
  const { origin, programme, regulation, clause, month, listDigest, closeIndex, signedAt } = facts;
  const { population, required, seed, rootHash, entropy, drawIndex } = facts.sample;
  const { account, login, name } = facts.auditor;
  return canonicalJson({
    v: 1,
    document: 'mingcha-audit-result',
    origin,
    programme,
    regulation,
    clause,
    month,
    listDigest,
    closeIndex,
    sample: { population, required, seed, rootHash, entropy, drawIndex },
    auditor: { account, login, name },
    signedAt,
    counts: { ...countFindings(facts.rows) },
    rows: facts.rows.map(({ row, index, finding, mark }) => ({ row, index, finding, mark })),
  });
}

/** Of a document that was made above. */
export function readCounts(document: string): FindingCounts {
  const { rows } = JSON.parse(document) as { rows: readonly Pick<MarkedRow, 'finding'>[] };
  return countFindings(rows);
}
