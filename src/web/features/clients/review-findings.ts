// The addresses of a review, one by one: an address that is both a duplicate and idle is one to be removed. What a signed review removed
// is read back from the document that was signed.
import type { AddressReview } from '#contract';

type Found = AddressReview['findings'][number]['found'];

export interface FoundAddress {
  /** Of the service and the address. */
  readonly key: string;
  readonly service: string;
  readonly address: string;
  readonly found: readonly Found[];
  readonly lastUsedOn: string | null;
}

type Finding = Omit<AddressReview['findings'][number], 'name' | 'clause'>;

/** In the order in which they were found. */
export function groupFindings(findings: readonly Finding[]): FoundAddress[] {
  const grouped = Map.groupBy(findings, ({ service, address }) => `${service} ${address}`);
  return [...grouped].flatMap(([key, group]) => {
    const [first] = group;
    return first ? [{ ...first, key, found: group.map(({ found }) => found) }] : [];
  });
}

/** undefined: not the document of a review. */
export function readRemoved(document: string): FoundAddress[] | undefined {
  try {
    const { findings } = JSON.parse(document) as { readonly findings?: unknown }; // looked at below
    return Array.isArray(findings) && findings.every(isFinding) ? groupFindings(findings) : undefined;
  } catch {
    return undefined;
  }
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { service, address, found, lastUsedOn } = value as Record<string, unknown>; // an object, whatever it holds
  const isDay = lastUsedOn === null || typeof lastUsedOn === 'string';
  return typeof service === 'string' && typeof address === 'string' && (found === 'duplicate' || found === 'idle') && isDay;
}
