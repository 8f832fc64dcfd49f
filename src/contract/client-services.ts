// Client services on the wire (NV-3.3, NV-3.7, NV-3.8): their applications, their keys, suspension and end, the half-yearly review of
// their addresses. Whoever changes something says which state of it they saw (`expected`).
import { z } from 'zod';
import type { Route } from './route.ts';
import { code, day, instant, nonBlank, password, programmeParams, text } from './text.ts';

const expected = z.int().min(0).meta({ description: 'the `seq` that the caller saw; another one answers `conflict`' });
const note = text(500).meta({ description: 'goes into the record' });
const keyId = z.string().regex(/^ck_[A-Za-z0-9_-]{22}$/, { error: 'not-a-code' });
const perDay = z.int().min(1).max(10_000_000);

const content = {
  name: nonBlank(60),
  unit: nonBlank(60).meta({ description: 'the using unit' }),
  purposes: z.array(code).max(16),
  operations: z.array(code).max(16),
  claims: z.array(code).max(64),
  from: day,
  until: day.meta({ description: 'inclusive; a year at most' }),
  requestsPerDay: perDay,
  personsPerDay: perDay.meta({ description: 'distinct persons' }),
  contact: z.strictObject({ name: nonBlank(40), reachedBy: nonBlank(100) }),
  certificate: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'not-hexadecimal' })
    .nullable()
    .meta({ description: 'SHA-256 of its client certificate; null: it signs its requests with a key' }),
};

export const serviceContentBody = z.strictObject({
  ...content,
  addresses: z.array(text(64)).max(64).meta({ description: 'IPv4 or IPv6, one machine each' }),
});
export type ServiceContentBody = z.output<typeof serviceContentBody>;

const serviceContent = z.strictObject({ ...content, addresses: z.array(z.string()) });
const reopeningContent = z.strictObject({ evidence: nonBlank(2_000) });

const happened = {
  at: instant,
  by: z.string().meta({ description: 'name' }),
  index: z.int().nullable().meta({ description: 'of the record' }),
};

export const serviceApplication = z.strictObject({
  id: z.string(),
  service: z.string(),
  form: z.strictObject({ code, name: z.string(), clause: z.string() }),
  number: z.string(),
  state: z.enum(['new', 'waiting', 'returned', 'completed', 'rejected', 'withdrawn']),
  seq: z.int(),
  content: serviceContent.nullable().meta({ description: 'null: a reopening' }),
  evidence: z.string().nullable().meta({ description: 'of a reopening' }),
  steps: z.array(z.strictObject({ by: z.string(), does: z.string(), enteredBy: z.string() })),
  nextStep: z.int(),
  mayDo: z.array(z.enum(['file', 'approve', 'return', 'reject', 'set', 'withdraw'])).meta({ description: 'by who asks, now' }),
  events: z.array(
    z.strictObject({
      ...happened,
      kind: z.enum(['filed', 'approved', 'returned', 'rejected', 'set', 'withdrawn']),
      step: z.int(),
      note: z.string(),
    }),
  ),
});
export type ServiceApplication = z.output<typeof serviceApplication>;

const serviceState = z.enum(['applied-for', 'not-set', 'in-use', 'suspended', 'ended']);
const suspensionCause = z.enum(['by-hand', 'enumeration', 'provider', 'review']);

export const clientServiceSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  state: serviceState,
  suspension: z.strictObject({ cause: suspensionCause, clause: z.string(), at: instant }).nullable(),
  claims: z.array(z.string()),
  addresses: z.int(),
  from: day.nullable(),
  until: day.nullable(),
  requestsPerDay: z.int().nullable(),
  personsPerDay: z.int().nullable(),
  lastUsedOn: day.nullable().meta({ description: 'from any of its addresses' }),
  application: z.string().nullable().meta({ description: 'the one under way' }),
});
export type ClientServiceSummary = z.output<typeof clientServiceSummary>;

export const clientServiceDetail = z.strictObject({
  summary: clientServiceSummary,
  seq: z.int(),
  content: serviceContent.nullable().meta({ description: 'null: never set' }),
  addresses: z.array(z.strictObject({ address: z.string(), since: instant, lastUsedOn: day.nullable() })),
  keys: z.array(z.strictObject({ id: z.string(), issuedAt: instant, usableUntil: instant.nullable() })),
  resumptionProposed: z.boolean(),
  events: z.array(
    z.strictObject({
      ...happened,
      kind: z.string(),
      clause: z.string(),
      cause: suspensionCause.nullable().meta({ description: 'of a suspension' }),
    }),
  ),
  applications: z.array(serviceApplication),
});
export type ClientServiceDetail = z.output<typeof clientServiceDetail>;

const issuedKey = z
  .strictObject({ id: z.string(), secret: z.string(), snippet: z.string().meta({ description: "for the service's settings" }) })
  .meta({ description: 'shown this once; nowhere kept' });

const addressFinding = z.strictObject({
  service: z.string(),
  name: z.string(),
  address: z.string(),
  found: z.enum(['duplicate', 'idle']),
  lastUsedOn: day.nullable(),
  clause: z.string(),
});

const signedReview = z.strictObject({
  period: z.string(),
  by: z.string(),
  at: instant,
  index: z.int(),
  document: z.string().meta({ description: 'the canonical JSON that was signed' }),
  signature: z.string().meta({ description: 'base64 Ed25519 over it, by the key of the log' }),
});

export const addressReview = z.strictObject({
  period: z.string().meta({ description: '`2026-H2`' }),
  clause: z.string(),
  dueOn: day,
  reviewed: z.boolean(),
  addresses: z.int().meta({ description: 'on the allow-list' }),
  findings: z.array(addressFinding),
  digest: z.string().meta({ description: 'of the findings: what a signature removes is what was seen' }),
  reviews: z.array(signedReview).meta({ description: 'newest first' }),
});
export type AddressReview = z.output<typeof addressReview>;

const programmeBase = '/api/programmes/:programme';
const services = `${programmeBase}/client-services`;
const applications = `${programmeBase}/service-applications`;
const serviceParams = programmeParams.extend({ service: code });
const applicationParams = programmeParams.extend({ application: code });
const seen = z.strictObject({ expected, note });

export const clientServiceRoutes = {
  clientServices: {
    method: 'GET',
    path: services,
    summary: 'Client services, in the order in which they were applied for',
    params: programmeParams,
    response: z.strictObject({ services: z.array(clientServiceSummary) }),
  },
  clientService: {
    method: 'GET',
    path: `${services}/:service`,
    summary: 'One client service: what was set, addresses, keys, history, applications',
    params: serviceParams,
    response: clientServiceDetail,
  },
  serviceApplications: {
    method: 'GET',
    path: applications,
    summary: 'Applications for client services, newest first',
    params: programmeParams,
    response: z.strictObject({ applications: z.array(serviceApplication) }),
  },
  serviceApplication: {
    method: 'GET',
    path: `${applications}/:application`,
    summary: 'One application with its steps',
    params: applicationParams,
    response: serviceApplication,
  },
  fileServiceApplication: {
    method: 'POST',
    path: applications,
    summary: 'Enter the application of a using unit: a new service, or the change of one',
    params: programmeParams,
    body: z.strictObject({
      service: z.strictObject({ id: code, expected }).nullable().meta({ description: 'null: a new one' }),
      number: nonBlank(64).meta({ description: "of the unit's own form" }),
      note,
      content: serviceContentBody,
    }),
    response: serviceApplication,
  },
  fileServiceAgain: {
    method: 'PUT',
    path: `${applications}/:application`,
    summary: 'File a returned application anew; it goes through every step again',
    params: applicationParams,
    body: z.strictObject({ expected, number: nonBlank(64), note, content: z.union([serviceContentBody, reopeningContent]) }),
    response: serviceApplication,
  },
  decideServiceApplication: {
    method: 'POST',
    path: `${applications}/:application/decision`,
    summary: 'Approve, return, reject or withdraw an application',
    params: applicationParams,
    body: z.strictObject({ expected, note, act: z.enum(['approve', 'return', 'reject', 'withdraw']) }),
    response: serviceApplication,
  },
  setClientService: {
    method: 'POST',
    path: `${applications}/:application/setting`,
    summary: 'Set what was approved; the key is shown this once',
    params: applicationParams,
    body: seen,
    response: z.strictObject({ service: clientServiceDetail, key: issuedKey.nullable() }),
  },
  suspendClientService: {
    method: 'POST',
    path: `${services}/:service/suspension`,
    summary: 'Suspend a client service',
    params: serviceParams,
    body: seen.extend({ cause: z.enum(['by-hand', 'provider', 'review']) }),
    response: clientServiceDetail,
  },
  proposeResumption: {
    method: 'POST',
    path: `${services}/:service/resumption/proposal`,
    summary: 'Propose that a service suspended by the office or its program be resumed',
    params: serviceParams,
    body: seen,
    response: clientServiceDetail,
  },
  confirmResumption: {
    method: 'POST',
    path: `${services}/:service/resumption`,
    summary: 'Confirm the proposal: the service may ask again',
    params: serviceParams,
    body: seen,
    response: clientServiceDetail,
  },
  fileReopening: {
    method: 'POST',
    path: `${services}/:service/reopening`,
    summary: 'Apply for the reopening of a suspended service, with the evidence of improvement (NV-5.6)',
    params: serviceParams,
    body: seen.extend({ number: nonBlank(64), evidence: nonBlank(2_000) }),
    response: serviceApplication,
  },
  rotateClientKey: {
    method: 'POST',
    path: `${services}/:service/keys`,
    summary: 'Issue the next key; the one before works for as many hours longer',
    params: serviceParams,
    body: seen.extend({ overlapHours: z.int().min(0).max(168) }),
    response: z.strictObject({ service: clientServiceDetail, key: issuedKey }),
  },
  revokeClientKey: {
    method: 'POST',
    path: `${services}/:service/keys/:key/revocation`,
    summary: 'Revoke a key at once',
    params: serviceParams.extend({ key: keyId }),
    body: seen,
    response: clientServiceDetail,
  },
  endClientService: {
    method: 'POST',
    path: `${services}/:service/end`,
    summary: 'End a client service for good',
    params: serviceParams,
    body: seen,
    response: clientServiceDetail,
  },
  addressReview: {
    method: 'GET',
    path: `${programmeBase}/address-review`,
    summary: 'The review of addresses of this half-year (NV-3.8): duplicate and idle ones, and the reviews signed so far',
    params: programmeParams,
    response: addressReview,
  },
  signAddressReview: {
    method: 'POST',
    path: `${programmeBase}/address-review`,
    summary: 'Remove what was found, all of it in one step, and sign the review',
    params: programmeParams,
    body: z.strictObject({
      period: z.string().regex(/^20\d\d-H[12]$/, { error: 'not-a-code' }),
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'not-hexadecimal' })
        .meta({ description: 'of the findings that the signer saw' }),
      password,
    }),
    response: addressReview,
  },
} as const satisfies Record<string, Route>;
