export { readDemoAccounts, readDemoClients } from '#server/demo';
export type { LogProblem } from '#server/ledger';
export { newSenderKey, packFile, readSenderKey, type FileRefusal, type ImportsView as HouseholdStatus } from '#server/households';
export { readConfig } from '#server/platform';
export { exportEvidenceOf, type EvidenceOrder } from './export-evidence-of.ts';
export { loadDemoInto, planDemoQueriesNow } from './load-demo-into.ts';
export { importCalendarInto, storedCalendarOf } from './operate-calendar.ts';
export {
  householdRecipientOf,
  householdStatusOf,
  importHouseholdFile,
  type HouseholdFileOrder,
  type HouseholdFileResult,
} from './operate-households.ts';
export { rotateKeyOf } from './operate-keys.ts';
export { listMonths, printMonthOf, type PrintedMonth } from './operate-months.ts';
export { isEmpty, openInstallation, type Installation } from './open-installation.ts';
export { reconcileProviderOf, type ProviderReconciliation } from './reconcile-provider-of.ts';
export { replayMonthOf, type MonthReplay } from './replay-month-of.ts';
export { createServerRoutes, programVersion, startServer, type RunningServer } from './start-server.ts';
export { verifyRecordsOf, type RecordsReport } from './verify-records-of.ts';
