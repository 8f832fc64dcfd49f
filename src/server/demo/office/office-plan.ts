// The demonstration's office: 南投縣政府 with the units that the regulation names, its staff (all invented), and what each may do.
// Managers and auditors are granted no query (NW-3.6: least privilege); a user's purposes fit the unit.
import type { Role } from '#contract';

export interface OfficePlan {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly programme: { readonly id: string; readonly regulation: string; readonly title: string };
  readonly staff: readonly StaffMember[];
}

export interface StaffMember {
  readonly account: string;
  readonly person: string;
  readonly login: string;
  readonly name: string;
  /** Id of the unit. */
  readonly unit: string;
  readonly role: Role;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
}

const everything = ['insured-history', 'benefit-payments', 'pension-status'];
const nothing = { purposes: [], operations: [] };
const relief = { unit: 'social-assistance', role: 'user', purposes: ['social-assistance'], operations: everything } as const;
const mediation = { unit: 'labour-relations', role: 'user', purposes: ['labor-mediation'], operations: ['insured-history'] } as const;

const staff: readonly Omit<StaffMember, 'account' | 'person'>[] = [
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

export const demoOffice: OfficePlan = {
  organisation: { id: 'nantou', name: '南投縣政府' },
  units: [
    { id: 'bureau', name: '社會及勞動局' },
    { id: 'social-assistance', name: '社會及勞動局社會救助科' },
    { id: 'labour-relations', name: '社會及勞動局勞資關係科' },
    { id: 'ethics', name: '政風處' },
    { id: 'information', name: '計畫處資訊科' },
  ],
  programme: { id: 'nantou-webir', regulation: 'nantou-webir', title: '勞保資料查詢' },
  staff: staff.map((member, index) => ({ account: `u-${1001 + index}`, person: `p-${1001 + index}`, ...member })),
};
