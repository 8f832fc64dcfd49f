// What the gateway is started with, and what its routes share.
import type { NoteSigner, VerifierKey } from '#domain/ledger';
import type { Clock } from '#server/platform';
import type { LabourInsuranceData } from '#server/providers';
import type { ServedCalls } from './served-calls.ts';

export interface GatewayOptions {
  /** Of this gateway alone: its key and its memory. */
  readonly directory: string;
  readonly data: LabourInsuranceData;
  /** Of the logs whose calls are served. */
  readonly logs: readonly VerifierKey[];
  readonly mostAhead: number;
  readonly host: string;
  readonly port: number;
  readonly clock?: Clock;
  /** Told of every refusal and fault, in one line without anything of the question. */
  readonly onNotice: (line: string) => void;
}

export interface GatewayParts extends GatewayOptions {
  readonly served: ServedCalls;
  readonly signer: NoteSigner;
}
