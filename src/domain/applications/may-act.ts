// Who may do what with an application: the chain's order, the role its step names, and four eyes: nobody takes two steps of one
// application, not even after it was returned, and nobody decides on what was filed by or for them. Nothing is allowed by default.
import { roles, type ApprovalStep, type ClauseId, type FormRule, type Role } from '#domain/regulations';
import { applicationActs, openActs, type Application, type ApplicationAct, type ApplicationEvent } from './application.ts';

export interface ApplicationActor {
  readonly account: string;
  readonly person: string;
  /** Held today. */
  readonly roles: readonly Role[];
}

export const actRefusalCodes = ['decided', 'not-the-step', 'not-the-role', 'own-application', 'acted-before'] as const;
export type ActRefusalCode = (typeof actRefusalCodes)[number];

export type ActVerdict =
  | { readonly allowed: true; readonly kind: ApplicationEvent['kind']; readonly step: number }
  | { readonly allowed: false; readonly clause: ClauseId; readonly code: ActRefusalCode };

export function mayAct(form: FormRule, application: Application, act: ApplicationAct, actor: ApplicationActor): ActVerdict {
  const refused = (code: ActRefusalCode): ActVerdict => ({ allowed: false, clause: form.clause, code });
  const open = openActs(form, application);
  if (open.length === 0) return refused('decided');
  if (!open.includes(act)) return refused('not-the-step');
  const place = act === 'withdraw' ? 0 : application.nextStep;
  const step = form.chain[place];
  const role = step && roleFor(step);
  if (role === undefined || !actor.roles.includes(role)) return refused('not-the-role');
  const barred = act === 'withdraw' ? undefined : findBar(form, application, place, actor);
  return barred === undefined ? { allowed: true, kind: applicationActs[act], step: place } : refused(barred);
}

/**
 * The role that takes a step. A party has no accounts: its application is entered by the project officer (NV-3.2), what it decides
 * by the supervisor, from its letter. Nothing is set by a party: undefined, so nobody may.
 */
export function roleFor({ by, does }: ApprovalStep): Role | undefined {
  return roles.find((role) => role === by) ?? partyClerks[does];
}

const partyClerks: Readonly<Record<ApprovalStep['does'], Role | undefined>> = {
  files: 'project-officer',
  endorses: 'supervisor',
  reviews: 'supervisor',
  approves: 'supervisor',
  sets: undefined,
};

function findBar(form: FormRule, { events }: Application, place: number, actor: ApplicationActor): ActRefusalCode | undefined {
  for (const event of events) {
    if (event.step === place || isClerkWhoSets(form, event.step, place)) continue;
    const isTheirs = event.person === actor.person || event.account === actor.account;
    if (isTheirs) return event.kind === 'filed' ? 'own-application' : 'acted-before';
  }
  const isForThem = place > 0 && events.some((event) => event.kind === 'filed' && event.for === actor.person);
  return isForThem ? 'own-application' : undefined;
}

/** Who only enters a party's application may set it in the end: officer and responsible person may be one (NV-3.1), the approver isn't. */
function isClerkWhoSets({ chain }: FormRule, one: number, other: number): boolean {
  const pair = [chain[one], chain[other]];
  const files = pair.find((step) => step?.does === 'files');
  return files !== undefined && pair.some((step) => step?.does === 'sets') && !roles.some((role) => role === files.by);
}
