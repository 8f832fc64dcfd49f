// The program itself as a process of the benchmark: the demonstration's office with its client service, and as much household data as asked
// for. `node serve.ts DATA-DIRECTORY DATABASE-URL PEOPLE`; the port and the client's key are sent to the parent. With --cpu-prof of Node
// its profile can be taken.
import { createServerRoutes, loadDemoInto, openInstallation, readDemoClients } from '#server';
import { openHouseholds } from '#server/households';
import { readConfig } from '#server/platform';
import { openDemoLabourInsurance } from '#server/providers';
import { serveHousehold, type InventedPerson } from '../../test/support/invented-household.ts';
import { flagsOf, personId } from './people.ts';

const [dataDirectory = '', databaseUrl = '', people = '100000'] = process.argv.slice(2);
const config = readConfig({ MINGCHA_DATA: dataDirectory, DATABASE_URL: databaseUrl });
const installation = await openInstallation(config, { as: 'own' });
if (!(await readDemoClients(dataDirectory))) await loadDemoInto(installation, () => {});
const [client] = (await readDemoClients(dataDirectory)) ?? [];
if (!client) throw new Error('the demonstration has no client service');

function* population(count: number): Generator<InventedPerson> {
  for (let place = 0; place < count; place += 1)
    yield { id: personId(place), name: '王小明', birthDate: '1986-01-02', flags: flagsOf(place) };
}
const { pool, keystore } = installation;
await serveHousehold(pool, client.programme, openHouseholds({ pool, keystore }).digests(client.programme), population(Number(people)));

const provider = openDemoLabourInsurance({ url: installation.providerUrl, timeoutMs: 1_000 });
const http = await createServerRoutes(installation, provider);
await http.listen({ host: '127.0.0.1', port: 0 });
const address = http.server.address();
const tell = (message: object): void => void process.send?.(message);
tell({ port: typeof address === 'object' ? address?.port : 0, keyId: client.keyId, secret: client.secret });

let usedBefore = process.threadCpuUsage();
/** Asked: how much of the processor the thread that serves has used since it was last asked, in microseconds. */
process.on('message', (message) => {
  if (message === 'end') void end();
  const { user, system } = process.threadCpuUsage(usedBefore);
  usedBefore = process.threadCpuUsage();
  tell({ microseconds: user + system });
});

async function end(): Promise<void> {
  await http.close();
  await provider.close();
  await installation.close();
  process.disconnect?.();
}
