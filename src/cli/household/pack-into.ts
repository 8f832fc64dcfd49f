// Packs a CSV into the three files that a platform takes.
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseIsoDate } from '#domain/kernel';
import type { FileEncoding, FileKind } from '#domain/verification';
import { exitCodes } from '../exit-codes.ts';
import { InputError } from '../input/input-error.ts';
import type { FileResult } from '../print-file-result.ts';

export interface PackInto {
  readonly csv: string;
  readonly kind: FileKind;
  readonly period: string;
  readonly asOf: string;
  readonly encoding: FileEncoding;
  /** The private key's file. */
  readonly sender: string;
  readonly recipient: string;
  readonly out: string;
}

/** @throws InputError */
export async function packInto({ csv, sender: keyFile, out, ...order }: PackInto): Promise<FileResult> {
  const { packFile, readSenderKey } = await import('#server');
  const sender = readSenderKey(await readFile(keyFile, 'latin1').catch(unreadable(keyFile)));
  if (!sender) throw new InputError({ file: keyFile }, 'no private key of a sender (mingcha household sender makes one)');
  if (parseIsoDate(order.asOf) === undefined) throw new InputError({ file: '--as-of' }, 'must be a calendar day, as in 2026-10-31');
  if (!/^age1[0-9a-z]{50,}$/.test(order.recipient)) throw new InputError({ file: '--recipient' }, 'must be an age recipient (age1…)');
  await access(csv, constants.R_OK).catch(unreadable(csv));
  const packed = await packFile({ ...order, sender, csv: () => createReadStream(csv) });
  if (packed.kind === 'unfit') {
    const { code, row, field } = packed;
    throw new InputError({ file: csv, ...(row !== undefined && { line: row + 1 }), ...(field && { field }) }, code);
  }
  if (packed.kind === 'bad-rows') {
    const badRows = packed.badRows.map((bad) => ({ ...bad }));
    const text = badRows.slice(0, 20).map(({ row, field, code }) => `row ${row}${field ? `, ${field}` : ''}: ${code}`);
    return { exitCode: exitCodes.no, output: { packed: false, badRows }, text: ['not packed:', ...text].join('\n') };
  }
  await pipeline(packed.ciphertext, createWriteStream(`${out}.age`, { mode: 0o600 }));
  await writeFile(`${out}.manifest.json`, packed.manifest);
  await writeFile(`${out}.manifest.sig`, `${packed.signature}\n`);
  return { exitCode: exitCodes.done, output: { packed: true, rows: packed.rows }, text: `packed ${packed.rows} rows` };
}

function unreadable(file: string) {
  return (): never => {
    throw new InputError({ file }, "can't be read");
  };
}
