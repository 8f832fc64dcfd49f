// What lies at a path: an export that was damaged is found not intact (exit 1), whatever is none is no log (exit 2), and nothing is ever
// taken for intact that others could read otherwise.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePack, packVkey, writePack } from '../../../test/support/evidence-pack.ts';
import { layOutZip } from '#domain/evidence';
import { packZip } from '../export/pack-zip.ts';
import { verifyPath } from './verify-path.ts';

let home = '';
let folder = '';
let files: [string, Uint8Array][] = [];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mingcha-path-'));
  const pack = await makePack();
  folder = writePack(join(home, 'pack'), pack.files);
  files = [...pack.files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  await packZip(folder, join(home, 'pack.zip'));
});
afterAll(() => rmSync(home, { recursive: true }));

/** `intact`, the code of the first thing that is wrong, or the name of the error. */
async function verdictOn(path: string): Promise<string> {
  return verifyPath(path, { key: packVkey }).then(
    ({ intact, firstWrong }) => (intact ? 'intact' : (firstWrong?.code ?? '')),
    ({ name }: Error) => name,
  );
}

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(home, name), content);
  return join(home, name);
}

/** As the export lays it out, whatever the files are. */
function zipOf(members: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const { headers, directory } = layOutZip(members.map(([path, bytes]) => ({ path, size: bytes.length, crc32: crc32(bytes) })));
  return Buffer.concat([...members.flatMap(([, bytes], at) => [headers[at] ?? bytes, bytes]), directory]);
}

describe('the ZIP of an export', () => {
  test('is found under any name', async () => {
    const zip = readFileSync(join(home, 'pack.zip'));
    expect(zip.equals(zipOf(files))).toBe(true);
    expect(await verdictOn(written('evidence', zip))).toBe('intact');
  });

  test('with a file doubled is not intact, wherever its copy stands and whatever it says', async () => {
    for (const [path, bytes] of files) {
      const copies = [[...files, [path, bytes]], [[path, strToU8('x')], ...files], files.flatMap((file) => (file[0] === path ? [file, file] : [file]))] as const; // prettier-ignore
      for (const members of copies)
        expect(await verdictOn(written('doubled.zip', zipOf(members as typeof files))), path).toBe('wrong-frame');
    }
  });

  test('with a file gone, renamed, or two exchanged is not intact', async () => {
    for (const [at, [path]] of files.entries()) {
      const next = files[(at + 1) % files.length]?.[0] ?? '';
      const exchanged = files.map(([name, bytes]) => [name === path ? next : name === next ? path : name, bytes] as const);
      const renamed = files.map(([name, bytes]) => [name === path ? `${name}.bak` : name, bytes] as const);
      for (const members of [
        files.filter(([name]) => name !== path),
        renamed,
        exchanged.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      ])
        expect(await verdictOn(written('changed.zip', zipOf(members))), path).toMatch(members.some(([name]) => name === 'checkpoint') ? /^(?!intact|.*Error)/ : /^NotALogError$/); // prettier-ignore
    }
  });

  test('packed again by another program is not what was exported', async () => {
    expect(await verdictOn(written('again.zip', zipSync(Object.fromEntries(files))))).toBe('wrong-frame');
    expect(await verdictOn(written('inside.zip', zipSync({ pack: Object.fromEntries(files) })))).toBe('wrong-frame');
  });

  test('without its first bytes, or with its first ones alone, is a damaged one', async () => {
    const zip = readFileSync(join(home, 'pack.zip'));
    for (const length of [0, 1, 4, 20, 40, 100]) {
      expect(await verdictOn(written('end.zip', zip.subarray(length + 1)))).toBe('wrong-frame');
      expect(await verdictOn(written('start.zip', zip.subarray(0, length)))).toBe('wrong-frame');
    }
  });
});

describe('the folder of an export', () => {
  test('with a file replaced by a link to what never ends, or to itself, is not intact', async () => {
    for (const [path] of files)
      for (const target of ['/dev/zero', path]) {
        const copy = join(home, 'linked');
        cpSync(folder, copy, { recursive: true });
        rmSync(join(copy, path));
        symlinkSync(target, join(copy, path));
        expect(await verdictOn(copy), path).toBe(path === 'checkpoint' ? 'NotALogError' : 'missing');
        rmSync(copy, { recursive: true });
      }
  });

  test('without its checkpoint there is nothing to check, whatever else lies there', async () => {
    const copy = join(home, 'bare');
    cpSync(folder, copy, { recursive: true });
    renameSync(join(copy, 'checkpoint'), join(copy, 'checkpoint.old'));
    expect(await verdictOn(copy)).toBe('NotALogError');
    for (const path of ['MANIFEST', 'export-record', 'range-proof', 'openings']) rmSync(join(copy, path));
    expect(await verdictOn(copy)).toBe('NotALogError');
  });
});

describe('no log at all', () => {
  test.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['letter.txt', 'Dear Sir'],
    ['letter.zip', 'Dear Sir'],
    ['other.zip', zipSync({ 'hello.txt': strToU8('hello') })],
    ['table.ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })],
    ['nothing.zip', zipSync({})],
    ['picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ])('%s', async (name, content) => {
    expect(await verdictOn(written(name, content))).toBe('NotALogError');
  });

  test('an empty folder, a folder of other things, nothing, a device, a pipe that nobody writes to', async () => {
    mkdirSync(join(home, 'empty-folder'));
    mkdirSync(join(home, 'papers.zip'));
    written('papers.zip/letter', 'Dear Sir');
    execFileSync('mkfifo', [join(home, 'pipe')]);
    for (const path of ['empty-folder', 'papers.zip', 'nowhere', 'pipe'])
      expect(await verdictOn(join(home, path)), path).toBe('NotALogError');
    for (const path of ['/dev/null', '/dev/zero']) expect(await verdictOn(path), path).toBe('NotALogError');
  });
});
