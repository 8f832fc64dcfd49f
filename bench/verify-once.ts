// Verifies one log directory and prints the most memory that the process ever held, in kB. A process of its own, so that nothing
// else is counted.
import { verifyLogDirectory } from '../src/cli/verify/index.ts';

const report = await verifyLogDirectory(process.argv[2] ?? '');
if (!report.intact) throw new Error(`${report.firstWrong?.place}: ${report.firstWrong?.what}`);
console.log(process.resourceUsage().maxRSS);
