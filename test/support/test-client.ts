// A client of the API inside the process: what a browser sends, without the network.
import { randomUUID } from 'node:crypto';
import type { Http } from '#server/platform';

export interface Answered {
  readonly status: number;
  /** The JSON of the body; undefined where there is none. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- a test looks into any shape
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

export interface TestClient {
  readonly cookie: string;
  readonly csrfToken: string;
  get(path: string): Promise<Answered>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** A query in order by the default; `changes` break it. */
  query(changes?: Record<string, unknown>): Promise<Answered>;
}

export const programmePath = '/api/programmes/nantou-webir';

/** Signs in, and says what went wrong if it can't. */
export async function signInTo(http: Http, login: string, password: string): Promise<TestClient> {
  const response = await http.inject({ method: 'POST', url: '/api/session', payload: { login, password } });
  if (response.statusCode !== 200) throw new Error(`could not sign in as ${login}: ${response.statusCode} ${response.body}`);
  const cookie = String(response.headers['set-cookie']).split(';')[0] ?? '';
  return clientOf(http, cookie, response.json<{ csrfToken: string }>().csrfToken);
}

export function clientOf(http: Http, cookie: string, csrfToken: string): TestClient {
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    const response = await http.inject({
      method,
      url: path,
      headers: { cookie, ...(method !== 'GET' && { 'x-csrf-token': csrfToken }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      body: isJson ? response.json() : undefined,
      headers: response.headers,
      bytes: response.rawPayload,
    };
  };
  return {
    cookie,
    csrfToken,
    get: (path) => send('GET', path),
    send,
    query: (changes = {}) => send('POST', `${programmePath}/queries`, { ...queryInOrder(), ...changes }),
  };
}

/** A query that user1 of the demonstration may make; the subject has a right check digit and may or may not be known. */
export function queryInOrder() {
  return {
    requestId: randomUUID(),
    purpose: 'social-assistance',
    operation: 'insured-history',
    fields: ['insured-unit', 'insured-from'],
    caseNumber: '社助-115-000123',
    reason: '低收入戶資格審查',
    subject: 'A123456789',
  };
}
