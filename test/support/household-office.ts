// A platform's office that takes household files, and a sender who may lie in any way a test wants.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { manifestMessage } from '#domain/verification';
import { actorFacts } from '#server/accounts';
import {
  findProgramme,
  HouseholdImports,
  householdRecipient,
  newSenderKey,
  openHouseholds,
  readSenderKey,
  viewImport,
  type Households,
  type ImportProgramme,
  type RunOptions,
  type SenderKey,
} from '#server/households';
import type { HouseholdImport } from '#contract';
import { openPlatformOffice, platformProgramme, type PlatformOffice } from './platform-office.ts';
import { recordRead } from './scratch-ledger.ts';

export const householdColumns = ['統一編號', '姓名', '出生日期', '原住民'];

export interface SentFile {
  readonly manifest: Buffer;
  readonly signature: string;
  readonly ciphertext: Buffer;
}

export interface FileToSend {
  readonly csv: string | Buffer;
  readonly kind?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly encoding?: string;
  /** Put over what is true. */
  readonly says?: Readonly<Record<string, unknown>>;
  readonly recipient?: string;
  readonly sender?: SenderKey;
}

export interface HouseholdOffice {
  readonly office: PlatformOffice;
  readonly imports: HouseholdImports;
  readonly households: Households;
  readonly programme: ImportProgramme;
  readonly sender: SenderKey;
  readonly recipient: string;
  pack(file: FileToSend): Promise<SentFile>;
  /** From the manifest to what became of it. */
  send(file: SentFile, options?: RunOptions): Promise<HouseholdImport>;
  /** Envelopes of the log's records of these types, oldest first. */
  said(type: 'household-import' | 'destruction'): Promise<Record<string, unknown>[]>;
  /** Whether somebody is in what serves: flags, or undefined. */
  flagsOf(id: string): Promise<number | undefined>;
  close(): Promise<void>;
}

export async function openHouseholdOffice(): Promise<HouseholdOffice> {
  const office = await openPlatformOffice('2026-11-22T02:00:00Z');
  const { scratch, clock } = office;
  const sendersFile = join(scratch.folder, 'senders.txt');
  const sender = newSender('civil-affairs');
  writeFileSync(sendersFile, `# those we trust\n${sender.vkey}\n`);
  const imports = new HouseholdImports({
    database: scratch.database,
    url: scratch.url,
    ledger: scratch.ledger,
    keystore: scratch.keystore,
    clock,
    dataDirectory: scratch.folder,
    sendersFile,
  });
  const households = openHouseholds({ pool: scratch.pool, keystore: scratch.keystore });
  const recipient = await householdRecipient(scratch.keystore);
  const programme = await findProgramme(scratch.database, platformProgramme);
  if (!programme) throw new Error('no programme');
  const keeper = actorFacts(await office.actor('keeper'));
  return {
    office,
    imports,
    households,
    programme,
    sender,
    recipient,
    pack: (file) => packLoosely({ sender, recipient, ...file }),
    send: async ({ manifest, signature, ciphertext }, options = {}) => {
      const opened = await imports.open(programme, keeper, { manifest, signature });
      if (opened.kind === 'refused') throw new Refused(opened.refusal);
      await imports.receive(programme, opened.id, 0, piecesOf(ciphertext));
      await imports.run(programme, keeper, opened.id, options);
      const found = await viewImport(imports.parts, programme.id, opened.id);
      if (!found) throw new Error('no import');
      return found;
    },
    said: async (type) => {
      const read = await recordRead(scratch.ledger, programme.id, { kind: 'month', month: '2026-11' });
      return (await Array.fromAsync(scratch.ledger.findByMonth(read, [type]))).map(({ envelope }) => envelope);
    },
    flagsOf: async (id) => {
      const person = households.digests(programme.id).person(id);
      return (await households.lookUp(programme.id, [{ person }])).found[0]?.flags;
    },
    close: async () => {
      await imports.close();
      await households.close();
      await office.close();
    },
  };
}

/** A manifest that was refused before there was an import. */
export class Refused extends Error {
  readonly refusal: { readonly code: string; readonly clause: string };
  constructor(refusal: Refused['refusal']) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function newSender(name: string): SenderKey {
  return readSenderKey(newSenderKey(name)) ?? unreachable();
}

/** Unlike `packFile` it packs whatever it is given, and says whatever it is told. */
export async function packLoosely(file: FileToSend & { readonly sender: SenderKey; readonly recipient: string }): Promise<SentFile> {
  const { csv, kind = 'household', period = '2026-10', asOf = '2026-10-31', encoding = 'utf-8', sender, recipient, says } = file;
  const bytes = Buffer.from(csv);
  const lines = bytes.toString('latin1').split('\n').filter((line) => line !== ''); // prettier-ignore
  const columns = kind === 'household' ? householdColumns : ['統一編號'];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const truth = { format: 'mingcha-household-v1', kind, period, asOf, columns, encoding, rows: lines.length - 1, bytes: bytes.length, sha256, sender: sender.name }; // prettier-ignore
  const manifest = Buffer.from(JSON.stringify({ ...truth, ...says }));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return {
    manifest,
    signature: Buffer.from(sender.sign(manifestMessage(manifest))).toString('base64'),
    ciphertext: Buffer.from(await encrypter.encrypt(bytes)),
  };
}

/** A household file of invented people; by number, so that files can overlap. */
export function householdCsv(people: Iterable<number>, of: (at: number) => Partial<Person> = () => ({})): string {
  const rows = [...people].map((at) => {
    const { id, name, birth, indigenous } = { ...personAt(at), ...of(at) };
    return `${id},${name},${birth},${indigenous}`;
  });
  return [householdColumns.join(','), ...rows, ''].join('\n');
}

export function listCsv(people: Iterable<number>): string {
  return ['統一編號', ...[...people].map((at) => personAt(at).id), ''].join('\n');
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly birth: string;
  readonly indigenous: string;
}

const surnames = '陳林黃張李王吳劉蔡楊';
const givenNames = '明志美玲雅婷俊宏淑芬家豪';

/** Nobody: most check digits are wrong, which blocks nothing. */
export function personAt(at: number): Person {
  const letter = (at: number, text: string): string => text.charAt(at % text.length);
  return {
    id: `${letter(at, 'MABCDEFGH')}${1 + (at % 2)}${String((at * 7_919 + 13) % 100_000_000).padStart(8, '0')}`,
    name: `${letter(at, surnames)}${letter(at * 3, givenNames)}${letter(at * 5 + 1, givenNames)}`,
    birth: `0${30 + (at % 60)}${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`,
    indigenous: at % 20 === 0 ? '平地原住民' : '',
  };
}

export function* numbers(from: number, until: number): Generator<number> {
  for (let at = from; at < until; at += 1) yield at;
}

export async function* piecesOf(bytes: Uint8Array, length = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Big5 of a text, by turning the decoder's table around: Node writes no Big5. */
export function big5(text: string): Buffer {
  const table = big5Table();
  return Buffer.concat(Array.from(text, (character) => (character < '\u0080' ? Buffer.from(character) : fromTable(table, character))));
}

let known: ReadonlyMap<string, Buffer> | undefined;

function big5Table(): ReadonlyMap<string, Buffer> {
  if (known) return known;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder('big5');
  for (let lead = 0xa4; lead <= 0xf9; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.of(lead, trail);
      const text = decoder.decode(bytes);
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
    }
  known = table;
  return table;
}

function fromTable(table: ReadonlyMap<string, Buffer>, character: string): Buffer {
  return table.get(character) ?? unreachable();
}

function unreachable(): never {
  throw new Error('not reached');
}
