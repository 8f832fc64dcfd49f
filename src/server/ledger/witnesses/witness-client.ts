// One witness as the log sees it (c2sp.org/tlog-witness): asked for cosignatures over HTTP, never trusted with more than a few kilobytes and
// a few seconds. It answers for every log; the size it has seen is remembered for each.
import { fromUtf8 } from '#domain/kernel';
import {
  formatAddCheckpoint,
  LedgerFormatError,
  parseNote,
  parseTreeSize,
  readCosignatures,
  type NoteSignature,
  type TreeHead,
  type VerifierKey,
} from '#domain/ledger';
import { verifyEd25519 } from '#server/keys';

export interface AskedWitness {
  readonly name: string;
  readonly key: VerifierKey;
  /** Its submission prefix. */
  readonly url: string;
}

export interface CosignRequest {
  readonly origin: string;
  /** The signed checkpoint. */
  readonly note: string;
  readonly head: TreeHead;
  /** The consistency proof from this size to `head`. */
  readonly proofFrom: (oldSize: number) => Promise<readonly Uint8Array[]>;
}

export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly signatures: readonly NoteSignature[] }
  /** It says that it has cosigned a tree larger than `head`. */
  | { readonly kind: 'ahead'; readonly size: number }
  | { readonly kind: 'failed'; readonly why: string };

type Reply = Exclude<WitnessAnswer, { kind: 'ahead' }> | { readonly kind: 'conflict'; readonly size: number };

const PATIENCE_MS = 3_000;
const LONGEST_ANSWER_BYTES = 65_536;
/** A witness that could not be reached is left alone for a while, so that sealing doesn't wait for it each time. */
const FIRST_REST_MS = 250;
const LONGEST_REST_MS = 10_000;

export class WitnessClient {
  readonly name: string;
  readonly #key: VerifierKey;
  readonly #address: string;
  readonly #sizes = new Map<string, number>();
  #unreached = 0;
  #restsUntil = 0;

  constructor({ name, key, url }: AskedWitness) {
    this.name = name;
    this.#key = key;
    this.#address = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  }

  /** Asks from the size it is known to have seen, and once more from the size it says itself. */
  async cosign(request: CosignRequest): Promise<WitnessAnswer> {
    const { size } = request.head;
    const known = Math.min(this.#sizes.get(request.origin) ?? 0, size);
    const first = await this.#ask(request, known);
    const again = first.kind === 'conflict' && first.size <= size && first.size !== known;
    const reply = again ? await this.#ask(request, first.size) : first;
    if (reply.kind !== 'conflict') return reply;
    if (reply.size > size) return { kind: 'ahead', size: reply.size };
    return { kind: 'failed', why: `it answers 409 with ${reply.size}, and again when asked from there` };
  }

  /** The size of the tree it has seen; undefined when it can't be asked. A witness that has seen nothing yet cosigns this checkpoint. */
  async sizeOf(origin: string, note: string, head: TreeHead): Promise<number | undefined> {
    const reply = await this.#ask({ origin, note, head, proofFrom: async () => [] }, 0);
    if (reply.kind === 'conflict') return reply.size;
    return reply.kind === 'cosigned' ? head.size : undefined;
  }

  async #ask({ origin, note, head, proofFrom }: CosignRequest, oldSize: number): Promise<Reply> {
    const proof = oldSize === 0 ? [] : await proofFrom(oldSize);
    const posted = await this.#post(formatAddCheckpoint({ oldSize, proof, note }));
    if ('why' in posted) return { kind: 'failed', why: posted.why };
    const reply = readReply(posted, parseNote(note).text, this.#key);
    if (reply.kind === 'cosigned') this.#sizes.set(origin, head.size);
    if (reply.kind === 'conflict') this.#sizes.set(origin, reply.size);
    return reply;
  }

  async #post(body: string): Promise<{ status: number; body: Uint8Array } | { why: string }> {
    if (performance.now() < this.#restsUntil) return { why: 'it could not be reached just now' };
    try {
      const response = await fetch(this.#address, {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = { status: response.status, body: await readBounded(response) };
      this.#unreached = 0;
      return answer;
    } catch (error) {
      this.#restsUntil = performance.now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#unreached);
      this.#unreached += 1;
      return { why: `it could not be reached (${causeOf(error)})` };
    }
  }
}

function readReply({ status, body }: { status: number; body: Uint8Array }, text: string, key: VerifierKey): Reply {
  try {
    if (status === 200) return { kind: 'cosigned', signatures: readCosignatures(fromUtf8(body), text, key, verifyEd25519) };
    if (status === 409) return { kind: 'conflict', size: parseTreeSize(fromUtf8(body)) };
    return { kind: 'failed', why: `it answers ${status}` };
  } catch (error) {
    const what = error instanceof LedgerFormatError ? error.message : 'not a text';
    return { kind: 'failed', why: `its answer ${status} can't be used: ${what}` };
  }
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** fetch says "fetch failed" and puts the reason into its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
