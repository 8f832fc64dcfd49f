// What other systems are given to ask with works against the running service: the generated client, and every example of the documentation
// whose tool is on this machine.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemoClients } from '#server';
import { openHouseholds } from '#server/households';
import { isAnswer, MingchaClient, MingchaProblem, type Verification } from '../../clients/typescript/mingcha-client.ts';
import { clientFolder, writeClient } from '../../scripts/generate-client.ts';
import { root } from '../../scripts/run-steps.ts';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { serveHousehold } from '../support/invented-household.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'mingcha-clients-'));
let office: DemoOffice;
let environment: { readonly MINGCHA_URL: string; readonly MINGCHA_KEY_ID: string; readonly MINGCHA_KEY: string };

beforeAll(async () => {
  office = await openDemoOffice();
  const { pool, keystore, config } = office.installation;
  const [client] = (await readDemoClients(config.dataDirectory)) ?? [];
  if (!client) throw new Error('the demonstration has no client service');
  const people = [{ id: 'A000000000', name: '王小明', birthDate: '1986-01-02', flags: 1 }];
  await serveHousehold(pool, client.programme, openHouseholds({ pool, keystore }).digests(client.programme), people);
  const url = await office.http.listen({ host: '127.0.0.1', port: 0 });
  environment = { MINGCHA_URL: url, MINGCHA_KEY_ID: client.keyId, MINGCHA_KEY: client.secret };
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

const question: Verification = {
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
  subject: { nationalId: 'A000000000' },
  claims: ['county-resident'],
};
const answer = {
  id: expect.any(String),
  answers: { 'county-resident': true },
  asOf: '2026-10-31',
  receipt: expect.stringMatching(/^mingcha-receipt-/),
};

describe('the generated client', () => {
  const client = (secret = environment.MINGCHA_KEY) =>
    new MingchaClient({ url: environment.MINGCHA_URL, keyId: environment.MINGCHA_KEY_ID, secret });

  test('is what the contract gives now: `npm run client` writes it anew', () => {
    writeClient(folder);
    for (const name of ['mingcha-client.ts', 'mingcha-client.js'])
      expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(clientFolder, name), 'utf8'));
  });

  test('asks one by one, in batches, and again under an idempotency key', async () => {
    const first = await client().verify(question, { idempotencyKey: 'client-test' });
    expect(first).toEqual(answer);
    expect((await client().verify(question, { idempotencyKey: 'client-test' })).id).toBe(first.id);
    const results = await client().verifyBatch([question, { ...question, caseNumber: null }]);
    expect(results.map(isAnswer)).toEqual([true, false]);
    expect(results).toMatchObject([answer, { code: 'refused-by-regulation', clause: 'NV-4.2.1' }]);
  });

  test('gives a refusal as what it is', async () => {
    const refused = await client()
      .verify({ ...question, caseNumber: '' })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MingchaProblem);
    expect(refused).toMatchObject({ problem: { code: 'refused-by-regulation', clause: 'NV-4.2.1' } });
    await expect(client(`mck_${'A'.repeat(43)}`).verify(question)).rejects.toMatchObject({ problem: { code: 'signature-invalid' } });
  });

  test('is an export of the package, as JavaScript that an older Node runs', async () => {
    const script = `import { MingchaClient } from 'mingcha/client'; console.log(typeof MingchaClient);`;
    const { stdout } = await run(process.execPath, ['--no-strip-types', '--input-type=module', '--eval', script], { cwd: root });
    expect(stdout.trim()).toBe('function');
  });
});

const documentation = readFileSync(join(root, 'docs/verification-service.md'), 'utf8');

function example(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(documentation)?.[1];
  if (found === undefined) throw new Error(`the documentation has no example in ${language}`);
  return found;
}

describe('the example of the documentation', () => {
  test.each<
    readonly [language: string, file: string, tools: readonly (readonly [string, string])[], command: readonly [string, ...string[]]]
  >([
    ['sh', 'verify.sh', [['curl', '--version'], ['openssl', 'version'], ['od', '--version']], ['sh', 'verify.sh']], // prettier-ignore
    ['python', 'verify.py', [['python3', '--version']], ['python3', 'verify.py']],
    ['java', 'Verify.java', [['java', '--version']], ['java', '-Dfile.encoding=UTF-8', 'Verify.java']],
  ])('in %s is answered', async (language, file, tools, [command, ...args]) => {
    for (const [tool, version] of tools) {
      const isHere = await run(tool, [version]).then(() => true, () => false); // prettier-ignore
      if (!isHere) return console.info(`the example in ${language} was not run: ${tool} is not on this machine`);
    }
    writeFileSync(join(folder, file), example(language));
    const { stdout } = await run(command, args, { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment } });
    expect(JSON.parse(stdout)).toEqual(answer);
  });
});
