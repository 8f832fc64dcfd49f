export { readDemoAccounts } from '#server/demo';
export { readConfig } from '#server/platform';
export { loadDemoInto, planDemoQueriesNow } from './load-demo-into.ts';
export { importCalendarInto, storedCalendarOf } from './operate-calendar.ts';
export { listMonths, printMonthOf, type PrintedMonth } from './operate-months.ts';
export { isEmpty, openInstallation, type Installation } from './open-installation.ts';
export { replayMonthOf, type MonthReplay } from './replay-month-of.ts';
export { createServerRoutes, programVersion, startServer, type RunningServer } from './start-server.ts';
export { verifyRecordsOf, type RecordsReport } from './verify-records-of.ts';
