// What the log says of client services. In the envelope: which service, what happened to it, what it may ask, from where and until when.
// Names, contacts and notes are in the subject, which is forgotten with its month.
import type { ServiceContent } from '#domain/clients';
import type { JsonObject } from '#domain/kernel';
import type { ActorFacts } from '#domain/records';
import { isServiceContent, type StoredApplication } from './stored-services.ts';

export function contentEnvelope(content: StoredApplication['content']): JsonObject {
  if (!isServiceContent(content)) return {};
  const { purposes, operations, claims, addresses, from, until, requestsPerDay, personsPerDay, certificate } = content;
  return {
    purposes: [...purposes],
    operations: [...operations],
    claims: [...claims],
    addresses: [...addresses],
    from,
    until,
    requestsPerDay,
    personsPerDay,
    provesItselfBy: certificate === null ? 'key' : 'certificate',
  };
}

export function contentSubject(content: StoredApplication['content']): JsonObject {
  return isServiceContent(content) ? serviceSubject(content) : { evidence: content.evidence };
}

export function serviceSubject({ name, unit, contact }: ServiceContent): JsonObject {
  return { name, unit, contact: { ...contact } };
}

/** Of what the program does by itself. */
export function programActor(organisation: string): ActorFacts {
  return { account: 'program', login: '', person: 'program', name: '系統自動處理', unit: '', organisation, address: '' };
}
