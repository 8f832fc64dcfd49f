// The texts that the program enforces, as people read them: public, so whoever is signed in may read them, and no record is made of it.
import { z } from 'zod';
import type { Route } from './route.ts';
import { code, day } from './text.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const wording = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Wording', description: 'the same in both languages' });
const rule = { code, clause: z.string() };
const reason = wording.nullable().meta({ description: 'of our default; null: the text states the value' });
const part = z.strictObject({
  name: wording,
  byHand: wording.nullable().meta({ description: 'what people do; null: the program does it' }),
});

const summary = {
  id: code,
  prefix: z.string().meta({ description: 'begins every clause id' }),
  title: z.string(),
  issuedBy: z.string(),
  issuedOn: day.nullable().meta({ description: 'null: not known' }),
  ceasedOn: day.nullable().meta({ description: 'the first day on which it no longer applies' }),
  inForce: z.boolean(),
  counts: z.strictObject({ works: z.int(), partly: z.int(), 'by-hand': z.int() }).meta({ description: 'clauses by state' }),
};

const answer = z.strictObject({
  by: z.enum(['refusal', 'control', 'setting', 'role', 'duty', 'form', 'record', 'destruction', 'attestation']),
  code: z.string(),
  name: wording,
  parts: list(z.strictObject({ part: code, name: wording, built: z.boolean() })),
});

const clause = z.strictObject({
  id: z.string(),
  kinds: list(z.enum(['P', 'D', 'Y', 'R', 'F', 'H'])),
  wording,
  state: z.enum(['works', 'partly', 'by-hand']),
  answers: list(answer),
  byHand: list(wording),
});

const duty = z.strictObject({ ...rule, name: z.string(), due: wording, by: wording, to: z.string(), through: part, reason });

export const regulation = z.strictObject({
  ...summary,
  replacedBy: code.nullable(),
  provider: z.string(),
  parties: list(z.strictObject({ ...rule, name: z.string() })),
  roles: list(z.strictObject({ role: code, clause: z.string(), name: wording, holders: wording, mayNotAlsoBe: wording })),
  purposes: list(
    z.strictObject({
      ...rule,
      name: z.string(),
      basis: wording,
      needs: list(z.strictObject({ operation: z.string(), fields: list(z.string()) })),
    }),
  ),
  conditions: list(z.strictObject({ ...rule, name: wording })),
  parameters: list(z.strictObject({ code: z.string(), clause: z.string(), name: wording, value: wording, reason })),
  forms: list(
    z.strictObject({
      ...rule,
      name: z.string(),
      asks: wording,
      forRole: wording,
      requires: wording,
      chain: list(z.strictObject({ by: wording, does: wording })),
      keptAs: wording,
    }),
  ),
  duties: list(duty),
  onEvents: list(duty),
  retention: list(z.strictObject({ recordClass: code, clause: z.string(), name: wording, keep: wording, reason })),
  destruction: list(z.strictObject({ ...rule, wording, what: wording, when: wording, proof: wording, through: part })),
  liabilities: list(z.strictObject({ clause: z.string(), wording, acceptedBy: wording })),
  clauses: list(clause),
});
export type Regulation = z.output<typeof regulation>;

export const regulationRoutes = {
  regulations: {
    method: 'GET',
    path: '/api/v1/regulations',
    summary: 'The regulations that the program enforces',
    response: z.strictObject({ regulations: list(z.strictObject(summary)) }),
  },
  regulation: {
    method: 'GET',
    path: '/api/v1/regulations/:id',
    summary: 'One regulation: every rule with its clause, and what answers each clause',
    params: z.strictObject({ id: code }),
    response: regulation,
  },
} as const satisfies Record<string, Route>;
