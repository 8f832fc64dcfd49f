// The wire of household files and status lists (NV-4.1). The responsible person imports (NV-4.1.3); officer, supervisor and auditors see what
// was imported. Another organisation's programme, and one whose regulation knows no client services, is "not found".
import { Readable } from 'node:stream';
import { routes, type HouseholdImport } from '#contract';
import { clientClauses } from '#domain/clients';
import { utf8 } from '#domain/kernel';
import type { Regulation } from '#domain/regulations';
import { actorFacts, mountProgramme, type Doors, type ProgrammeActor } from '#server/accounts';
import { ProblemError, type Http } from '#server/platform';
import { fileTexts } from './file-texts.ts';
import type { HouseholdImports } from './household-imports.ts';
import type { ImportProgramme } from './import-parts.ts';
import type { FileRefusal } from './load/file-refused.ts';
import type { RunOptions, RunResult } from './run-import.ts';
import { viewImport, viewImports } from './view-imports.ts';

export interface HouseholdDoors extends Doors {
  findRegulation(id: string): Regulation | undefined;
}

/** Pages ask again by themselves while an import runs: that is nobody at the screen (NV-4.2.4). */
const readers = { roles: ['project-officer', 'responsible-person', 'supervisor', 'auditor'], activity: false } as const;
const keeper = { roles: ['responsible-person'] } as const;
/** Larger files come in several pieces: each has the server's time for a request. */
const LARGEST_PIECE_BYTES = 64 * 1024 * 1024;

export function mountHouseholds(doors: HouseholdDoors, imports: HouseholdImports): void {
  mountProgramme(
    doors,
    routes.householdImports,
    async (_call, actor) => {
      const { recipient, serving, imports: shown } = await viewImports(imports.parts, programmeOf(doors, actor).id);
      return { recipient: recipient ?? null, serving: serving ?? null, imports: [...shown] };
    },
    readers,
  );
  mountProgramme(doors, routes.householdImport, ({ params }, actor) => view(doors, imports, actor, params.import), readers);

  mountProgramme(
    doors,
    routes.openHouseholdImport,
    async ({ body }, actor) => {
      const given = { manifest: utf8(body.manifest), signature: body.signature };
      const opened = await imports.open(programmeOf(doors, actor), actorFacts(actor), given);
      if (opened.kind === 'refused') throw fileRefused(opened.refusal);
      return view(doors, imports, actor, opened.id);
    },
    keeper,
  );
  void doors.http.register(async (bytes) => mountUpload({ ...doors, http: bytes }, imports));

  const run = async (actor: ProgrammeActor, id: string, options: RunOptions): Promise<HouseholdImport> => {
    refuseUnlessRun(await imports.start(programmeOf(doors, actor), actorFacts(actor), id, options));
    return view(doors, imports, actor, id);
  };
  mountProgramme(
    doors,
    routes.startHouseholdImport,
    async ({ params, body }, actor) => {
      const { state, uploadedBytes } = await view(doors, imports, actor, params.import);
      if (state !== 'waiting' && state !== 'dry-run') throw new ProblemError('conflict', { detail: '這份檔案已經開始匯入或已結束。' });
      if (uploadedBytes === null) throw new ProblemError('conflict', { detail: '尚未上傳加密檔。' });
      return run(actor, params.import, { isDryRun: body.dryRun });
    },
    keeper,
  );
  mountProgramme(
    doors,
    routes.confirmHouseholdImport,
    async ({ params }, actor) => {
      const { outOfProportion } = await view(doors, imports, actor, params.import);
      if (!outOfProportion) throw new ProblemError('conflict', { detail: '這份檔案沒有等待確認的差異。' });
      return run(actor, params.import, { acceptsDifference: true });
    },
    keeper,
  );
  mountProgramme(
    doors,
    routes.discardHouseholdImport,
    async ({ params }, actor) => {
      const result = await imports.discard(programmeOf(doors, actor), actorFacts(actor), params.import);
      refuseUnlessRun(result);
      if (result.kind !== 'failed') throw new ProblemError('conflict', { detail: '這份檔案已經使用中或已結束，不能放棄。' });
      return view(doors, imports, actor, params.import);
    },
    keeper,
  );
}

/** In a context of its own: no other route takes bodies of bytes. */
function mountUpload(doors: HouseholdDoors & { readonly http: Http }, imports: HouseholdImports): void {
  doors.http.addContentTypeParser('application/octet-stream', { bodyLimit: LARGEST_PIECE_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  mountProgramme(
    doors,
    routes.uploadHouseholdFile,
    async ({ params, query, request }, actor) => {
      if (!(request.body instanceof Readable)) throw new ProblemError('unsupported-media-type');
      const received = await imports.receive(programmeOf(doors, actor), params.import, query.offset ?? 0, bounded(request.body));
      switch (received.kind) {
        case 'received':
          return { uploadedBytes: received.bytes };
        case 'not-found':
          throw new ProblemError('not-found');
        case 'too-large':
          throw new ProblemError('body-too-large', { clause: 'NV-4.1.1', detail: '檔案比清單檔所載的大，請確認檔案。' });
        case 'gap':
          throw new ProblemError('conflict', { detail: '前面的內容尚未上傳，請由已上傳的位置續傳。' });
        case 'not-waiting':
          throw new ProblemError('conflict', { detail: '這份檔案已經開始匯入或已結束。' });
      }
    },
    keeper,
  );
}

/** A piece without a length is bounded all the same. */
async function* bounded(body: Readable): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += (piece as Buffer).length; // no encoding is set on a body
    if (bytes > LARGEST_PIECE_BYTES) throw new ProblemError('body-too-large');
    yield piece as Buffer;
  }
}

async function view(doors: HouseholdDoors, imports: HouseholdImports, actor: ProgrammeActor, id: string): Promise<HouseholdImport> {
  const found = await viewImport(imports.parts, programmeOf(doors, actor).id, id);
  if (!found) throw new ProblemError('not-found');
  return found;
}

function programmeOf({ findRegulation }: HouseholdDoors, { programme, organisation }: ProgrammeActor): ImportProgramme {
  const regulation = findRegulation(programme.regulation);
  if (!regulation || !clientClauses(regulation)) throw new ProblemError('not-found');
  return { id: programme.id, regulation: programme.regulation, organisation };
}

function refuseUnlessRun(result: RunResult): void {
  if (result.kind === 'not-found') throw new ProblemError('not-found');
  if (result.kind === 'busy') throw new ProblemError('conflict', { detail: '另一份檔案正在匯入或等待確認，請先完成或放棄。' });
}

function fileRefused({ code, clause, field, fieldCode }: FileRefusal): ProblemError {
  const message = fileTexts[code];
  return new ProblemError('file-refused', {
    clause,
    detail: message,
    fields: [{ field: field ?? 'manifest', code: fieldCode ?? code, message }],
  });
}
