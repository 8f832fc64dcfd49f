// `npm test`: everything. The static checks, the quick tests, then the slow ones and a real Chromium's.
import { staticSteps } from './check.ts';
import { runStep } from './run-steps.ts';
import { runTests, sayCounts } from './run-tests.ts';

const checked = await Promise.all(staticSteps.map(runStep));
const quick = await runTests(['rules', 'unit']);
// Apart from the others: these wait for faults to be noticed and for a browser, and say so when nothing comes. They mostly wait, so
// the two go side by side, each one file at a time.
const waiting = await Promise.all([runTests(['slow']), runTests(['e2e'])]);
process.exitCode = sayCounts([quick, ...waiting]) && checked.every(Boolean) ? 0 : 1;
