// A client of the API like any other: signs in as the demonstration's users and asks what the plan says, each user one
// query at a time, the users side by side.
import { randomUUID } from 'node:crypto';

export interface DemoQuery {
  /** Who asks. */
  readonly login: string;
  readonly purpose: string;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: string;
}

interface DemoQueriesOptions {
  readonly url: URL;
  readonly accounts: readonly { readonly login: string; readonly password: string }[];
  readonly plan: readonly DemoQuery[];
  readonly onProgress?: (done: number, total: number) => void;
}

export interface DemoQueriesResult {
  answered: number;
  refused: number;
  failed: number;
}

/** Queries of one user that run at once. */
const AT_ONCE = 4;

export async function runDemoQueries({ url, accounts, plan, onProgress }: DemoQueriesOptions): Promise<DemoQueriesResult> {
  const result: DemoQueriesResult = { answered: 0, refused: 0, failed: 0 };
  const byLogin = Map.groupBy(plan, (query) => query.login);
  let done = 0;
  const askAll = async (login: string, queries: readonly DemoQuery[]): Promise<void> => {
    const session = await signIn(url, login, accounts.find((account) => account.login === login)?.password ?? '');
    const waiting = queries.values();
    const worker = async (): Promise<void> => {
      for (const query of waiting) {
        result[session ? await ask(url, session, query) : 'failed'] += 1;
        done += 1;
        onProgress?.(done, plan.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  await Promise.all([...byLogin].map(([login, queries]) => askAll(login, queries)));
  return result;
}

interface ApiSession {
  readonly cookie: string;
  readonly csrfToken: string;
  readonly programme: string;
}

async function signIn(url: URL, login: string, password: string): Promise<ApiSession | undefined> {
  try {
    const response = await fetch(new URL('/api/session', url), post({ login, password }));
    if (!response.ok) return undefined;
    const { csrfToken, programme } = (await response.json()) as { csrfToken: string; programme: string };
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; '); // prettier-ignore
    return { cookie, csrfToken, programme };
  } catch {
    return undefined;
  }
}

async function ask(url: URL, session: ApiSession, query: DemoQuery): Promise<keyof DemoQueriesResult> {
  const { purpose, operation, fields, caseNumber, reason, subject } = query;
  const body = { requestId: randomUUID(), purpose, operation, fields, caseNumber, reason, subject };
  const headers = { cookie: session.cookie, 'x-csrf-token': session.csrfToken };
  try {
    const response = await fetch(new URL(`/api/programmes/${session.programme}/queries`, url), post(body, headers));
    const answer = (await response.json()) as { code?: string };
    if (response.ok) return 'answered';
    return answer.code === 'refused-by-regulation' ? 'refused' : 'failed';
  } catch {
    return 'failed';
  }
}

function post(body: object, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  };
}
