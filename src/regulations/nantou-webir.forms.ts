// The application forms of nantou-webir: who files, who approves, who sets. Their purposes and legal bases are those of NW-2.
import type { FormRule } from '#domain/regulations';

export const nantouWebirForms: readonly FormRule[] = [
  {
    code: 'unit-manager-application',
    clause: 'NW-3.2',
    name: '單位管理者權限申請書',
    asks: 'account',
    forRole: 'unit-manager',
    requires: ['purpose', 'legal-basis'],
    chain: [
      { by: 'unit-manager', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'chief-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'user-application',
    clause: 'NW-3.2',
    name: '使用者權限申請書',
    asks: 'account',
    forRole: 'user',
    requires: ['purpose', 'legal-basis'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'unit-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'user-revocation',
    clause: 'NW-3.3',
    name: '使用者權限註銷申請書',
    asks: 'revocation',
    forRole: 'user',
    requires: [],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'unit-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    // The text asks for an approval and doesn't say whose: theirs who approve the grant itself.
    code: 'copy-application',
    clause: 'NW-4.1.5',
    name: '資料複製申請書',
    asks: 'copy',
    forRole: null,
    requires: ['purpose'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'unit-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'reopening-application',
    clause: 'NW-5.5',
    name: '恢復介接申請',
    asks: 'reopening',
    forRole: null,
    requires: ['evidence-of-improvement'],
    chain: [
      { by: 'chief-manager', does: 'files' },
      { by: 'labour-insurance-bureau', does: 'approves' },
    ],
    keptAs: 'provider-audit',
  },
];
