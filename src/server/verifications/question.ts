// One verification as it is asked: its form checked (the contract's schema), id, name and birth date brought to the form they are compared in.
import { hash } from 'node:crypto';
import { verificationBody, type VerificationBody } from '#contract';
import { normaliseNationalId, type IsoDate } from '#domain/kernel';
import { normaliseName, parseBirthDate } from '#domain/verification';
import { fieldProblem, fieldProblems, type FieldProblem } from '#server/platform';
import type { RequestToken } from './record-id.ts';

export interface Question {
  readonly body: VerificationBody;
  /** Normalised, as everything below. */
  readonly id: string;
  readonly name: string | undefined;
  readonly birthDate: IsoDate | undefined;
  /** SHA-256 of the text it came as, base64url. */
  readonly requestDigest: string;
  readonly origin: QuestionOrigin;
}

/** What makes it this request and no other. */
export interface QuestionOrigin {
  /** Of its answer: the same one again is the same answer, or a replay. */
  readonly token: RequestToken;
  /** Of its refusal: a refused request may be put right under the same idempotency key. */
  readonly refusalToken: RequestToken;
  /** In a batch, from 0. */
  readonly line: number;
}

export type ReadQuestion =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'malformed'; readonly fields: readonly FieldProblem[] };

/** Long enough for any id, however its characters unfold. */
const LONGEST_ID = 64;

/** @param text JSON */
export function readQuestion(text: string, origin: QuestionOrigin): ReadQuestion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed('body', 'not-json');
  }
  const parsed = verificationBody.safeParse(value);
  if (!parsed.success) return { kind: 'malformed', fields: fieldProblems('body', parsed.error.issues) };
  return questionOf(parsed.data, hash('sha256', text, 'base64url'), origin);
}

export function questionOf(body: VerificationBody, requestDigest: string, origin: QuestionOrigin): ReadQuestion {
  const { subject } = body;
  const id = plainId.test(subject.nationalId) ? subject.nationalId : normaliseNationalId(subject.nationalId);
  if (id === '' || id.length > LONGEST_ID) return malformed('subject.nationalId', id === '' ? 'blank' : 'too-long');
  const name = subject.name === undefined ? undefined : normaliseName(subject.name);
  if (subject.name !== undefined && name === undefined) return malformed('subject.name', 'invalid');
  const birthDate = subject.birthDate === undefined ? undefined : parseBirthDate(subject.birthDate);
  if (birthDate?.kind === 'fault') return malformed('subject.birthDate', birthDate.code);
  return { kind: 'question', question: { body, id, name, birthDate: birthDate?.day, requestDigest, origin } };
}

/** Nearly every id comes as it is kept. */
const plainId = /^[A-Z]\d{9}$/;

function malformed(field: string, code: string): ReadQuestion {
  return { kind: 'malformed', fields: [fieldProblem(field, code)] };
}
