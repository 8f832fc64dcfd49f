// mingcha sample: the audit sample of a closed list, and who audits whom. The seed and the ids decide, nothing else.
import { createHmac } from 'node:crypto';
import { assignAuditors, auditorsMayNotQuery, drawSample, requiredSample, unassignedText, type Assignments } from '#domain/audits';
import { fromHex } from '#domain/kernel';
import type { Regulation, SamplingRule } from '#domain/regulations';
import { findRegulation } from '#regulations';
import { exitCodes } from '../exit-codes.ts';
import { InputError, withInputErrors } from '../input/input-error.ts';
import type { FileResult } from '../print-file-result.ts';
import { readAuditors, readPrevious } from './read-auditors.ts';
import { readList } from './read-list.ts';

/** As given on the command line. */
export interface SampleCall {
  readonly regulation: string;
  readonly list: string;
  readonly seed: string;
  readonly draw?: string;
  readonly auditors?: string;
  readonly previous?: string;
}

/** Exit code 0: done, 1: somebody is unassigned, 2: the call or a file is wrong. */
export async function sampleFile(call: SampleCall): Promise<FileResult> {
  return withInputErrors(async () => {
    const regulation = sampledRegulation(call.regulation);
    const seed = readSeed(call.seed);
    const rows = await readList(call.list);
    const required = requiredSample(regulation.sampling, rows.length);
    const draw = readDraw(call.draw, required, rows.length);
    const hmacSha256 = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest();
    const sampled = drawSample({ ids: rows.map(({ id }) => id), seed, draw, hmacSha256 });
    const drawn = new Set(sampled);
    const { assignments, unassigned } = await assign(call, regulation, rows, drawn);
    const output = {
      population: rows.length,
      required,
      sampled,
      assignments: assignments.map((assignment) => ({ ...assignment })),
      unassigned: unassigned.map(({ person, reason }) => ({ person, reason: unassignedText(reason) })),
    };
    return { exitCode: unassigned.length === 0 ? exitCodes.done : exitCodes.no, output, text: asText(output) };
  });
}

type SampledRegulation = Regulation & { readonly sampling: SamplingRule };

function sampledRegulation(id: string): SampledRegulation {
  const regulation = findRegulation(id);
  if (!regulation) throw new InputError({ file: '--regulation' }, 'there is no such regulation');
  const { sampling, comparison } = regulation;
  if (sampling) return { ...regulation, sampling };
  throw new InputError({ file: '--regulation' }, `${id} has no sampling rule: every row is compared (${comparison?.clause})`);
}

function readSeed(seed: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2}){16,64}$/i.test(seed))
    throw new InputError({ file: '--seed' }, 'must be 32 to 128 hexadecimal digits, an even number');
  return fromHex(seed);
}

function readDraw(draw: string | undefined, required: number, population: number): number {
  if (draw === undefined) return required;
  if (!/^\d{1,9}$/.test(draw)) throw new InputError({ file: '--draw' }, 'must be a number of rows');
  if (Number(draw) < required) throw new InputError({ file: '--draw' }, `must be at least the ${required} rows that are required`);
  if (Number(draw) > population) throw new InputError({ file: '--draw' }, `must be at most the ${population} rows of the list`);
  return Number(draw);
}

async function assign(
  call: SampleCall,
  regulation: SampledRegulation,
  rows: Awaited<ReturnType<typeof readList>>,
  drawn: ReadonlySet<string>,
): Promise<Assignments> {
  const previous = call.previous === undefined ? [] : await readPrevious(call.previous);
  if (call.auditors === undefined) return { assignments: [], unassigned: [] };
  const auditors = await readAuditors(call.auditors);
  return assignAuditors({
    rows: rows.filter(({ id }) => drawn.has(id)),
    auditors,
    previous,
    barsPreviousAuditor: regulation.sampling.barsPreviousAuditor !== null,
    auditorsMayNotQuery: auditorsMayNotQuery(regulation),
    queriers: new Set(rows.map(({ person }) => person)),
  });
}

interface Output {
  readonly population: number;
  readonly required: number;
  readonly sampled: readonly string[];
  readonly assignments: readonly { readonly person: string; readonly auditor: string; readonly ids: readonly string[] }[];
  readonly unassigned: readonly { readonly person: string; readonly reason: string }[];
}

function asText({ population, required, sampled, assignments, unassigned }: Output): string {
  return [
    `${population} rows, ${required} required, ${sampled.length} drawn:`,
    ...sampled.map((id) => `  ${id}`),
    ...assignments.map(({ person, auditor, ids }) => `${auditor} audits ${person}: ${ids.join(', ')}`),
    ...unassigned.map(({ person, reason }) => `unassigned ${person}: ${reason}`),
  ].join('\n');
}
