// A client of a running program over the network, as the browser is one.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ProgramSession {
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

export async function demoAccountsOf(dataDirectory: string): Promise<DemoAccount[]> {
  return JSON.parse(await readFile(join(dataDirectory, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
}

export async function signInOver(url: string, account: DemoAccount): Promise<ProgramSession> {
  const { login, password } = account;
  const response = await fetch(new URL('/api/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login} could not sign in: ${response.status}`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrfToken };
}

export interface Acknowledged {
  readonly id: string;
  readonly index: number;
  readonly receipt: string;
}

/** One query in order about `subject`; the answer when one came, undefined when none did. */
export async function queryOver(url: string, session: ProgramSession, subject: string): Promise<Acknowledged | undefined> {
  const body = {
    requestId: randomUUID(),
    purpose: 'social-assistance',
    operation: 'insured-history',
    fields: ['insured-unit'],
    caseNumber: '社助-115-000777',
    reason: '低收入戶資格審查',
    subject,
  };
  try {
    const response = await fetch(new URL('/api/programmes/nantou-webir/queries', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session.cookie, 'x-csrf-token': session.csrfToken },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as Acknowledged) : undefined;
  } catch {
    return undefined;
  }
}
