// An evidence pack made without the server: a small log of our own, and a month's list proven from it. Tests lie in it at any step; all that
// comes after is made to agree with the lie, as a dishonest office with the log's key would.
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportEnvelope, formatAbout, formatManifest, formatOpening, listHeader, listLine, packFiles, type About } from '#domain/evidence';
import { monthInTaipei, toBase64, utf8, type JsonObject } from '#domain/kernel';
import {
  commitmentOf,
  compartmentBytes,
  formatLeaf,
  formatNote,
  formatRangeProof,
  formatTlogProof,
  formatVkey,
  inclusionProof,
  leafHash,
  parseNote,
  rangeProof,
  rootOf,
  signCheckpoint,
  signMlDsaCosignature,
  verifierKey,
  type CompartmentLetter,
  type NodeReader,
  type RecordType,
} from '#domain/ledger';
import {
  actorCompartment,
  foldQueries,
  intentCompartments,
  isQueryType,
  outcomeCompartments,
  refusedCompartments,
  verificationCompartments,
  type OutcomeFacts,
  type QueryFacts,
} from '#domain/records';
import { listBytes, queryList } from '#domain/reports';
import { knownPublicKey, sha256, signWithKnownKey } from '../vectors/ledger/reference-tree.ts';

export const packOrigin = 'mingcha.test/evidence';
const key = verifierKey(packOrigin, knownPublicKey, sha256);
export const packVkey = formatVkey(key);
export const packMonth = '2026-10';

const mlDsa = generateKeyPairSync('ml-dsa-44');
const mlDsaKey = verifierKey(packOrigin, mlDsa.publicKey.export({ type: 'spki', format: 'der' }).subarray(-1_312), sha256, 'ml-dsa-44-cosignature'); // prettier-ignore

/** The line that a month-end checkpoint has more than others. */
function mlDsaLine(note: string): string {
  const signature = signMlDsaCosignature(parseNote(note).text, mlDsaKey, (message) => sign(null, message, mlDsa.privateKey));
  return formatNote({ text: '\n', signatures: [signature] }).slice(2);
}

export interface LoggedRecord {
  readonly type: RecordType;
  readonly at: string;
  readonly envelope: JsonObject;
  readonly actor: JsonObject;
  readonly subject: JsonObject;
  readonly intent?: number;
  /** A leaf that says another month than the record's time. */
  readonly leafMonth?: string;
}

export interface PackParts {
  /** The log, by index. The month's closing is the record of type `month-close` that says so. */
  records: LoggedRecord[];
  /** Index of the first record of the month. */
  start: number;
  about: About;
  /** Which records are opened, in order. */
  opened: number[];
  /** Its lines, the header first. */
  list: string[];
}

export interface Lies {
  /** Before anything is derived from the log. */
  readonly log?: (records: LoggedRecord[]) => void;
  /** Before leaves, openings and list are written. */
  readonly parts?: (parts: PackParts) => void;
  /** What the checkpoints kept at the month's end sign instead of their trees. */
  readonly keptRoot?: Uint8Array;
  /** Before the manifest is made. */
  readonly files?: (files: Map<string, Uint8Array>) => void;
}

const facts: QueryFacts = {
  regulation: 'nantou-webir',
  furtherRegulations: [],
  purpose: 'social-assistance',
  legalBasis: 'social-assistance-44-3',
  operation: 'insured-history',
  fields: ['insured-unit'],
  subject: 'M123456789',
  caseNumber: '社助-115-000001',
  reason: '=HYPERLINK("審查")',
};

const actor = (account: string) =>
  actorCompartment({
    account,
    login: account,
    person: account,
    name: `姓名,${account}`,
    unit: '社會救助科',
    organisation: '府',
    address: '',
  });

export function intent(at: string): LoggedRecord {
  const { envelope, subject } = intentCompartments(facts);
  return { type: 'intent', at, envelope, subject, actor: actor('user1') };
}

export function refused(at: string): LoggedRecord {
  const { envelope, subject } = refusedCompartments(facts, [{ clause: 'NW-4.1.1', code: 'case-number-missing' }]);
  return { type: 'refused', at, envelope, subject, actor: actor('user2') };
}

export function verification(at: string): LoggedRecord {
  const query = { ...facts, regulation: 'nantou-verification', purpose: 'eligibility', operation: 'verify', fields: ['county-resident'] };
  const compartments = verificationCompartments({
    query,
    name: undefined,
    birthDate: undefined,
    answers: { 'county-resident': true },
    asOf: '2026-09-30',
    snapshot: '1',
    requestDigest: 'x',
  });
  return { type: 'verification', at, ...compartments, actor: actor('service1') };
}

export function outcome(at: string, index: number, result: OutcomeFacts): LoggedRecord {
  const { envelope, subject } = outcomeCompartments(facts, index, result);
  return { type: 'outcome', at, envelope, subject, actor: actor('user1'), intent: index };
}

export function other(type: RecordType, at: string, envelope: JsonObject = {}): LoggedRecord {
  return { type, at, envelope, actor: actor('chief'), subject: {} };
}

const october = '2026-10-05T01:00:00.000Z';
const november = '2026-11-03T01:00:00.000Z';

/** Five rows of October, one of them answered after midnight, and what lies around them. */
function honestLog(): LoggedRecord[] {
  return [
    other('log-read', '2026-09-20T01:00:00.000Z'),
    intent('2026-09-30T15:59:59.000Z'),
    other('sign-in', '2026-09-30T15:59:59.500Z'),
    other('sign-in', '2026-09-30T16:00:00.000Z'), // 3: October in Taipei
    outcome('2026-09-30T16:00:01.000Z', 1, { kind: 'not-found' }), // of September's query
    intent(october), // 5
    outcome(october, 5, { kind: 'answered', count: 3, digest: 'x' }),
    other('month-close', '2026-10-06T01:00:00.000Z', { month: '2026-09' }), // 7
    intent(october), // 8
    refused(october),
    outcome(october, 8, { kind: 'failed', code: 'provider-timeout' }),
    intent('2026-10-31T15:59:59.000Z'), // 11
    intent('2026-10-31T15:59:59.900Z'), // 12: never answered
    outcome('2026-10-31T16:00:01.000Z', 11, { kind: 'not-found' }),
    other('sign-in', november),
  ];
}

function salt(index: number, letter: string): Uint8Array {
  return sha256(utf8(`salt ${index} ${letter}`));
}

function openingsOf(record: LoggedRecord, index: number): Record<CompartmentLetter, Uint8Array> {
  const head = { at: record.at, record: `id-${index}`, retention: 'log-5y', ...(record.intent !== undefined && { intent: record.intent }) };
  return {
    A: compartmentBytes(salt(index, 'A'), { ...head, body: record.envelope }),
    B: compartmentBytes(salt(index, 'B'), { body: record.actor, blind: 'AA' }),
    C: compartmentBytes(salt(index, 'C'), { body: record.subject }),
  };
}

function leafOf(record: LoggedRecord, index: number): Uint8Array {
  const { A, B, C } = openingsOf(record, index);
  const commitments = { a: commitmentOf('A', A, sha256), b: commitmentOf('B', B, sha256), c: commitmentOf('C', C, sha256) };
  return formatLeaf({ type: record.type, month: record.leafMonth ?? monthInTaipei(Date.parse(record.at)), commitments });
}

const about: About = {
  programme: 'nantou-webir',
  title: '勞保資料查詢',
  organisation: '南投縣政府',
  regulation: 'nantou-webir',
  month: packMonth,
  origin: packOrigin,
  subjects: false,
  operations: [{ code: 'insured-history', name: '投保歷史' }],
  purposes: [{ code: 'social-assistance', name: '社會救助' }],
};

export interface MadePack {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of the closing, in the log. */
  readonly closeIndex: number;
  readonly size: number;
}

export async function makePack(lies: Lies = {}, subjects = false): Promise<MadePack> {
  const records = honestLog();
  lies.log?.(records);
  const parts = deriveParts(records, subjects);
  lies.parts?.(parts);
  const files = new Map<string, Uint8Array>();
  const put = (path: string, text: string) => files.set(path, utf8(text));
  const end = records.length;
  put(packFiles.about, formatAbout(parts.about));
  put(packFiles.leaves, records.slice(parts.start).map((record, at) => `${text(leafOf(record, parts.start + at))}\n`).join('')); // prettier-ignore
  put(packFiles.openings, parts.opened.flatMap((index) => openingLines(records[index]!, index, parts.about.subjects)).join('')); // prettier-ignore
  put(packFiles.list, parts.list.join(''));
  put(packFiles.roster, '帳號\r\nuser1\r\n');
  put(packFiles.vkey, `${packVkey}\n`);
  put(packFiles.policy, `log ${packVkey}\nquorum none\n`);
  put(packFiles.readme, '密件\n');
  const hashes = records.map((record, index) => leafHash(leafOf(record, index), sha256));
  const rootAt = (size: number) => rootOf(hashes.slice(0, size), sha256);
  const signed = (size: number, rootHash = rootAt(size)) => signCheckpoint({ origin: packOrigin, size, rootHash, extensions: [] }, [{ key, sign: signWithKnownKey }]); // prettier-ignore
  for (const [month, size] of [
    ['2026-09', 8],
    [packMonth, end],
  ] as const) {
    const kept = signed(size, lies.keptRoot);
    put(`checkpoints/${month}`, kept + mlDsaLine(kept));
  }
  put('checkpoints/vkey', `${packVkey}\n${formatVkey(mlDsaKey)}\n`);
  lies.files?.(files);
  const manifest = utf8(formatManifest([...files].map(([path, bytes]) => ({ path, digest: sha256(bytes) }))));
  // After the range: reads of the log, the export itself, and something later.
  const exported = other('export', november, exportEnvelope({ month: packMonth, rows: 5, subjects, manifest: sha256(manifest) }));
  records.push(other('log-read', november), exported, other('sign-in', november));
  for (let index = end; index < records.length; index += 1) hashes.push(leafHash(leafOf(records[index]!, index), sha256));
  const readNode: NodeReader = (level, index) => rootOf(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level), sha256);
  const size = records.length;
  const checkpoint = signed(size);
  files.set(packFiles.manifest, manifest);
  put(packFiles.exportRecord, `${text(leafOf(exported, end + 1))}\n${openingLines(exported, end + 1, true).join('')}`);
  const path = await inclusionProof(end + 1, size, readNode, sha256);
  put(packFiles.exportProof, formatTlogProof({ index: end + 1, hashes: path, checkpoint, extra: leafOf(exported, end + 1) }));
  put(packFiles.checkpoint, checkpoint);
  put(packFiles.rangeProof, formatRangeProof(await rangeProof({ start: parts.start, end }, size, readNode, sha256)));
  return { files, closeIndex: end - 1, size };
}

/** What an honest office makes of its log: the closing is appended, the rest follows. */
function deriveParts(records: LoggedRecord[], subjects: boolean): PackParts {
  const monthOf = (record: LoggedRecord) => record.leafMonth ?? monthInTaipei(Date.parse(record.at));
  const start = records.findIndex((record) => monthOf(record) === packMonth);
  const heads = records.flatMap((record, index) => (isHead(record, records, monthOf) ? [index] : []));
  const outcomes = Map.groupBy(records.keys(), (index) => records[index]?.intent ?? -1);
  const groups = heads.map((head) => [head, ...(outcomes.get(head) ?? [])]);
  const queries = groups.flatMap((group) => foldQueries(group.map((index) => folded(records[index]!, index))));
  const entries = queryList('', '', queries).entries;
  const count = (...kinds: string[]) => entries.filter(({ result }) => kinds.includes(result.kind)).length;
  const closing = {
    month: packMonth,
    rows: entries.length,
    answered: count('answered', 'not-found'),
    refused: count('refused'),
    failed: count('failed', 'open'),
    firstIndex: start,
    endIndex: records.length - 1,
    listDigest: toBase64(sha256(listBytes({ programme: about.programme, month: packMonth, entries }))),
  };
  if (!records.some(({ envelope }) => envelope['month'] === packMonth)) records.push(other('month-close', november, closing));
  const closings = records.flatMap(({ type }, index) => (type === 'month-close' && index >= start ? [[index]] : []));
  const opened = [...groups, ...closings].toSorted(([one = 0], [another = 0]) => one - another).flat();
  const ours = { ...about, subjects };
  return { records, start, about: ours, opened, list: [listHeader(ours), ...queries.map((query, at) => listLine(query, at + 1, ours))] };
}

function isHead(record: LoggedRecord, records: readonly LoggedRecord[], monthOf: (record: LoggedRecord) => string): boolean {
  if (monthOf(record) !== packMonth) return false;
  if (isQueryType(record.type)) return true;
  return record.type === 'outcome' && monthOf(records[record.intent ?? 0]!) !== packMonth;
}

function folded({ type, at, envelope, actor: who, subject, intent: of }: LoggedRecord, index: number) {
  return { index, type, at: { epochMilliseconds: Date.parse(at) }, envelope, actor: who, subject, intentIndex: of };
}

function openingLines(record: LoggedRecord, index: number, subjects: boolean): string[] {
  const compartments = openingsOf(record, index);
  return (subjects ? (['A', 'B', 'C'] as const) : (['A', 'B'] as const)).map((letter) =>
    formatOpening(index, letter, compartments[letter]),
  );
}

export function writePack(folder: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
