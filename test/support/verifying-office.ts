// The verification service of an office with its own clients, data and clock: as many nodes of it as a test opens, each behind `inject`.
import { openClientServices, type ClientServices, type IssuedKey } from '#server/clients';
import { openHouseholds } from '#server/households';
import { createHttp, type Http } from '#server/platform';
import { mountClientRoutes, openVerifications, type ClientRouteOptions, type Verifications } from '#server/verifications';
import { faultCode } from '../../src/server/fault-code.ts';
import { serveHousehold, type InventedPerson } from './invented-household.ts';
import { openPlatformOffice, platformProgramme, type PlatformOffice } from './platform-office.ts';
import { batchPath, signedHeaders, singlePath, type ToSign } from './signed-request.ts';

export interface Reply {
  readonly status: number;
  /** JSON; of a batch its lines. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- a test looks into any shape
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface AskOptions extends Partial<Omit<ToSign, 'path'>> {
  readonly address?: string;
  /** In the place of the signed ones. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** What is sent after the body was signed. */
  readonly sent?: string | Buffer;
}

export interface VerifyingNode {
  readonly http: Http;
  readonly verifications: Verifications;
  readonly clients: ClientServices;
  ask(key: IssuedKey, body: unknown, options?: AskOptions): Promise<Reply>;
  askBatch(key: IssuedKey, lines: readonly unknown[] | string, options?: AskOptions): Promise<Reply>;
  close(): Promise<void>;
}

interface NodeOptions extends Partial<Omit<ClientRouteOptions, 'config' | 'faultCode'>> {
  readonly turnMs?: number;
  readonly trustedProxies?: readonly string[];
}

export interface VerifyingOffice extends PlatformOffice {
  openNode(options?: NodeOptions): Promise<VerifyingNode>;
}

export const clientAddress = '192.0.2.7';

/** @param people of the household data */
export async function openVerifyingOffice(people: Iterable<InventedPerson>, now?: string): Promise<VerifyingOffice> {
  const office = await openPlatformOffice(now);
  const { pool, keystore, database, ledger } = office.scratch;
  await serveHousehold(pool, platformProgramme, openHouseholds({ pool, keystore }).digests(platformProgramme), people);
  const openNode: VerifyingOffice['openNode'] = async ({ turnMs = 50, trustedProxies = [], ...options } = {}) => {
    const { clock, findRegulation } = office.parts;
    const clients = await openClientServices({ ...office.parts, pool });
    const households = openHouseholds({ pool, keystore });
    const verifications = await openVerifications(
      { database, pool, ledger, keystore, clock, clients, households, findRegulation },
      { turnMs },
    );
    const config = { trustedProxies, secureCookies: false, clientCertificateHeader: undefined };
    const http = await createHttp(config, 'test', faultCode, (bare) =>
      mountClientRoutes(bare, verifications, { config, faultCode, ...options }),
    );
    const post = async (
      path: string,
      key: IssuedKey,
      body: string | Uint8Array,
      { address = clientAddress, headers = {}, sent, ...signed }: AskOptions,
    ) => {
      const createdSeconds = Math.floor(clock.now().epochMilliseconds / 1_000);
      const signedAs = signedHeaders({ keyId: key.id, secret: key.secret }, { createdSeconds, path, body, ...signed });
      const all = Object.entries({ ...signedAs, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const response = await http.inject({
        method: 'POST',
        url: path,
        headers: Object.fromEntries(all),
        payload: sent ?? Buffer.from(body),
        remoteAddress: address,
      });
      const isLines = String(response.headers['content-type']).startsWith('application/x-ndjson');
      const read = isLines ? response.body.trim().split('\n').map((line) => JSON.parse(line) as unknown) : response.json<unknown>(); // prettier-ignore
      return { status: response.statusCode, body: read, headers: response.headers };
    };
    return {
      http,
      verifications,
      clients,
      ask: (key, body, asked = {}) => post(singlePath, key, typeof body === 'string' ? body : JSON.stringify(body), asked),
      askBatch: (key, lines, asked = {}) =>
        post(
          batchPath,
          key,
          typeof lines === 'string' ? lines : lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
          asked,
        ),
      close: async () => {
        await http.close();
        await verifications.close();
        await households.close();
        await clients.close();
      },
    };
  };
  return { ...office, openNode };
}
