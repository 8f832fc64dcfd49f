// The application forms of nantou-verification: who files, who approves, who sets.
import type { FormRule } from '#domain/regulations';

export const nantouVerificationForms: readonly FormRule[] = [
  {
    // NV-3.7: the fixed address is given with it.
    code: 'client-service-application',
    clause: 'NV-3.3',
    name: '介接服務新增／異動申請單',
    asks: 'client-service',
    forRole: 'client-service',
    requires: ['purpose', 'claims', 'fixed-address'],
    chain: [
      { by: 'using-unit', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'responsible-person', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    // The successor stops the predecessor's rights and adds the new ones on taking over: the handover sees to that, no step here.
    code: 'responsible-person-change',
    clause: 'NV-3.6',
    name: '專責人員權限異動申請單',
    asks: 'account',
    forRole: 'responsible-person',
    requires: [],
    chain: [
      { by: 'responsible-person', does: 'files' },
      { by: 'supervisor', does: 'approves' },
    ],
    keptAs: 'application-form',
  },
  {
    // The text asks for an approval and doesn't say whose: theirs who approve a client service.
    code: 'data-use-application',
    clause: 'NV-4.1.2',
    name: '載入資料使用申請單',
    asks: 'data-use',
    forRole: null,
    requires: ['purpose', 'use-period'],
    chain: [
      { by: 'using-unit', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'responsible-person', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'reopening-application',
    clause: 'NV-5.6',
    name: '重新申請介接',
    asks: 'reopening',
    forRole: null,
    requires: ['evidence-of-improvement'],
    chain: [
      { by: 'project-officer', does: 'files' },
      { by: 'civil-affairs-department', does: 'approves' },
    ],
    keptAs: 'provider-audit',
  },
];
