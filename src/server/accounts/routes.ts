// The wire of signing in and out, and of one's own password.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routes, type Session } from '#contract';
import { serviceForm } from '#domain/clients';
import { dayInTaipei, fieldProblem, mount, ProblemError } from '#server/platform';
import { changePassword } from './change-password.ts';
import { findProgrammeActor } from './find-account.ts';
import { mountSigned, sessionCookie, type Doors, type SignedCall } from './mount-signed.ts';
import { findSession } from './sessions.ts';
import { signIn, signOut } from './sign-in.ts';

/** From one address, behind which an office of hundreds may begin its day; guessing is stopped at the account, not here. */
const SIGN_INS_PER_MINUTE = 600;

export function mountAccounts(doors: Doors, version: string): void {
  mount(doors.http, routes.office, async () => ({ demo: doors.demo, version }));

  mount(
    doors.http,
    routes.signIn,
    async ({ body, request, reply }) => {
      const result = await signIn(doors, body.login, body.password, request.ip);
      if (result.kind === 'failed') throw new ProblemError('sign-in-failed');
      await endPresented(doors, request);
      setCookie(doors, reply, result.token);
      return describe(doors, await readBack(doors, result.token, request.ip));
    },
    { perMinute: SIGN_INS_PER_MINUTE },
  );

  const open = { beforePasswordChange: true };
  mountSigned(doors, routes.currentSession, (_call, session) => describe(doors, session), { ...open, activity: false });
  mountSigned(doors, routes.touchSession, (_call, session) => describe(doors, session), open);

  mountSigned(
    doors,
    routes.signOut,
    async ({ reply }, session) => {
      await signOut(doors, session.who, session.token, 'by-the-person');
      reply.clearCookie(sessionCookie(doors), cookieOptions(doors));
      return undefined;
    },
    open,
  );

  mountSigned(
    doors,
    routes.changePassword,
    async ({ body, request }, session) => {
      const result = await changePassword(doors, session.who, body.currentPassword, body.newPassword);
      if (result.kind === 'wrong-password')
        throw new ProblemError('malformed-request', { fields: [{ field: 'currentPassword', code: 'wrong', message: wrongPassword }] });
      if (result.kind === 'refused') {
        throw new ProblemError('password-too-weak', {
          clause: 'NW-3.5',
          fields: result.broken.map((rule) => ({ ...fieldProblem('newPassword', rule), message: ruleMessages[rule] })),
        });
      }
      return describe(doors, await readBack(doors, session.token, request.ip));
    },
    { ...open, perMinute: 20 },
  );
}

const wrongPassword = '目前密碼不正確，或帳號因連續 5 次錯誤暫時鎖定 15 分鐘';

const ruleMessages = {
  length: '長度須為 12 至 128 個字元',
  upper: '須含大寫英文字母',
  lower: '須含小寫英文字母',
  digit: '須含數字',
  symbol: '須含符號',
  guessable: '不得含帳號、常見密碼或連續相同字元',
  reused: '不得與最近三次使用的密碼相同',
  'too-young': '變更後須滿一日才能再次變更',
} as const;

async function readBack(doors: Doors, token: string, address: string): Promise<SignedCall> {
  const { idleTimeoutSeconds } = doors.config;
  const found = await findSession(doors.database, token, { now: doors.clock.now(), address, idleTimeoutSeconds, touch: false });
  if (found?.kind !== 'open') throw new ProblemError('not-signed-in');
  return { ...found.session, token };
}

/** Signing in with a browser in which somebody else still is signed in ends their session. */
async function endPresented(doors: Doors, request: FastifyRequest): Promise<void> {
  const presented = request.cookies[sessionCookie(doors)];
  if (presented === undefined) return;
  const { idleTimeoutSeconds } = doors.config;
  const found = await findSession(doors.database, presented, { now: doors.clock.now(), address: request.ip, idleTimeoutSeconds, touch: false }); // prettier-ignore
  if (found?.kind === 'open') await signOut(doors, found.session.who, presented, 'signed-in-anew');
  if (found?.kind === 'over') await signOut(doors, found.who, presented, found.ended);
}

async function describe(doors: Doors, { who, csrfToken, expiresAt }: SignedCall): Promise<Session> {
  const actor = await findProgrammeActor(doors.database, who, who.homeProgramme, dayInTaipei(doors.clock.now()));
  return {
    account: who.accountId,
    login: who.login,
    name: who.name,
    unit: who.unit,
    organisation: who.organisation,
    programme: who.homeProgramme,
    programmeKind: actor ? kindOf(doors, actor.programme.regulation) : 'queries',
    roles: [...(actor?.roles ?? [])],
    csrfToken,
    mustChangePassword: who.mustChangePassword,
    passwordChangedOn: who.passwordChangedOn,
    passwordPolicy: doors.passwordPolicy,
    idleTimeoutSeconds: doors.config.idleTimeoutSeconds,
    idleWarningSeconds: doors.config.idleWarningSeconds,
    expiresAt: expiresAt.toString(),
    demo: doors.demo,
  };
}

/** Under a regulation with a form for client services, other systems ask and people govern them (NV-3.2). */
function kindOf(doors: Doors, regulation: string): Session['programmeKind'] {
  const found = doors.findRegulation(regulation);
  return found && serviceForm(found) ? 'verification' : 'queries';
}

function setCookie(doors: Doors, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie(doors), token, cookieOptions(doors));
}

/** To clear the cookie too: a browser ignores a `__Host-` one that isn't Secure. */
function cookieOptions(doors: Doors) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: doors.config.secureCookies } as const;
}
