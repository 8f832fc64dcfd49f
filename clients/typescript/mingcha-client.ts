// The client of the verification service, generated from its contract by scripts/generate-client.ts: change that, not this.

export type Verification = {
  /** blank or null: refused by NV-4.2.1 */
  readonly caseNumber: string | null;
  readonly reason: string | null;
  readonly subject: {
    readonly nationalId: string;
    readonly name?: string;
    /** 1986-01-02, or of the Republic: 75/01/02, 0750102 */
    readonly birthDate?: string;
  };
  readonly claims: readonly (
    | 'county-resident'
    | 'indigenous'
    | 'elderly-living-alone'
    | 'disability'
    | 'low-income'
    | 'name-matches'
    | 'birth-date-matches'
  )[];
};

export type VerificationAnswer = {
  readonly id: string;
  /** a person who is not in the data gets what a "no" gets */
  readonly answers: {
    readonly [
      Name in
        | 'county-resident'
        | 'indigenous'
        | 'elderly-living-alone'
        | 'disability'
        | 'low-income'
        | 'name-matches'
        | 'birth-date-matches'
    ]?: boolean;
  };
  /** the day that the data is of */
  readonly asOf: string;
  /** the log's signed promise that the record of this answer stands in it */
  readonly receipt: string;
};

export type Problem = {
  /** urn:mingcha:problem:<code> */
  readonly type: string;
  readonly code:
    | 'malformed-request'
    | 'not-signed-in'
    | 'sign-in-failed'
    | 'signature-invalid'
    | 'csrf-token-invalid'
    | 'not-permitted'
    | 'password-must-change'
    | 'refused-by-regulation'
    | 'service-suspended'
    | 'not-found'
    | 'method-not-allowed'
    | 'request-replayed'
    | 'conflict'
    | 'body-too-large'
    | 'unsupported-media-type'
    | 'password-too-weak'
    | 'file-refused'
    | 'budget-exhausted'
    | 'too-many-requests'
    | 'fault'
    | 'provider-nonsense'
    | 'provider-failed'
    | 'log-unavailable'
    | 'data-unavailable'
    | 'overloaded'
    | 'provider-timeout';
  readonly title: string;
  readonly status: number;
  /** the next step, in plain words */
  readonly detail: string;
  /** finds this occurrence in the log of the program */
  readonly reference: string;
  readonly clause?: string;
  readonly fields?: readonly {
    readonly field: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly refusals?: readonly {
    readonly clause: string;
    readonly code: string;
    readonly message: string;
  }[];
  /** of the record of a refusal or failure */
  readonly receipt?: string;
};

const SINGLE_PATH = '/api/v1/verifications';
const BATCH_PATH = '/api/v1/verifications/batch';
const BATCH_MEDIA = 'application/x-ndjson';
/** Of questions in one batch. */
export const MOST_IN_BATCH = 1000;

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

/** The service answered with a problem document (RFC 9457). `problem.code` says which, `problem.clause` by which clause. */
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
    if (questions.length > MOST_IN_BATCH) throw new RangeError(`a batch holds at most ${MOST_IN_BATCH} questions`);
    const body = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
    const text = await (await this.#send(BATCH_PATH, BATCH_MEDIA, body, options)).text();
    const results = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as VerificationAnswer | Problem);
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
    const digest = `sha-256=:${base64(await crypto.subtle.digest('SHA-256', body))}:`;
    const created = Math.floor(Date.now() / 1000);
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const components = [
      ['@method', 'POST'],
      ['@path', path],
      ['content-digest', digest],
      ...(idempotencyKey === undefined ? [] : [['idempotency-key', idempotencyKey]]),
    ];
    const parameters = `(${components.map(([name]) => `"${name}"`).join(' ')});created=${created};nonce="${nonce}";keyid="${this.#options.keyId}"`;
    const base = [...components, ['@signature-params', parameters]].map(([name, value]) => `"${name}": ${value}`).join('\n');
    this.#key ??= importKey(this.#options.secret);
    const signature = base64(await crypto.subtle.sign('HMAC', await this.#key, new TextEncoder().encode(base)));
    return {
      'content-digest': digest,
      'signature-input': `mingcha=${parameters}`,
      signature: `mingcha=:${signature}:`,
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
