import { expect, test } from 'vitest';
import { toHex } from '#domain/kernel';
import { sampleSeed } from './sample-seed.ts';

// printf 'mingcha sample v1\nmingcha.test/nantou-webir\n2026-10\n' > a; printf '\000\001…\037' > root; printf '\377\376…\360' > entropy;
// cat a root entropy | sha256sum
const bySha256sum = 'f645a5ad60bd05237cfb875afdbe67d05abd2131a0a57fd58bf59e3fb125c687';

test('the published formula gives the seed', () => {
  const rootHash = Uint8Array.from({ length: 32 }, (_, at) => at);
  const entropy = Uint8Array.from({ length: 16 }, (_, at) => 255 - at);
  expect(toHex(sampleSeed({ origin: 'mingcha.test/nantou-webir', month: '2026-10', rootHash, entropy }))).toBe(bySha256sum);
});
