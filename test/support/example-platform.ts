// A regulation of no city under which other systems ask: what the engines of applications and client services are tried on.
import type { FormRule, Regulation } from '#domain/regulations';
import { exampleRegulation } from './example-regulation.ts';

export const serviceForm: FormRule = {
  code: 'service-application',
  clause: 'EX-31',
  name: '介接申請單',
  asks: 'client-service',
  forRole: 'client-service',
  requires: ['purpose', 'claims', 'fixed-address'],
  chain: [
    { by: 'using-unit', does: 'files' },
    { by: 'supervisor', does: 'approves' },
    { by: 'responsible-person', does: 'sets' },
  ],
  keptAs: 'application-form',
};

export const reopeningForm: FormRule = {
  code: 'reopening',
  clause: 'EX-32',
  name: '重新申請',
  asks: 'reopening',
  forRole: null,
  requires: ['evidence-of-improvement'],
  chain: [
    { by: 'project-officer', does: 'files' },
    { by: 'owner', does: 'approves' },
  ],
  keptAs: 'provider-audit',
};

/** Role to role, with every kind of step. */
export const longForm: FormRule = {
  ...serviceForm,
  code: 'long',
  chain: [
    { by: 'user', does: 'files' },
    { by: 'unit-manager', does: 'endorses' },
    { by: 'owner', does: 'reviews' },
    { by: 'supervisor', does: 'approves' },
    { by: 'responsible-person', does: 'sets' },
  ],
};

export const examplePlatform: Regulation = {
  ...exampleRegulation,
  id: 'example-platform',
  forms: [serviceForm, reopeningForm],
  duties: [
    {
      code: 'addresses',
      clause: 'EX-33',
      name: '位址清查',
      per: 'half-year',
      due: { kind: 'within' },
      source: 'text',
      by: 'responsible-person',
      through: 'address-review',
    },
  ],
  onEvents: [
    {
      code: 'explanation',
      clause: 'EX-30',
      name: '說明',
      on: 'shortcoming-found',
      withinDays: null,
      by: 'project-officer',
      to: 'owner',
      through: 'provider-audit',
    },
  ],
};
