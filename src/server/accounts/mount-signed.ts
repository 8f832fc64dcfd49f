// Mounts routes for people who are signed in: session, CSRF token, password to be changed, programme of their own
// organisation. A route can't be mounted without passing these doors; each feature adds only its own rule of who may.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Role, Route } from '#contract';
import type { PasswordPolicy } from '#domain/accounts';
import type { Regulation } from '#domain/regulations';
import { dayInTaipei, mount, ProblemError, type Answered, type Call, type Config, type Http } from '#server/platform';
import { findProgrammeActor } from './find-account.ts';
import type { AccountParts } from './prove-password.ts';
import { findSession, type OpenSession } from './sessions.ts';
import { signOut } from './sign-in.ts';
import type { ProgrammeActor } from './signed-in.ts';

export interface Doors extends AccountParts {
  readonly http: Http;
  readonly passwordPolicy: PasswordPolicy;
  readonly config: Pick<Config, 'idleTimeoutSeconds' | 'idleWarningSeconds' | 'secureCookies'>;
  /** A demonstration installation: every person in it is invented. */
  readonly demo: boolean;
  findRegulation(id: string): Regulation | undefined;
}

export interface SignedCall extends OpenSession {
  readonly token: string;
}

interface SignedOptions {
  /** Requests a minute in one session: a whole office stands behind one address. */
  readonly perMinute?: number;
  /** False: looking doesn't keep the session alive. */
  readonly activity?: boolean;
  /** True: may be used while the password has to be changed first. */
  readonly beforePasswordChange?: boolean;
}

export function mountSigned<R extends Route>(
  doors: Doors,
  route: R,
  handle: (call: Call<R>, session: SignedCall) => Promise<Answered<R>>,
  options: SignedOptions = {},
): void {
  const limit = options.perMinute === undefined ? undefined : limitSessions(doors, options.perMinute);
  mount(doors.http, route, async (call) => {
    const session = await requireSession(doors, call.request, options);
    if (await limit?.(call.request)) throw new ProblemError('too-many-requests', { retryAfterSeconds: 60 });
    return handle(call, session);
  });
}

/** Counted once the session is known to be one: an invented cookie neither gets a count of its own nor takes another's. */
function limitSessions(doors: Doors, perMinute: number): (request: FastifyRequest) => Promise<boolean> {
  const keyGenerator = (request: FastifyRequest): string => request.cookies[sessionCookie(doors)] ?? '';
  const count = doors.http.createRateLimit({ max: perMinute, timeWindow: '1 minute', keyGenerator });
  return async (request) => {
    const counted = await count(request);
    return !counted.isAllowed && counted.isExceeded;
  };
}

interface ProgrammeOptions extends SignedOptions {
  /** Any of these roles, today; without it every account of the organisation may try. */
  readonly roles?: readonly Role[];
}

/** For routes with `:programme`. Another organisation's programme is "not found". */
export function mountProgramme<R extends Route>(
  doors: Doors,
  route: R,
  handle: (call: Call<R>, actor: ProgrammeActor, session: SignedCall) => Promise<Answered<R>>,
  options: ProgrammeOptions = {},
): void {
  mountSigned(
    doors,
    route,
    async (call, session) => {
      const programme = (call.params as { programme?: string } | undefined)?.programme ?? '';
      const actor = await findProgrammeActor(doors.database, session.who, programme, dayInTaipei(doors.clock.now()));
      if (!actor) throw new ProblemError('not-found');
      if (options.roles && !options.roles.some((role) => actor.roles.includes(role))) throw new ProblemError('not-permitted');
      return handle(call, actor, session);
    },
    options,
  );
}

export function sessionCookie(doors: Pick<Doors, 'config'>): string {
  return doors.config.secureCookies ? '__Host-mingcha' : 'mingcha';
}

async function requireSession(doors: Doors, request: FastifyRequest, options: SignedOptions): Promise<SignedCall> {
  const token = request.cookies[sessionCookie(doors)] ?? '';
  const found = await findSession(doors.database, token, {
    now: doors.clock.now(),
    address: request.ip,
    idleTimeoutSeconds: doors.config.idleTimeoutSeconds,
    touch: options.activity !== false,
  });
  if (found?.kind === 'over') await signOut(doors, found.who, token, found.ended);
  if (found?.kind !== 'open') throw new ProblemError('not-signed-in');
  const { session } = found;
  if (request.method !== 'GET' && !sameText(request.headers['x-csrf-token'], session.csrfToken))
    throw new ProblemError('csrf-token-invalid');
  if (session.who.mustChangePassword && !options.beforePasswordChange) throw new ProblemError('password-must-change', { clause: 'NW-3.4' });
  return { ...session, token };
}

function sameText(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
