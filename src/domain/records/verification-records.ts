// What the record of one verification says (NV-4.2.5): one record, because question and answer become durable together, before the answer
// leaves. The envelope is that of a query, with the claims as its fields; under which conditions somebody was asked about, and each answer,
// stand in compartment C.
import type { JsonObject } from '#domain/kernel';
import { asked, readQuery, type QueryFacts } from './query-records.ts';
import { count, field, object, MalformedRecord, text } from './record-fields.ts';

export interface VerificationFacts {
  /** Its fields are the claims asked. */
  readonly query: QueryFacts;
  /** As they were given; undefined: not given. */
  readonly name: string | undefined;
  readonly birthDate: string | undefined;
  readonly answers: Readonly<Partial<Record<string, boolean>>>;
  /** The day the data is of, and which import it came by. */
  readonly asOf: string;
  readonly snapshot: string;
  /** SHA-256 of the request as it came, base64url: tells a retry from another request under the same key. */
  readonly requestDigest: string;
}

interface Compartments {
  readonly envelope: JsonObject;
  readonly subject: JsonObject;
}

/** Keys in canonical order, as they are written (RFC 8785). */
export function verificationCompartments(facts: VerificationFacts): Compartments {
  const { query, name, birthDate, answers, asOf, snapshot, requestDigest } = facts;
  const { subject, caseNumber, reason } = query;
  return {
    envelope: { asOf, count: query.fields.length, ...asked(query), snapshot },
    subject: {
      answers: answers as JsonObject, // of every claim asked: none is undefined
      ...(birthDate !== undefined && { birthDate }),
      caseNumber,
      ...(name !== undefined && { name }),
      reason,
      requestDigest,
      subject,
    },
  };
}

/** @throws MalformedRecord */
export function readVerification(envelope: JsonObject, subject: JsonObject): VerificationFacts {
  const query = readQuery(envelope, subject);
  if (count(envelope, 'count') !== query.fields.length) throw new MalformedRecord('count');
  return {
    query,
    name: optionalText(subject, 'name'),
    birthDate: optionalText(subject, 'birthDate'),
    answers: readAnswers(subject, query.fields),
    asOf: text(envelope, 'asOf'),
    snapshot: text(envelope, 'snapshot'),
    requestDigest: text(subject, 'requestDigest'),
  };
}

function optionalText(compartment: JsonObject, name: string): string | undefined {
  return field(compartment, name) === undefined ? undefined : text(compartment, name);
}

function readAnswers(subject: JsonObject, claims: readonly string[]): VerificationFacts['answers'] {
  const stored = object(field(subject, 'answers'), 'answers');
  if (Object.keys(stored).length !== claims.length) throw new MalformedRecord('answers');
  return Object.fromEntries(
    claims.map((claim) => {
      const answer = field(stored, claim);
      if (typeof answer !== 'boolean') throw new MalformedRecord('answers');
      return [claim, answer];
    }),
  );
}
