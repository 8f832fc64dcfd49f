// The adapter to a provider that has put a gateway before its data (`mingcha provider-gateway`): every question carries the log's promise
// that it is recorded, and the provider remembers it. Whatever the other side sends is bounded, read strictly and checked row by row.
import { z } from 'zod';
import { boundedCalls } from './bounded-calls.ts';
import { checkRows } from './labour-insurance-rows.ts';
import { ProviderFailed, ProviderNonsense, ProviderTimeout } from './provider-fault.ts';
import type { LabourInsuranceProvider, ProviderCall, ProviderReply } from './provider.ts';

export interface LabourInsuranceGatewayOptions {
  /** `https://…` of the gateway. */
  readonly url: string;
  /** Default 5,000. */
  readonly timeoutMs?: number;
  /** At most this many calls at once; default 256. More fail at once. */
  readonly atOnce?: number;
}

/** More than 500 rows of the longest texts. */
const LONGEST_ANSWER_BYTES = 1_048_576;

/** Opens no connection yet: a provider that is away fails each call, not our start. */
export function openLabourInsuranceGateway({
  url,
  timeoutMs = 5_000,
  atOnce = 256,
}: LabourInsuranceGatewayOptions): LabourInsuranceProvider {
  const calls = new URL('calls', url.endsWith('/') ? url : `${url}/`);
  return {
    fetch: boundedCalls({ timeoutMs, most: atOnce }, (call: ProviderCall, ended) => answer(calls, call, ended)),
    close: async () => {},
  };
}

async function answer(calls: URL, { operation, subject, receipt }: ProviderCall, ended: AbortSignal): Promise<ProviderReply> {
  const response = await fetch(calls, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ promise: receipt.promise, operation, subject }),
    redirect: 'error',
    signal: ended,
  });
  const body = parseOrNot(await readBounded(response));
  if (!response.ok) throw refusalOf(body);
  const reply = replyForm.safeParse(body);
  const rows = reply.success ? checkRows(operation, reply.data.rows) : undefined;
  if (!reply.success || !rows || (!reply.data.found && rows.length > 0)) throw new ProviderNonsense();
  return { found: reply.data.found, rows };
}

const replyForm = z.strictObject({ found: z.boolean(), rows: z.unknown() });
const problemForm = z.object({ code: z.string() });

/** Its own time limit and its own nonsense are the provider's; any refusal is our side's to mend, and no answer. */
function refusalOf(body: unknown): ProviderTimeout | ProviderNonsense | ProviderFailed {
  const problem = problemForm.safeParse(body);
  if (problem.data?.code === 'provider-timeout') return new ProviderTimeout();
  if (problem.data?.code === 'provider-nonsense') return new ProviderNonsense();
  return new ProviderFailed();
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER_BYTES) throw new ProviderNonsense();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** undefined: no JSON. */
function parseOrNot(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
