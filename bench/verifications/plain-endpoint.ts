// What the verification service is measured against, each as its own process: a plain endpoint as a good engineer would write it
// (Fastify, a pool, prepared statements: SELECT by primary key, INSERT of an audit row, COMMIT, one request after the other on each
// connection), and Fastify answering a constant. Neither knows who asks, keeps budgets, encrypts, or proves anything.
// `node plain-endpoint.ts plain postgresql://…` or `node plain-endpoint.ts constant`; the port is sent to the parent.
import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';

const CONNECTIONS = 16;

interface Asked {
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: { readonly nationalId: string };
  readonly claims: readonly string[];
}

const text = { type: 'string', maxLength: 200 } as const;
const asked = {
  type: 'object',
  required: ['caseNumber', 'reason', 'subject', 'claims'],
  properties: {
    caseNumber: text,
    reason: text,
    subject: { type: 'object', required: ['nationalId'], properties: { nationalId: text } },
    claims: { type: 'array', items: text, maxItems: 7 },
  },
} as const;
const answered = {
  type: 'object',
  properties: { id: text, answers: { type: 'object', additionalProperties: { type: 'boolean' } }, asOf: text },
} as const;

/** The tables that the endpoint uses; `person` is filled by the benchmark. */
export const plainTables = `
  create table plain_person (national_id text primary key, flags smallint not null);
  create table plain_audit (id uuid primary key, at timestamptz not null default now(), national_id text not null,
    case_number text not null, reason text not null, claims text[] not null, flags smallint)`;

const bits: Readonly<Record<string, number>> = {
  'county-resident': 1,
  indigenous: 2,
  'elderly-living-alone': 4,
  disability: 8,
  'low-income': 16,
};

function plainEndpoint(app: FastifyInstance, databaseUrl: string): void {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  app.post<{ Body: Asked }>('/verifications', { schema: { body: asked, response: { 200: answered } } }, async ({ body }) => {
    const { caseNumber, reason, subject, claims } = body;
    const id = randomUUID();
    const client = await pool.connect();
    try {
      const found = await client.query<{ flags: number }>({
        name: 'find',
        text: 'select flags from plain_person where national_id = $1',
        values: [subject.nationalId],
      });
      const flags = found.rows[0]?.flags ?? 0;
      await client.query({
        name: 'audit',
        text: 'insert into plain_audit (id, national_id, case_number, reason, claims, flags) values ($1, $2, $3, $4, $5, $6)',
        values: [id, subject.nationalId, caseNumber, reason, claims, flags],
      });
      return { id, answers: Object.fromEntries(claims.map((claim) => [claim, (flags & (bits[claim] ?? 0)) !== 0])), asOf: '2026-10-31' };
    } finally {
      client.release();
    }
  });
}

/** The very requests of the service, their JSON parsed, answered with a constant as long as an answer. */
function constantEndpoint(app: FastifyInstance): void {
  const id = randomUUID();
  const constant = { id, answers: { 'county-resident': true, 'low-income': false }, asOf: '2026-10-31', receipt: 'x'.repeat(300) };
  app.post('/api/v1/verifications', async () => constant);
}

if (import.meta.main) {
  const app = fastify();
  const [kind, databaseUrl = ''] = process.argv.slice(2);
  if (kind === 'plain') plainEndpoint(app, databaseUrl);
  else constantEndpoint(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
}
