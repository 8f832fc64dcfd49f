// The demonstration's office: 南投縣政府 with the units that its regulations name, its staff (all invented), and what each may do.
// Managers, supervisors and auditors are granted no query (NW-3.6: least privilege); a user's purposes fit the unit.
import type { Role } from '#contract';

export interface OfficePlan {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Whose users query. */
  readonly programme: ProgrammePlan;
  /** Under which other systems ask. */
  readonly platform: ProgrammePlan;
  readonly staff: readonly StaffMember[];
}

export interface ProgrammePlan {
  readonly id: string;
  readonly regulation: string;
  readonly title: string;
  /** That its accounts are granted under. */
  readonly grantClause: string;
}

export interface StaffMember {
  readonly account: string;
  readonly person: string;
  readonly login: string;
  readonly name: string;
  /** Id of the unit. */
  readonly unit: string;
  /** Id of the programme: an account has one. */
  readonly programme: string;
  readonly role: Role;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
}

const everything = ['insured-history', 'benefit-payments', 'pension-status'];
const nothing = { purposes: [], operations: [] };
const relief = { unit: 'social-assistance', role: 'user', purposes: ['social-assistance'], operations: everything } as const;
const mediation = { unit: 'labour-relations', role: 'user', purposes: ['labor-mediation'], operations: ['insured-history'] } as const;

const programme: ProgrammePlan = { id: 'nantou-webir', regulation: 'nantou-webir', title: '勞保資料查詢', grantClause: 'NW-3.2' };
const platform: ProgrammePlan = {
  id: 'nantou-verification',
  regulation: 'nantou-verification',
  title: '驗證機制平臺',
  grantClause: 'NV-3.1',
};

const queryStaff: readonly Omit<StaffMember, 'account' | 'person' | 'programme'>[] = [
  { login: 'chief', name: '陳慧君', unit: 'bureau', role: 'chief-manager', ...nothing },
  { login: 'manager1', name: '林文彬', unit: 'social-assistance', role: 'unit-manager', ...nothing },
  { login: 'manager2', name: '張淑惠', unit: 'labour-relations', role: 'unit-manager', ...nothing },
  { login: 'user1', name: '黃雅婷', ...relief },
  { login: 'user2', name: '吳俊傑', ...relief },
  { login: 'user3', name: '劉怡君', ...relief, purposes: ['elderly-welfare', 'disability-benefits'] },
  { login: 'user4', name: '巴奈·達努姆', ...relief, purposes: ['disability-benefits', 'disability-premium-subsidy'] },
  { login: 'user5', name: '蔡志豪', ...mediation },
  { login: 'user6', name: '楊家喆', ...mediation },
  { login: 'auditor1', name: '許正義', unit: 'ethics', role: 'auditor', ...nothing },
  { login: 'auditor2', name: '謝佩珊', unit: 'information', role: 'auditor', ...nothing },
];

/** By hand, the officer and the responsible person may verify too. */
const byHand = { unit: 'planning', purposes: ['eligibility'], operations: ['verify'] } as const;

const platformStaff: typeof queryStaff = [
  { login: 'officer', name: '曾雅文', role: 'project-officer', ...byHand },
  { login: 'keeper', name: '洪志明', role: 'responsible-person', ...byHand },
  { login: 'supervisor1', name: '周麗珍', unit: 'planning', role: 'supervisor', ...nothing },
  { login: 'auditor3', name: '葉國棟', unit: 'civil-affairs', role: 'auditor', ...nothing },
  { login: 'auditor4', name: '蘇敏惠', unit: 'ethics', role: 'auditor', ...nothing },
];

const staff = [
  ...queryStaff.map((member) => ({ ...member, programme: programme.id })),
  ...platformStaff.map((member) => ({ ...member, programme: platform.id })),
];

export const demoOffice: OfficePlan = {
  organisation: { id: 'nantou', name: '南投縣政府' },
  units: [
    { id: 'bureau', name: '社會及勞動局' },
    { id: 'social-assistance', name: '社會及勞動局社會救助科' },
    { id: 'labour-relations', name: '社會及勞動局勞資關係科' },
    { id: 'ethics', name: '政風處' },
    { id: 'information', name: '計畫處資訊科' },
    { id: 'planning', name: '計畫處' },
    { id: 'civil-affairs', name: '民政處' },
  ],
  programme,
  platform,
  staff: staff.map((member, index) => ({ account: `u-${1001 + index}`, person: `p-${1001 + index}`, ...member })),
};
