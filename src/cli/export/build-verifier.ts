// Bundles the verifier into the one file that travels with an evidence pack. Not minified: whoever distrusts it can read it.
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const banner = `// 明查 Mingcha: verifies evidence by plain Node >= 20, without any dependency. Bundled from src/cli/verify/verify-alone.ts
// and the pure rules it uses (src/domain); the comments stand there. Licence: Apache-2.0.
`;

export async function buildVerifier(): Promise<Uint8Array> {
  const { build } = await import('vite'); // takes half a second: no other command waits for it
  const built = await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/verify/verify-alone.ts'),
      target: 'node20',
      write: false,
      minify: false,
      rolldownOptions: { output: { format: 'esm', codeSplitting: false } },
    },
  });
  const [file] = 'output' in built ? built.output : [];
  if (file?.type !== 'chunk') throw new Error('the verifier was not built into one file');
  return Buffer.from(banner + file.code, 'utf8');
}
