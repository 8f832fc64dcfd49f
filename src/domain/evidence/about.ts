// What a pack is about: which list of which log. The names of operations and purposes are the regulation's words on the day of the
// export; what the log proves are the codes beside them.
import { keyed, listOf, oneOf, parseJsonStrict, text, trueOrFalse } from '#domain/kernel';
import { readAt } from './evidence-fault.ts';
import { packFiles } from './pack-files.ts';

export interface About {
  readonly programme: string;
  readonly title: string;
  readonly organisation: string;
  readonly regulation: string;
  /** `2026-10` */
  readonly month: string;
  readonly origin: string;
  /** Case number, reason and person queried are opened too. */
  readonly subjects: boolean;
  readonly operations: readonly CodeName[];
  readonly purposes: readonly CodeName[];
}

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

const document = 'mingcha-evidence-v1';
const codeNames = listOf(keyed({ code: text, name: text }));
const readFields = keyed({
  document: oneOf(document),
  programme: text,
  title: text,
  organisation: text,
  regulation: text,
  month: text,
  origin: text,
  subjects: trueOrFalse,
  operations: codeNames,
  purposes: codeNames,
});

export function formatAbout(about: About): string {
  return `${JSON.stringify({ document, ...about }, undefined, 2)}\n`;
}

/** @throws EvidenceFault */
export function parseAbout(json: string): About {
  const { document: _, ...about } = readAt(packFiles.about, () => readFields(parseJsonStrict(json), ''));
  return about;
}
