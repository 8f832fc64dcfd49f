// The provider's side of the reconciliation: its signed lists, from files or from the gateway itself.
import { parseServedList, ServedListFault, maxServedListLength, type ServedList, type ServedListCode } from '#domain/gateway';
import type { VerifierKey } from '#domain/ledger';
import { monthAfter } from '#domain/reports';
import { InputError } from '../input/input-error.ts';
import { readTextFile } from '../input/read-text-file.ts';
import { sha256, verifyEd25519 } from '../verify/node-hashing.ts';
import { NotIntact } from './not-intact.ts';

export interface WantedLists {
  readonly origin: string;
  /** `2026-10` */
  readonly month: string;
  readonly key: VerifierKey | undefined;
}

/** Of the month, and of the next one where it is known: its first calls may follow intents of this month's last minute. */
export interface FoundLists {
  readonly list: ServedList;
  readonly next: ServedList | undefined;
}

const LONGEST_FETCH_MS = 300_000;

const texts: Readonly<Record<Exclude<ServedListCode, 'not-as-signed'>, string>> = {
  'too-long': 'the list is too long',
  malformed: 'the line is not as a provider gateway writes it',
};

/** @throws InputError @throws NotIntact */
export async function readListFiles(paths: readonly string[], wanted: WantedLists): Promise<FoundLists> {
  const lists = new Map<string, ServedList>();
  for (const path of paths) {
    const list = parse(path, await readTextFile(path, maxServedListLength), wanted);
    if (![wanted.month, monthAfter(wanted.month)].includes(list.month))
      throw new InputError({ file: path }, `the list is of ${list.month}, neither of ${wanted.month} nor of the month after`);
    lists.set(list.month, list);
  }
  const list = lists.get(wanted.month);
  if (!list) throw new InputError({ file: '--list' }, `no list is of ${wanted.month}`);
  return { list, next: lists.get(monthAfter(wanted.month)) };
}

/** @throws InputError @throws NotIntact */
export async function fetchLists(url: string, wanted: WantedLists): Promise<FoundLists> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new InputError({ file: '--url' }, 'must be http:// or https://');
  const [list, next] = [await fetchList(url, wanted.month, wanted), await fetchList(url, monthAfter(wanted.month), wanted)];
  return { list, next };
}

async function fetchList(base: string, month: string, wanted: WantedLists): Promise<ServedList> {
  const url = new URL(`served/${month}?origin=${encodeURIComponent(wanted.origin)}`, base.endsWith('/') ? base : `${base}/`);
  const list = parse(url.href, await fetchText(url), wanted);
  if (list.month !== month) throw new InputError({ file: url.href }, `the list is of ${list.month}`);
  return list;
}

async function fetchText(url: URL): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LONGEST_FETCH_MS) });
    if (!response.ok) throw new InputError({ file: url.href }, `the gateway answers ${response.status}: does it know the log?`);
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > maxServedListLength) throw new InputError({ file: url.href }, texts['too-long']);
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof InputError ? error : new InputError({ file: url.href }, 'the gateway does not answer, or broke off');
  }
}

function parse(file: string, text: string, { key, origin }: WantedLists): ServedList {
  try {
    const list = parseServedList(text, key, sha256, verifyEd25519);
    if (list.origin !== origin) throw new InputError({ file }, `the list is of the log ${list.origin}, not of ${origin}`);
    return list;
  } catch (error) {
    if (!(error instanceof ServedListFault)) throw error;
    if (error.code === 'not-as-signed') throw new NotIntact(file, 'the list is not as its provider signed it, or another key signed it');
    throw new InputError({ file, ...(error.line !== undefined && { line: error.line }) }, texts[error.code]);
  }
}
