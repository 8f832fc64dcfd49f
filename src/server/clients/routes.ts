// The wire of client services. Who may do which step is the forms' and rules' (#domain/applications, #domain/clients); the roles here are
// the doors before them. What a service answers becomes a problem with its clause here and nowhere else.
import { routes, type BodyOf, type ClientServiceDetail, type Role, type ServiceApplication } from '#contract';
import { isoDateOf } from '#domain/kernel';
import { mountProgramme, type Doors, type ProgrammeActor } from '#server/accounts';
import { fieldProblem, ProblemError } from '#server/platform';
import {
  confirmResumption,
  endService,
  proposeResumption,
  revokeKey,
  rotateKey,
  suspendService,
  type Changed,
  type ServiceOrder,
} from './change-service.ts';
import type { ProposedContent } from './check-proposed.ts';
import type { NotDone } from './client-outcome.ts';
import type { ClientParts } from './client-parts.ts';
import type { ClientServices } from './client-services.ts';
import { changedText, faultTexts, refusalTexts, reviewTexts } from './client-texts.ts';
import { decideApplication } from './decide-application.ts';
import { fileAgain, fileApplication, fileReopening, type Filed } from './file-application.ts';
import { signReview } from './review-addresses.ts';
import { setService } from './set-service.ts';
import { viewApplications, viewReview, viewService, viewServices } from './view-clients.ts';

export interface ClientDoors extends Doors, ClientParts {
  readonly demo: boolean;
  readonly clientServices: ClientServices;
}

const staff = ['project-officer', 'responsible-person', 'supervisor'] as const;
const readers = { roles: [...staff, 'auditor'] } as const;
const officer = { roles: ['project-officer'] } as const;
const keeper = { roles: ['responsible-person'] } as const;

/** Of one person: each signature hashes a password. */
const SIGNATURES_PER_MINUTE = 10;

export function mountClients(doors: ClientDoors): void {
  mountReading(doors);
  mountApplications(doors);
  mountServices(doors);
  mountKeys(doors);
  mountReview(doors);
}

function mountReading(doors: ClientDoors): void {
  mountProgramme(doors, routes.clientServices, async (_call, actor) => ({ services: found(await viewServices(doors, actor)) }), readers);
  mountProgramme(doors, routes.clientService, ({ params }, actor) => service(doors, actor, params.service), readers);
  mountProgramme(
    doors,
    routes.serviceApplications,
    async (_call, actor) => ({ applications: found(await viewApplications(doors, actor)) }),
    readers,
  );
  mountProgramme(doors, routes.serviceApplication, ({ params }, actor) => application(doors, actor, params.application), readers);
}

function mountApplications(doors: ClientDoors): void {
  const filed = async (actor: ProgrammeActor, result: Filed): Promise<ServiceApplication> =>
    application(doors, actor, (await done(doors, result, 'filed')).application);
  mountProgramme(
    doors,
    routes.fileServiceApplication,
    async ({ body }, actor) => filed(actor, await fileApplication(doors, actor, { ...body, content: proposed(body.content) })),
    officer,
  );
  mountProgramme(
    doors,
    routes.fileReopening,
    async ({ params, body }, actor) => {
      const { expected, ...filing } = body;
      return filed(actor, await fileReopening(doors, actor, { ...filing, service: { id: params.service, expected } }));
    },
    officer,
  );
  mountProgramme(
    doors,
    routes.fileServiceAgain,
    async ({ params, body }, actor) => {
      const content = 'evidence' in body.content ? body.content : proposed(body.content);
      return filed(actor, await fileAgain(doors, actor, params.application, { ...body, content }));
    },
    officer,
  );
  mountProgramme(
    doors,
    routes.decideServiceApplication,
    async ({ params, body }, actor) => {
      const { application: id } = await done(doors, await decideApplication(doors, actor, params.application, body), 'decided');
      return application(doors, actor, id);
    },
    { roles: staff },
  );
  mountProgramme(
    doors,
    routes.setClientService,
    async ({ params, body }, actor) => {
      const { service: id, key } = await done(doors, await setService(doors, actor, params.application, body), 'set');
      return { service: await service(doors, actor, id), key };
    },
    keeper,
  );
}

function mountServices(doors: ClientDoors): void {
  mountProgramme(
    doors,
    routes.suspendClientService,
    async ({ params, body }, actor) => changed(doors, actor, params.service, await suspendService(doors, actor, { ...body, ...params })),
    { roles: staff },
  );
  const simple = (
    route: (typeof routes)['proposeResumption' | 'confirmResumption' | 'endClientService'],
    run: (parts: ClientParts, actor: ProgrammeActor, order: ServiceOrder) => Promise<Changed>,
    may: { readonly roles: readonly Role[] },
  ): void =>
    mountProgramme(
      doors,
      route,
      async ({ params, body }, actor) => changed(doors, actor, params.service, await run(doors, actor, { ...body, ...params })),
      may,
    );
  simple(routes.proposeResumption, proposeResumption, keeper);
  simple(routes.confirmResumption, confirmResumption, { roles: ['supervisor'] });
  simple(routes.endClientService, endService, keeper);
}

function mountKeys(doors: ClientDoors): void {
  mountProgramme(
    doors,
    routes.rotateClientKey,
    async ({ params, body }, actor) => {
      const { key } = await done(doors, await rotateKey(doors, actor, { ...body, service: params.service }), 'rotated');
      return { service: await service(doors, actor, params.service), key };
    },
    keeper,
  );
  mountProgramme(
    doors,
    routes.revokeClientKey,
    async ({ params, body }, actor) => changed(doors, actor, params.service, await revokeKey(doors, actor, { ...body, ...params })),
    keeper,
  );
}

function mountReview(doors: ClientDoors): void {
  mountProgramme(doors, routes.addressReview, async (_call, actor) => found(await viewReview(doors, actor)), readers);
  mountProgramme(
    doors,
    routes.signAddressReview,
    async ({ body }, actor) => {
      const result = await signReview(doors, actor, body);
      if (result.kind === 'wrong-password')
        throw new ProblemError('malformed-request', { fields: [{ ...fieldProblem('password', 'wrong'), message: wrongPassword }] });
      if (result.kind === 'already-reviewed' || result.kind === 'not-this-period' || result.kind === 'findings-changed')
        throw new ProblemError('conflict', { clause: result.clause, detail: reviewTexts[result.kind] });
      await done(doors, result, 'signed');
      return found(await viewReview(doors, actor));
    },
    { ...keeper, perMinute: SIGNATURES_PER_MINUTE },
  );
}

const wrongPassword = '密碼不正確，或帳號因連續 5 次錯誤暫時鎖定 15 分鐘';

/** Days have been checked at the edge. */
function proposed(content: BodyOf<typeof routes.fileServiceApplication>['content']): ProposedContent {
  return { ...content, from: isoDateOf(content.from), until: isoDateOf(content.until) };
}

async function changed(doors: ClientDoors, actor: ProgrammeActor, id: string, result: Changed): Promise<ClientServiceDetail> {
  await done(doors, result, 'changed');
  return service(doors, actor, id);
}

async function service(doors: ClientDoors, actor: ProgrammeActor, id: string): Promise<ClientServiceDetail> {
  return found(await viewService(doors, actor, id));
}

async function application(doors: ClientDoors, actor: ProgrammeActor, id: string): Promise<ServiceApplication> {
  return found((await viewApplications(doors, actor, id))?.[0]);
}

/** What was done is known to this node's registry before it is answered. */
async function done<R extends { readonly kind: string }, K extends R['kind']>(
  doors: ClientDoors,
  result: R | NotDone,
  kind: K,
): Promise<Extract<R, { readonly kind: K }>> {
  if (result.kind !== kind) throw problemOf(result as NotDone); // of any other kind there is nothing else
  await doors.clientServices.refresh();
  return result as Extract<R, { readonly kind: K }>; // compared just above
}

const notTheirs = new Set(['not-the-role', 'own-application', 'acted-before', 'own-proposal']);

function problemOf(result: NotDone): ProblemError {
  switch (result.kind) {
    case 'not-found':
      return new ProblemError('not-found');
    case 'changed-meanwhile':
      return new ProblemError('conflict', { clause: result.clause, detail: changedText });
    case 'refused': {
      const details = { clause: result.clause, detail: refusalTexts[result.code] };
      return new ProblemError(notTheirs.has(result.code) ? 'not-permitted' : 'conflict', details);
    }
    case 'malformed': {
      const texts: Readonly<Record<string, string>> = faultTexts;
      const fields = result.faults.map(({ field, code }) => ({ field: `content.${field}`, code, message: texts[code] ?? code }));
      const [first] = result.faults;
      return new ProblemError('malformed-request', { fields, ...(first && { clause: first.clause }) });
    }
  }
}

/** What isn't found is not there; another office's programme never came this far. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError('not-found');
  return value;
}
