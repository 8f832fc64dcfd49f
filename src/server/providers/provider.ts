// The port to the agency whose data we query (勞保局). A call can only be made with the receipt of its intent record
// (design: no answer without its record), and a reply is either whole and checked or a typed fault.
import type { Receipt } from '#server/ledger';

export const labourInsuranceOperations = ['insured-history', 'benefit-payments', 'pension-status'] as const;
export type LabourInsuranceOperation = (typeof labourInsuranceOperations)[number];

export interface ProviderQuestion {
  readonly operation: LabourInsuranceOperation;
  /** The national id or resident number, normalised by the caller. */
  readonly subject: string;
}

export interface ProviderCall extends ProviderQuestion {
  /** Of the intent record: on disk before the provider hears the question. */
  readonly receipt: Receipt;
}

export type ProviderRow = Readonly<Record<string, string | number | null>>;

export interface ProviderReply {
  /** Whether the provider knows the person at all; somebody known may still have no rows. */
  readonly found: boolean;
  /** Keyed by the field codes of the operation; every field of it, whatever was asked. */
  readonly rows: readonly ProviderRow[];
}

export interface LabourInsuranceProvider {
  /**
   * One question about one person.
   * @param signal ends the call, its work at the provider included
   * @throws ProviderFault and nothing else
   */
  fetch(call: ProviderCall, signal: AbortSignal): Promise<ProviderReply>;
  close(): Promise<void>;
}
