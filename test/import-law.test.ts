// The import law is only worth something if it fires: each rule is broken on purpose in a small tree of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import config from '../.dependency-cruiser.mjs';

type Files = Record<string, string>;
const door = 'export const door = 1;';

/** A tree that breaks nothing. */
const lawful: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#domain/*': './src/domain/*/index.ts', '#server': './src/server/index.ts', '#server/*': './src/server/*/index.ts' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true } }),
  'src/domain/kernel/index.ts': door,
  'src/domain/query/index.ts': "export * from './decide.ts';",
  'src/domain/query/decide.ts': "import { door } from '#domain/kernel';\nexport const decide = door;",
  'src/domain/regulations/index.ts': door,
  'src/regulations/city.ts': "import { door } from '#domain/regulations';\nexport const city = door;",
  'src/contract/index.ts': "import { door } from '#domain/kernel';\nexport const wire = door;",
  'src/server/index.ts': door,
  'src/server/keys/index.ts': door,
  'src/server/keys/inner.ts': 'export const inner = 1;',
  'src/server/ledger/index.ts': "import { door } from '#server/keys';\nexport const ledger = door;",
  'src/web/features/months/page.ts': 'export const page = 1;',
  'src/web/features/query/page.ts': 'export const page = 1;',
  'src/web/ui/button.ts': 'export const button = 1;',
  'src/cli/verify/index.ts': "import { door } from '#domain/kernel';\nexport const verify = door;",
  'src/cli/commands/start.ts': "import { door } from '#server';\nexport const start = door;",
  'test/support.ts': 'export const support = 1;',
};

async function rulesBrokenBy(changes: Files): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-law-'));
  try {
    for (const [path, text] of Object.entries({ ...lawful, ...changes })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { options, ...ruleSet } = config;
    const { tsConfig: _ours, ...rest } = options;
    const cruised = await cruise(['src'], {
      ...rest,
      baseDir: folder,
      ruleSet: ruleSet as IFlattenedRuleSet,
      validate: true,
    } as ICruiseOptions);
    const { summary } = cruised.output as ICruiseResult;
    return [...new Set(summary.violations.map((violation) => violation.rule.name))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a lawful tree breaks nothing', async () => {
  expect(await rulesBrokenBy({})).toEqual([]);
});

test.each<[string, Files]>([
  ['no-circular', { 'src/domain/query/decide.ts': "import './other.ts';", 'src/domain/query/other.ts': "import './decide.ts';" }],
  ['domain-is-pure', { 'src/domain/query/decide.ts': "import { door } from '#server/keys';\nexport const decide = door;" }],
  ['domain-has-no-io', { 'src/domain/query/decide.ts': "import { readFileSync } from 'node:fs';\nexport const decide = readFileSync;" }],
  ['kernel-knows-nobody', { 'src/domain/kernel/index.ts': "import '#domain/regulations';\nexport const door = 1;" }],
  ['regulations-are-data', { 'src/regulations/city.ts': "import { door } from '#domain/kernel';\nexport const city = door;" }],
  ['contract-sees-domain-only', { 'src/contract/index.ts': "import { door } from '#server/keys';\nexport const wire = door;" }],
  ['documents-know-no-noun', { 'src/documents/table.ts': "import { door } from '#domain/query';\nexport const table = door;" }],
  ['web-never-sees-server', { 'src/web/ui/button.ts': "import '#server/keys';" }],
  ['only-operating-commands-see-server', { 'src/cli/verify/index.ts': "import '#server';" }],
  ['server-never-sees-its-clients', { 'src/server/ledger/index.ts': "import '../../cli/verify/index.ts';" }],
  ['through-the-door-only', { 'src/server/ledger/index.ts': "import '../keys/inner.ts';" }],
  ['outside-uses-the-door', { 'src/contract/index.ts': "import '../domain/query/decide.ts';" }],
  ['web-features-do-not-touch', { 'src/web/features/months/page.ts': "import '../query/page.ts';" }],
  ['web-kit-knows-no-feature', { 'src/web/ui/button.ts': "import '../features/months/page.ts';" }],
  ['not-to-unresolvable', { 'src/server/ledger/index.ts': "import './nowhere.ts';" }],
  ['no-production-to-test', { 'src/server/ledger/index.ts': "import '../../../test/support.ts';" }],
  ['no-folder-cycles', { 'src/server/keys/index.ts': "import '#server/ledger';\nexport const door = 1;" }],
])('%s', async (rule, changes) => {
  expect(await rulesBrokenBy(changes)).toContain(rule);
});
