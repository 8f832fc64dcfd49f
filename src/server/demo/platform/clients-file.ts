// The keys of the demonstration's client services, in one file of the data directory that only its owner reads, for `mingcha demo
// clients`. No other installation has such a file: a real key is shown once and kept nowhere.
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

const client = z.strictObject({
  service: z.string().max(64),
  keyId: z.string().max(64),
  secret: z.string().max(128),
  programme: z.string().max(64),
  addresses: z.array(z.string().max(64)).max(16),
});
export type DemoClient = z.output<typeof client>;

const pathIn = (dataDirectory: string): string => join(dataDirectory, 'demo-clients.json');

export function writeDemoClients(dataDirectory: string, clients: readonly DemoClient[]): Promise<void> {
  return writePrivateFile(pathIn(dataDirectory), clients);
}

/** undefined: this installation has no demonstration. Throws where the file is not one of ours. */
export function readDemoClients(dataDirectory: string): Promise<DemoClient[] | undefined> {
  return readPrivateFile(pathIn(dataDirectory), z.array(client).max(100), 'the demonstration’s list of client services');
}
