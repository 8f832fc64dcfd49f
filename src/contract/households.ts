// The wire of household files and status lists (NV-4.1): an import is opened by its manifest, its file uploaded in one piece or several,
// tried or started, watched by asking again, and confirmed where the difference is out of proportion.
import { z } from 'zod';
import type { Route } from './route.ts';
import { day, digits, instant, month, programmeParams } from './text.ts';

export const householdKind = z.enum(['household', 'elderly-living-alone', 'disability', 'low-income']);
export type HouseholdKind = z.output<typeof householdKind>;

export const householdImportState = z
  .enum(['waiting', 'loading', 'ready', 'serving', 'superseded', 'dry-run', 'refused', 'failed'])
  .meta({ description: '`ready`: loaded, and not yet serving; where `outOfProportion` is true it waits for a word' });

const bigCount = z.int().min(0);

export const householdRefusal = z.strictObject({
  code: z.string(),
  clause: z.string(),
  field: z.string().optional(),
  fieldCode: z.string().optional(),
  row: bigCount.optional(),
});

export const householdImport = z.strictObject({
  id: z.uuid(),
  state: householdImportState,
  kind: householdKind,
  period: month,
  asOf: day,
  sender: z.string(),
  manifestDigest: z.string().meta({ description: 'SHA-256 of the manifest, hexadecimal' }),
  rows: bigCount.meta({ description: 'as the manifest states' }),
  bytes: bigCount.meta({ description: 'of the CSV, as the manifest states' }),
  uploadedBytes: bigCount.nullable().meta({ description: 'of the encrypted file; null: it is not here (any more)' }),
  openedAt: instant,
  openedBy: z.string().meta({ description: 'a name; `command-line`, `watched-folder`' }),
  startedAt: instant.nullable(),
  rowsDone: bigCount,
  bytesDone: bigCount.meta({ description: 'of the encrypted file' }),
  loadedRows: bigCount.nullable(),
  badRows: bigCount,
  badRowList: z
    .array(z.strictObject({ row: bigCount, code: z.string(), field: z.string() }))
    .meta({ description: 'rows after the header, counted from 1; never what stands in them' }),
  warnings: z.record(z.string(), bigCount),
  came: bigCount.nullable(),
  went: bigCount.nullable(),
  changed: bigCount.nullable(),
  outOfProportion: z.boolean(),
  refusal: householdRefusal.nullable(),
  switchedAt: instant.nullable(),
  recordIndex: z.int().nullable(),
  destroyedAt: instant.nullable().meta({ description: 'when the raw file was destroyed (NV-4.4)' }),
  destructionIndex: z.int().nullable(),
  fileBytes: bigCount.nullable(),
  fileSha256: z.string().nullable(),
});
export type HouseholdImport = z.output<typeof householdImport>;

const importParams = programmeParams.extend({ import: z.uuid() });
const base = '/api/programmes/:programme/household-imports';

export const householdRoutes = {
  householdImports: {
    method: 'GET',
    path: base,
    summary: 'Imports of household files and status lists, newest first, and what serves',
    params: programmeParams,
    response: z.strictObject({
      recipient: z.string().nullable().meta({ description: 'what senders encrypt to: age1…' }),
      serving: z.strictObject({ asOf: day, period: month, import: z.uuid(), rows: bigCount }).nullable(),
      imports: z.array(householdImport),
    }),
  },
  householdImport: {
    method: 'GET',
    path: `${base}/:import`,
    summary: 'One import; to be asked again while it runs',
    params: importParams,
    response: householdImport,
  },
  openHouseholdImport: {
    method: 'POST',
    path: base,
    summary: "Open an import by its manifest and the sender's signature (NV-4.1.3)",
    params: programmeParams,
    body: z.strictObject({
      manifest: z.string().min(1).max(49_152).meta({ description: 'the exact text that was signed' }),
      signature: z.string().min(1).max(128).meta({ description: 'base64' }),
    }),
    response: householdImport,
  },
  startHouseholdImport: {
    method: 'POST',
    path: `${base}/:import/start`,
    summary: 'Try or start the import of an uploaded file',
    params: importParams,
    body: z.strictObject({ dryRun: z.boolean() }),
    response: householdImport,
  },
  confirmHouseholdImport: {
    method: 'POST',
    path: `${base}/:import/confirm`,
    summary: 'Let an import serve whose difference is out of proportion',
    params: importParams,
    response: householdImport,
  },
  discardHouseholdImport: {
    method: 'POST',
    path: `${base}/:import/discard`,
    summary: 'Give up an import that does not serve yet; its file is destroyed',
    params: importParams,
    response: householdImport,
  },
  uploadHouseholdFile: {
    method: 'PUT',
    path: `${base}/:import/file`,
    summary: 'Bytes of the encrypted file (application/octet-stream, at most 64 MiB at a time), from where the last ones ended',
    params: importParams,
    query: z.strictObject({ offset: digits.optional().meta({ description: 'where these begin; what came before stays' }) }),
    response: z.strictObject({ uploadedBytes: bigCount }),
  },
} as const satisfies Record<string, Route>;
