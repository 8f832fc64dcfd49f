// Method and path of each route, without the schemas: Zod stays out of the browser. `endpoints.test.ts` compares this with the contract.
import type { RouteName } from '#contract';

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

const programme = '/api/programmes/:programme';
const month = `${programme}/months/:month`;

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
} as const satisfies Record<RouteName, Endpoint>;
