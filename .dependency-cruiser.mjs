// The import law. `kernel ← domain ← regulations`, `domain ← contract ← server`, `domain, contract ← web, cli`.
// test/import-law.test.ts breaks each rule on purpose and sees it fire.
const TEST = '[.]test[.]tsx?$';
/** The commands that operate an installation; every other command judges files and knows no server. */
const OPERATES =
  '^src/cli/(main|household/[^/]+|commands/(start|demo|demo-load|migrate|list|export|calendar|replay|rotate-key|signer|verify|witness|provider-gateway|reconcile-provider|household))[.]ts$';

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      scope: 'folder',
      severity: 'error',
      from: { path: '^src/(domain|server)/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules decide; the shell acts. No I/O, no clock, no third-party code in src/domain.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TEST },
      to: { path: ['^src/(regulations|contract|documents|server|web|cli)/', 'node_modules/'] },
    },
    { name: 'domain-has-no-io', severity: 'error', from: { path: '^src/domain/', pathNot: TEST }, to: { dependencyTypes: ['core'] } },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^src/domain/kernel/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/domain/kernel/' },
    },
    {
      name: 'regulations-are-data',
      comment: 'A profile states the law; it may use the vocabulary of regulations and nothing else. The door reads the folder.',
      severity: 'error',
      from: { path: '^src/regulations/', pathNot: [TEST, '^src/regulations/index[.]ts$'] },
      to: { pathNot: ['^src/regulations/', '^src/domain/regulations/index[.]ts$'] },
    },
    {
      name: 'contract-sees-domain-only',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: '^src/(regulations|server|web|cli)/' },
    },
    {
      name: 'documents-know-no-noun',
      comment: 'Tables become files here, for the server and the command alike; what stands in them is theirs.',
      severity: 'error',
      from: { path: '^src/documents/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/(documents|domain/kernel)/' },
    },
    { name: 'web-never-sees-server', severity: 'error', from: { path: '^src/web/' }, to: { path: '^src/(server|cli)/' } },
    {
      name: 'only-operating-commands-see-server',
      comment: 'A verifier that shares code with the server would vouch for its mistakes.',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: [OPERATES, TEST] },
      to: { path: '^src/server/' },
    },
    { name: 'server-never-sees-its-clients', severity: 'error', from: { path: '^src/server/' }, to: { path: '^src/(web|cli)/' } },
    {
      name: 'through-the-door-only',
      comment: 'Another folder is imported by its # name, which resolves to its index.ts and to nothing else.',
      severity: 'error',
      from: { path: '^src/(domain|server)/([^/]+)/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/$1/$2/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'outside-uses-the-door',
      severity: 'error',
      from: { path: '^src/(regulations|contract|documents|web|cli)/|^src/server/[^/]+[.]ts$' },
      to: { path: '^src/(domain|server)/[^/]+/', pathNot: '/index[.]ts$' },
    },
    {
      name: 'web-features-do-not-touch',
      severity: 'error',
      from: { path: '^src/web/features/([^/]+)/' },
      to: { path: '^src/web/features/', pathNot: '^src/web/features/$1/' },
    },
    { name: 'web-kit-knows-no-feature', severity: 'error', from: { path: '^src/web/ui/' }, to: { path: '^src/web/(features|api)/' } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-production-to-test', severity: 'error', from: { pathNot: ['^test/', TEST] }, to: { path: ['^test/', TEST] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['[.]css$', TEST] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
