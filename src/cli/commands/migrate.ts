import type { Command } from 'commander';
import { printJson, printText } from '../print.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('create or update the database; start does it too')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { openInstallation, readConfig } = await import('#server');
      const installation = await openInstallation(readConfig(), { as: 'join' });
      const { migrated } = installation;
      await installation.close();
      if (options.json) return printJson({ applied: migrated });
      printText(migrated.length > 0 ? `applied: ${migrated.join(', ')}` : 'nothing to apply');
    });
}
