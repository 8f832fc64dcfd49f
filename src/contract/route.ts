// One route of the wire: where it is, what goes in, what comes out. The server mounts these, the web client calls them,
// and OpenAPI is generated from them, so the three can't drift apart.
import type { z } from 'zod';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters. Never carries personal data. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The JSON that a success answers; `null`: 204 without a body; a media type: a file of that type. */
  readonly response:
    | z.ZodType
    | null
    | 'application/pdf'
    | 'application/vnd.oasis.opendocument.spreadsheet'
    | 'application/x-ndjson'
    | 'text/plain';
}

export type ParamsOf<R extends Route> = R['params'] extends z.ZodType ? z.output<R['params']> : undefined;
export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : undefined;
export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : R['response'] extends null
    ? undefined
    : Blob;
