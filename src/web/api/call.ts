// One call of the wire: path, token and body from the contract's types; an answer, or a ProblemError.
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteName, routes } from '#contract';
import { addressOf, type AddressParts } from './address.ts';
import { endpoints, type Endpoint } from './endpoints.ts';
import { isProblem, localProblem, ProblemError } from './problem-error.ts';

type Routes = typeof routes;
/** Nothing where the contract has nothing; optional where everything in it is. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? object
  : object extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };
/** What a route needs: `params`, `query`, `body`, each only where the contract has it. */
export type InputOf<N extends RouteName> = Part<'params', ParamsOf<Routes[N]>> &
  Part<'query', QueryOf<Routes[N]>> &
  Part<'body', BodyOf<Routes[N]>>;
export type AnswerOf<N extends RouteName> = ResponseOf<Routes[N]>;

interface AnyInput {
  readonly params?: AddressParts;
  readonly query?: AddressParts;
  readonly body?: unknown;
}

let csrfToken = '';
const lostListeners = new Set<() => void>();

/** Sent with every request that changes something; the session's own, so a forged form can't know it. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called whenever an answer says that nobody is signed in any more. */
export function onSessionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

export async function call<N extends RouteName>(name: N, input: InputOf<N>, signal?: AbortSignal): Promise<AnswerOf<N>> {
  const { params = {}, query = {}, body } = input as AnyInput; // every InputOf is one of these
  const json = body === undefined ? undefined : { type: 'application/json', content: JSON.stringify(body) };
  // The server checks its answers against the contract before it sends them.
  return (await exchange(endpoints[name], { params, query }, json, signal)) as AnswerOf<N>;
}

/** Bytes of a file, from `offset` on, for the one route that takes bytes. */
export async function uploadPiece(
  params: InputOf<'uploadHouseholdFile'>['params'],
  offset: number,
  piece: Blob,
  signal: AbortSignal,
): Promise<AnswerOf<'uploadHouseholdFile'>> {
  const body = { type: 'application/octet-stream', content: piece };
  return (await exchange(endpoints.uploadHouseholdFile, { params, query: { offset } }, body, signal)) as AnswerOf<'uploadHouseholdFile'>; // as above
}

interface SentBody {
  readonly type: string;
  readonly content: string | Blob;
}

async function exchange(
  endpoint: Endpoint,
  { params, query }: { readonly params: AddressParts; readonly query: AddressParts },
  body: SentBody | undefined,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const response = await send(addressOf(endpoint.path, params, query), {
    method: endpoint.method,
    headers: headers(endpoint, body?.type),
    ...(body === undefined ? {} : { body: body.content }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await failure(response);
  return content(response);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw localProblem('unreachable');
  }
}

function headers(endpoint: Endpoint, bodyType: string | undefined): Record<string, string> {
  return {
    accept: 'application/json, */*',
    ...(bodyType !== undefined && { 'content-type': bodyType }),
    ...(endpoint.method !== 'GET' && { 'x-csrf-token': csrfToken }),
  };
}

async function content(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return isJson(response) ? await response.json() : await response.blob();
  } catch {
    throw localProblem('unreadable', response.status);
  }
}

async function failure(response: Response): Promise<ProblemError> {
  const document: unknown = await response.json().catch(() => undefined);
  if (!isProblem(document)) return localProblem('unreadable', response.status);
  if (document.code === 'not-signed-in') for (const listener of lostListeners) listener();
  return new ProblemError(document);
}

function isJson(response: Response): boolean {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '');
}
