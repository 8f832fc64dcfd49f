// Every route × every role: who is let in, who is told "not permitted", who must sign in first. A route that is not in the
// table fails the test, so none can be added without saying who may.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes, type Route, type RouteName } from '#contract';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { queryInOrder, type TestClient } from '../support/test-client.ts';

type Who = 'user' | 'manager' | 'chief' | 'auditor';
const logins: Record<Who, string> = { user: 'user1', manager: 'manager1', chief: 'chief', auditor: 'auditor1' };
const everyone: readonly Who[] = ['user', 'manager', 'chief', 'auditor'];
const inspectors: readonly Who[] = ['manager', 'chief', 'auditor'];

/** `anyone`: without signing in. Otherwise the roles that pass the door; what they then may still depends on the object. */
const table: Record<RouteName, 'anyone' | readonly Who[]> = {
  office: 'anyone',
  signIn: 'anyone',
  currentSession: everyone,
  touchSession: everyone,
  signOut: everyone,
  changePassword: everyone,
  programme: everyone,
  query: everyone,
  history: everyone,
  record: everyone,
  recordProof: everyone,
  recordContent: everyone,
  logState: everyone,
  months: inspectors,
  month: inspectors,
  closeMonth: ['manager', 'chief'],
  listPdf: inspectors,
  listOds: inspectors,
  drawSample: ['auditor'],
  sample: inspectors,
  markRow: ['auditor'],
  signResult: ['auditor'],
  regulations: everyone,
  regulation: everyone,
  clientServices: ['auditor'],
  clientService: ['auditor'],
  serviceApplications: ['auditor'],
  serviceApplication: ['auditor'],
  fileServiceApplication: [],
  fileServiceAgain: [],
  decideServiceApplication: [],
  setClientService: [],
  suspendClientService: [],
  proposeResumption: [],
  confirmResumption: [],
  fileReopening: [],
  rotateClientKey: [],
  revokeClientKey: [],
  endClientService: [],
  addressReview: ['auditor'],
  signAddressReview: [],
  verify: 'anyone',
  verifyBatch: 'anyone',
  verifyByHand: everyone,
  verificationFindings: ['auditor'],
  verificationUse: ['auditor'],
  householdImports: ['auditor'],
  householdImport: ['auditor'],
  openHouseholdImport: [],
  uploadHouseholdFile: [],
  startHouseholdImport: [],
  confirmHouseholdImport: [],
  discardHouseholdImport: [],
  logs: 'anyone',
  findProof: 'anyone',
};

const seen = { expected: 1, note: '' };
const serviceContent = {
  name: '系統',
  unit: '科',
  purposes: ['eligibility'],
  operations: ['verify'],
  claims: ['county-resident'],
  addresses: ['192.0.2.7'],
  from: '2026-01-01',
  until: '2026-01-01',
  requestsPerDay: 10,
  personsPerDay: 10,
  contact: { name: '甲', reachedBy: '1' },
  certificate: null,
};

const bodies: Partial<Record<RouteName, object>> = {
  signIn: { login: 'nobody', password: 'x' },
  changePassword: { currentPassword: 'x', newPassword: 'y' },
  query: { ...queryInOrder(), caseNumber: '' },
  findProof: { receipt: 'x' },
  drawSample: { entropy: '00'.repeat(16) },
  markRow: { finding: 'in-order', note: '' },
  signResult: { password: 'x' },
  fileServiceApplication: { service: null, number: '1', note: '', content: serviceContent },
  fileServiceAgain: { expected: 1, number: '1', note: '', content: { evidence: 'x' } },
  decideServiceApplication: { expected: 1, note: '', act: 'approve' },
  setClientService: seen,
  suspendClientService: { ...seen, cause: 'by-hand' },
  proposeResumption: seen,
  confirmResumption: seen,
  fileReopening: { ...seen, number: '1', evidence: 'x' },
  rotateClientKey: { ...seen, overlapHours: 0 },
  revokeClientKey: seen,
  endClientService: seen,
  verifyByHand: {
    requestId: '00000000-0000-4000-8000-000000000000',
    caseNumber: '1',
    reason: '審查',
    subject: { nationalId: 'A000000000' },
    claims: ['county-resident'],
  },
  openHouseholdImport: { manifest: '{}', signature: 'x' },
  startHouseholdImport: { dryRun: true },
  signAddressReview: { period: '2026-H2', digest: '00'.repeat(32), password: 'x' },
};

let office: DemoOffice;
const clients = new Map<Who, TestClient>();
beforeAll(async () => {
  office = await openDemoOffice();
  for (const who of everyone) clients.set(who, await office.signIn(logins[who]));
});
afterAll(() => office.close());

const urlOf = (route: Route) =>
  route.path.replace(':programme', 'nantou-webir').replace(':month', '2024-01').replace(':index', '0').replace(':id', 'nantou-webir')
    .replace(':import', '00000000-0000-4000-8000-000000000000').replace(':service', 'cs-0').replace(':application', 'ap-0').replace(':key', `ck_${'0'.repeat(22)}`); // prettier-ignore
const names = Object.keys(routes) as RouteName[];

test.each(names)('%s: nobody', async (name) => {
  const route: Route = routes[name];
  const response = await office.http.inject({ method: route.method, url: urlOf(route), ...(bodies[name] && { payload: bodies[name] }) });
  const { code } = response.statusCode === 204 ? { code: undefined } : response.json<{ code?: string }>();
  if (table[name] === 'anyone') expect(code).not.toBe('not-signed-in');
  else expect([response.statusCode, code]).toEqual([401, 'not-signed-in']);
});

test.each(names.flatMap((name) => everyone.map((who) => [name, who] as const)))('%s: %s', async (name, who) => {
  const allowed = table[name];
  if (allowed === 'anyone') return;
  const route: Route = routes[name];
  const client = clients.get(who);
  if (!client) throw new Error('not signed in');
  const answered = route.method === 'GET' ? await client.get(urlOf(route)) : await client.send(route.method, urlOf(route), bodies[name]);
  if (allowed.includes(who)) expect(String(answered.body?.code)).not.toMatch(/^(not-permitted|not-signed-in|fault)$/);
  else expect([answered.status, answered.body.code]).toEqual([403, 'not-permitted']);
  if (name === 'signOut') clients.set(who, await office.signIn(logins[who]));
});
