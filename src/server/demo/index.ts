export { loadDemo, type DemoLoad, type LoadedDemo } from './load-demo.ts';
export { readDemoAccounts, type DemoAccount } from './office/accounts-file.ts';
export { NotEmpty } from './office/found-office.ts';
export { demoOffice, type OfficePlan, type StaffMember } from './office/office-plan.ts';
export { ProviderDatabaseInUse } from './population/load-provider.ts';
export { planDemoPast, planDemoQueries } from './queries/demo-plans.ts';
export type { PastQuery } from './queries/plan-past-queries.ts';
export type { PlannedQuery } from './queries/plan-queries.ts';
