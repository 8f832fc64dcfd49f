import { z } from 'zod';
import type { Route } from './route.ts';
import { code, day, instant, nonBlank, password } from './text.ts';

export const role = z.enum(['user', 'unit-manager', 'chief-manager', 'auditor', 'project-officer', 'responsible-person', 'supervisor']);
export type Role = z.output<typeof role>;

export const session = z.strictObject({
  account: z.string(),
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  organisation: z.string(),
  programme: code,
  programmeKind: z.enum(['queries', 'verification']).meta({ description: 'verification: other systems ask it, its people govern them' }),
  roles: z.array(role),
  csrfToken: z.string(),
  mustChangePassword: z.boolean(),
  passwordChangedOn: day,
  passwordPolicy: z.strictObject({ leastLength: z.int(), remembered: z.int(), shortestAgeDays: z.int() }),
  idleTimeoutSeconds: z.int(),
  idleWarningSeconds: z.int(),
  expiresAt: instant,
  demo: z.boolean().meta({ description: 'a demonstration installation: all persons are invented' }),
});
export type Session = z.output<typeof session>;

export const signInBody = z.strictObject({ login: nonBlank(64), password });
export const changePasswordBody = z.strictObject({ currentPassword: password, newPassword: password });

export const office = z.strictObject({ demo: z.boolean(), version: z.string() });

export const sessionRoutes = {
  office: { method: 'GET', path: '/api/office', summary: 'What anyone may know before signing in', response: office },
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in; ends any other session of the account',
    body: signInBody,
    response: session,
  },
  currentSession: { method: 'GET', path: '/api/session', summary: 'Who is signed in (does not count as activity)', response: session },
  touchSession: { method: 'POST', path: '/api/session/touch', summary: 'Stay signed in', response: session },
  signOut: { method: 'DELETE', path: '/api/session', summary: 'Sign out', response: null },
  changePassword: {
    method: 'PUT',
    path: '/api/account/password',
    summary: 'Change the password (NW-3.4); the session goes on',
    body: changePasswordBody,
    response: session,
  },
} as const satisfies Record<string, Route>;
