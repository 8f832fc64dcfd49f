// `npm test`: everything. The static checks, the quick tests, then the slow ones and a real Chromium's.
import { staticSteps } from './check.ts';
import { runStep } from './run-steps.ts';
import { runTests } from './run-tests.ts';

const checked = await Promise.all(staticSteps.map(runStep));
const quick = await runTests(['rules', 'unit']);
// Apart from the others: these wait for faults to be noticed and for a browser, and say so when nothing comes.
const tested = await runTests(['slow', 'e2e'], quick);
process.exitCode = checked.every(Boolean) && tested.good ? 0 : 1;
