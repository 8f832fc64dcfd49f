// The application forms of taoyuan-webir and who signs them, in the order of the text. For the district offices that an authority
// entrusts, that authority reviews in the labour bureau's place (TY-9).
import type { FormRule } from '#domain/regulations';

const annex1 = '勞保局資訊中介服務查調機關管理者帳號申請表（附表一）';
const annex2 = '勞保局資訊中介服務查調業務承辦者申請表（附表二）';
const annex3 = '勞保局資訊中介服務查調項目增減表（附表三）';

export const taoyuanWebirForms: readonly FormRule[] = [
  {
    // For those who are neither an agency of the city nor the Fuxing district office.
    code: 'agency-use',
    clause: 'TY-2',
    name: '非本府機關使用勞保查調系統申請',
    asks: 'agency',
    forRole: null,
    requires: ['purpose'],
    chain: [
      { by: 'using-agency', does: 'files' },
      { by: 'labour-bureau', does: 'approves' },
      { by: 'information-centre', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1',
    clause: 'TY-5.1',
    name: annex1,
    asks: 'account',
    forRole: 'agency-manager',
    requires: ['citizen-certificate'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'agency-head', does: 'endorses' },
      { by: 'labour-bureau', does: 'approves' },
      { by: 'information-centre', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-2-account',
    clause: 'TY-5.2',
    name: `${annex2}：帳號`,
    asks: 'account',
    forRole: 'user',
    requires: ['citizen-certificate'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'agency-head', does: 'approves' },
      { by: 'agency-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-2-items',
    clause: 'TY-6.1',
    name: `${annex2}：查調項目`,
    asks: 'operations',
    forRole: 'user',
    requires: ['purpose'],
    chain: [
      { by: 'user', does: 'files' },
      { by: 'agency-head', does: 'approves' },
      { by: 'agency-manager', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-3',
    clause: 'TY-6.2',
    name: annex3,
    asks: 'operations',
    forRole: null,
    requires: ['legal-basis'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'labour-bureau', does: 'reviews' },
      // The information centre sends it on to the provider, and sets what the provider decides.
      { by: 'labour-insurance-bureau', does: 'approves' },
      { by: 'information-centre', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-1-district-office',
    clause: 'TY-9',
    name: `${annex1}：區公所`,
    asks: 'account',
    forRole: 'agency-manager',
    requires: ['citizen-certificate', 'entrusting-consent'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'agency-head', does: 'endorses' },
      { by: 'entrusting-authority', does: 'approves' },
      { by: 'information-centre', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
  {
    code: 'annex-3-district-office',
    clause: 'TY-9',
    name: `${annex3}：區公所`,
    asks: 'operations',
    forRole: null,
    requires: ['legal-basis', 'entrusting-consent'],
    chain: [
      { by: 'agency-manager', does: 'files' },
      { by: 'entrusting-authority', does: 'reviews' },
      { by: 'labour-insurance-bureau', does: 'approves' },
      { by: 'information-centre', does: 'sets' },
    ],
    keptAs: 'application-form',
  },
];
