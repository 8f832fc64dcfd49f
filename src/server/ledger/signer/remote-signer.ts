// The signer in a process of its own, seen from the server: every call is one HTTP request over its socket. A signer that is away stops
// sealing and nothing else, until records have stood unsealed for too long.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { z } from 'zod';
import { formatCheckpoint, parseNote, type TreeHead } from '#domain/ledger';
import type { SignerAddress } from '#server/platform';
import type { CheckpointSigner, KeyOverlap, SignedCheckpoint } from '../checkpoint-signer.ts';
import { LogUnavailable } from '../faults.ts';
import * as protocol from './protocol.ts';

const PATIENCE_MS = 10_000;

export class RemoteSigner implements CheckpointSigner {
  readonly #address: SignerAddress;
  readonly #origin: string;

  constructor(address: SignerAddress, origin: string) {
    this.#address = address;
    this.#origin = origin;
  }

  last(): Promise<TreeHead> {
    return this.#call('last', null, protocol.head);
  }

  sign(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint> {
    return this.#signed('sign', head, proof);
  }

  signMonthEnd(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint> {
    return this.#signed('sign-month-end', head, proof);
  }

  vkeys(): Promise<readonly string[]> {
    return this.#call('vkeys', null, protocol.vkeys);
  }

  certifyReceiptKey(vkey: string): Promise<string> {
    return this.#call('certify', vkey, protocol.note);
  }

  nextVkey(): Promise<string> {
    return this.#call('next-key', null, protocol.vkey);
  }

  async rotate(vkey: string, overlap: KeyOverlap): Promise<void> {
    await this.#call('rotate', { vkey, overlap }, protocol.nothing);
  }

  async takeOver(): Promise<void> {
    await this.#call('take-over', null, protocol.nothing);
  }

  async #signed(call: protocol.SignerCall, head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint> {
    const signed = await this.#call(call, protocol.growth.encode({ head, proof: [...proof] }), protocol.signed);
    const asked = formatCheckpoint({ origin: this.#origin, ...head, extensions: [] });
    if (parseNote(signed.note).text === asked) return signed;
    throw new LogUnavailable('keys', 'the signer signed something else than it was asked to');
  }

  async #call<Shape extends z.ZodType>(call: protocol.SignerCall, ask: unknown, shape: Shape): Promise<z.output<Shape>> {
    const text = await this.#post(call, JSON.stringify({ origin: this.#origin, ask }));
    const reply = readReply(text, shape);
    if ('answer' in reply) return reply.answer;
    throw new LogUnavailable(reply.fault.code, reply.fault.message);
  }

  #post(call: protocol.SignerCall, body: string): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const outgoing = request({
      ...('socketPath' in this.#address
        ? { socketPath: this.#address.socketPath }
        : { host: this.#address.host, port: this.#address.port }),
      // A connection of its own: one that is kept would belong to a signer that was started again meanwhile.
      agent: false,
      method: 'POST',
      path: `/${call}`,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...authorization(this.#address) },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let length = 0;
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > protocol.maxMessageBytes) outgoing.destroy(new Error('its answer is too long'));
        chunks.push(chunk);
      });
      incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
    return promise.catch((error: unknown) => {
      throw new LogUnavailable('keys', `the signer does not answer: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    });
  }
}

function readReply<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
): { answer: z.output<Shape> } | { fault: z.output<typeof protocol.fault> } {
  try {
    const reply = protocol.reply.parse(JSON.parse(text));
    return 'fault' in reply ? reply : { answer: shape.parse(reply.answer) };
  } catch (error) {
    throw new LogUnavailable('keys', 'what answers as the signer is none, or is another version of it', { cause: error });
  }
}

function authorization(address: SignerAddress): { authorization?: string } {
  return 'tokenFile' in address ? { authorization: `Bearer ${readFileSync(address.tokenFile, 'utf8').trim()}` } : {};
}
