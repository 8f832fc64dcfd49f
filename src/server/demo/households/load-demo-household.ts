// The invented people as household data, through the import that real files take: packed by a sender made for it, checked, digested,
// switched, destroyed. The sender's key stays in the data directory, so that whoever tries the demonstration can send further files.
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActorFacts } from '#domain/records';
import { householdRecipient, newSenderKey, packFile, readSenderKey, type HouseholdImports, type ImportProgramme } from '#server/households';
import { demoHouseholdFiles, type DemoFile } from './demo-files.ts';

export interface DemoHouseholdLoad {
  readonly imports: HouseholdImports;
  readonly programme: ImportProgramme;
  /** The responsible person. */
  readonly actor: ActorFacts;
  /** The month the files are for, `2026-10`. */
  readonly month: string;
  readonly persons: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Written beside the passwords: of the demonstration only. */
export const demoSenderFile = 'demo-household-sender.key';

export async function loadDemoHousehold(load: DemoHouseholdLoad): Promise<void> {
  const asOf = Temporal.PlainYearMonth.from(load.month).toPlainDate({ day: 31 }).toString();
  const files = demoHouseholdFiles(load.persons, asOf);
  const sender = await trustDemoSender(load.imports);
  const recipient = await householdRecipient(load.imports.parts.keystore);
  for (const [done, file] of files.entries()) {
    await importOne(load, file, { period: load.month, asOf, sender, recipient });
    load.onProgress?.(done + 1, files.length);
  }
}

async function importOne(
  { imports, programme, actor }: DemoHouseholdLoad,
  { kind, csv }: DemoFile,
  sent: Pick<Parameters<typeof packFile>[0], 'period' | 'asOf' | 'sender' | 'recipient'>,
): Promise<void> {
  const packed = await packFile({ ...sent, kind, encoding: 'utf-8', csv: () => inOnePiece(csv) });
  if (packed.kind !== 'packed') throw new Error(`the demonstration's ${kind} file is not packed: ${packed.kind}`);
  const opened = await imports.open(programme, actor, { manifest: Buffer.from(packed.manifest), signature: packed.signature });
  if (opened.kind !== 'opened') throw new Error(`the demonstration's ${kind} file is refused: ${opened.refusal.code}`);
  await imports.receive(programme, opened.id, 0, packed.ciphertext);
  const { kind: state } = await imports.run(programme, actor, opened.id);
  if (state !== 'serving') throw new Error(`the demonstration's ${kind} file does not serve: ${state}`);
}

async function* inOnePiece(csv: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csv);
}

async function trustDemoSender({ parts }: HouseholdImports) {
  const text = newSenderKey('demo/civil-affairs');
  const sender = readSenderKey(text);
  if (!sender) throw new Error('a new sender’s key is none');
  await writeFile(join(parts.dataDirectory, demoSenderFile), text, { mode: 0o600 });
  await appendFile(parts.sendersFile, `${sender.vkey}\n`, { mode: 0o600 });
  return sender;
}
