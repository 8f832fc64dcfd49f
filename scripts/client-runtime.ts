// The part of the generated client that is the same whatever the contract says: signing (RFC 9421, RFC 9530), sending, reading.
export const clientRuntime = `
export interface ClientOptions {
  /** Where the service is: https://… */
  readonly url: string;
  /** As issued: ck_… */
  readonly keyId: string;
  /** As issued: mck_… Keep it where only this service reads it. */
  readonly secret: string;
  /** Another fetch than the platform's own. */
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** The same key and the same question again give the same answer again, until at least a day later. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** The service answered with a problem document (RFC 9457). \`problem.code\` says which, \`problem.clause\` by which clause. */
export class MingchaProblem extends Error {
  readonly problem: Problem;
  /** After how many seconds to come back; undefined: the service did not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds: number | undefined) {
    super(problem.title);
    this.name = 'MingchaProblem';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class MingchaClient {
  readonly #options: ClientOptions;
  #key: Promise<CryptoKey> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** @throws MingchaProblem, or what fetch throws */
  async verify(question: Verification, options: CallOptions = {}): Promise<VerificationAnswer> {
    const response = await this.#send(SINGLE_PATH, 'application/json', JSON.stringify(question), options);
    return (await response.json()) as VerificationAnswer;
  }

  /** One result per question, in their order: an answer, or the problem with that question. @throws MingchaProblem of the whole batch */
  async verifyBatch(questions: readonly Verification[], options: CallOptions = {}): Promise<(VerificationAnswer | Problem)[]> {
    if (questions.length > MOST_IN_BATCH) throw new RangeError(\`a batch holds at most \${MOST_IN_BATCH} questions\`);
    const body = questions.map((question) => \`\${JSON.stringify(question)}\\n\`).join('');
    const text = await (await this.#send(BATCH_PATH, BATCH_MEDIA, body, options)).text();
    const results = text.trimEnd().split('\\n').map((line) => JSON.parse(line) as VerificationAnswer | Problem);
    if (results.length !== questions.length) throw new Error('the answer to the batch is not complete');
    return results;
  }

  async #send(path: string, media: string, body: string, { idempotencyKey, signal }: CallOptions): Promise<Response> {
    const { url, fetch: send = fetch } = this.#options;
    const bytes = new TextEncoder().encode(body);
    const headers = { 'content-type': media, ...(await this.#sign(path, bytes, idempotencyKey)) };
    const response = await send(new URL(path, url), { method: 'POST', headers, body: bytes, ...(signal && { signal }) });
    if (response.ok) return response;
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new MingchaProblem((await response.json()) as Problem, Number.isNaN(retryAfter) ? undefined : retryAfter);
  }

  async #sign(path: string, body: Uint8Array<ArrayBuffer>, idempotencyKey: string | undefined): Promise<Record<string, string>> {
    const digest = \`sha-256=:\${base64(await crypto.subtle.digest('SHA-256', body))}:\`;
    const created = Math.floor(Date.now() / 1000);
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const components = [
      ['@method', 'POST'],
      ['@path', path],
      ['content-digest', digest],
      ...(idempotencyKey === undefined ? [] : [['idempotency-key', idempotencyKey]]),
    ];
    const parameters = \`(\${components.map(([name]) => \`"\${name}"\`).join(' ')});created=\${created};nonce="\${nonce}";keyid="\${this.#options.keyId}"\`;
    const base = [...components, ['@signature-params', parameters]].map(([name, value]) => \`"\${name}": \${value}\`).join('\\n');
    this.#key ??= importKey(this.#options.secret);
    const signature = base64(await crypto.subtle.sign('HMAC', await this.#key, new TextEncoder().encode(base)));
    return {
      'content-digest': digest,
      'signature-input': \`mingcha=\${parameters}\`,
      signature: \`mingcha=:\${signature}:\`,
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    };
  }
}

/** Of a batch's results: whether this one is an answer. */
export function isAnswer(result: VerificationAnswer | Problem): result is VerificationAnswer {
  return 'answers' in result;
}

async function importKey(secret: string): Promise<CryptoKey> {
  const text = atob(secret.replace(/^mck_/, '').replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
`;
