// `npm test`: everything. The static checks, then all tests in one run, a real Chromium included.
import { staticSteps } from './check.ts';
import { runStep } from './run-steps.ts';
import { runTests } from './run-tests.ts';

const checked = await Promise.all(staticSteps.map(runStep));
const tested = await runTests(['rules', 'unit', 'slow', 'e2e']);
process.exitCode = checked.every(Boolean) && tested ? 0 : 1;
