// Method and path of each route, without the schemas: Zod stays out of the browser. `endpoints.test.ts` compares this with the contract.
import type { RouteName } from '#contract';

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

const programme = '/api/programmes/:programme';
const month = `${programme}/months/:month`;
const service = `${programme}/client-services`;
const application = `${programme}/service-applications`;
const household = `${programme}/household-imports`;

export const endpoints = {
  office: { method: 'GET', path: '/api/office' },
  signIn: { method: 'POST', path: '/api/session' },
  currentSession: { method: 'GET', path: '/api/session' },
  touchSession: { method: 'POST', path: '/api/session/touch' },
  signOut: { method: 'DELETE', path: '/api/session' },
  changePassword: { method: 'PUT', path: '/api/account/password' },
  programme: { method: 'GET', path: programme },
  query: { method: 'POST', path: `${programme}/queries` },
  history: { method: 'GET', path: `${programme}/queries` },
  record: { method: 'GET', path: `${programme}/records/:index` },
  recordProof: { method: 'GET', path: `${programme}/records/:index/proof` },
  recordContent: { method: 'GET', path: `${programme}/records/:index/content` },
  logState: { method: 'GET', path: `${programme}/log` },
  months: { method: 'GET', path: `${programme}/months` },
  month: { method: 'GET', path: month },
  closeMonth: { method: 'POST', path: `${month}/close` },
  listPdf: { method: 'GET', path: `${month}/list.pdf` },
  listOds: { method: 'GET', path: `${month}/list.ods` },
  drawSample: { method: 'POST', path: `${month}/sample` },
  sample: { method: 'GET', path: `${month}/sample` },
  markRow: { method: 'PUT', path: `${month}/sample/rows/:index` },
  regulations: { method: 'GET', path: '/api/v1/regulations' },
  regulation: { method: 'GET', path: '/api/v1/regulations/:id' },
  logs: { method: 'GET', path: '/api/v1/logs' },
  findProof: { method: 'POST', path: '/api/v1/proofs' },
  signResult: { method: 'POST', path: `${month}/sample/signature` },
  verify: { method: 'POST', path: '/api/v1/verifications' },
  verifyBatch: { method: 'POST', path: '/api/v1/verifications/batch' },
  verifyByHand: { method: 'POST', path: `${programme}/verifications` },
  verificationFindings: { method: 'GET', path: `${programme}/findings` },
  verificationUse: { method: 'GET', path: `${programme}/verification-use` },
  clientServices: { method: 'GET', path: service },
  clientService: { method: 'GET', path: `${service}/:service` },
  serviceApplications: { method: 'GET', path: application },
  serviceApplication: { method: 'GET', path: `${application}/:application` },
  fileServiceApplication: { method: 'POST', path: application },
  fileServiceAgain: { method: 'PUT', path: `${application}/:application` },
  decideServiceApplication: { method: 'POST', path: `${application}/:application/decision` },
  setClientService: { method: 'POST', path: `${application}/:application/setting` },
  suspendClientService: { method: 'POST', path: `${service}/:service/suspension` },
  proposeResumption: { method: 'POST', path: `${service}/:service/resumption/proposal` },
  confirmResumption: { method: 'POST', path: `${service}/:service/resumption` },
  fileReopening: { method: 'POST', path: `${service}/:service/reopening` },
  rotateClientKey: { method: 'POST', path: `${service}/:service/keys` },
  revokeClientKey: { method: 'POST', path: `${service}/:service/keys/:key/revocation` },
  endClientService: { method: 'POST', path: `${service}/:service/end` },
  addressReview: { method: 'GET', path: `${programme}/address-review` },
  signAddressReview: { method: 'POST', path: `${programme}/address-review` },
  householdImports: { method: 'GET', path: household },
  householdImport: { method: 'GET', path: `${household}/:import` },
  openHouseholdImport: { method: 'POST', path: household },
  uploadHouseholdFile: { method: 'PUT', path: `${household}/:import/file` },
  startHouseholdImport: { method: 'POST', path: `${household}/:import/start` },
  confirmHouseholdImport: { method: 'POST', path: `${household}/:import/confirm` },
  discardHouseholdImport: { method: 'POST', path: `${household}/:import/discard` },
} as const satisfies Record<RouteName, Endpoint>;
