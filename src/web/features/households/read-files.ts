// The three files of an import, told apart by name, looked into before anything is sent: what the manifest says, and that the data is
// encrypted (NV-4.1.3). The server judges them anew; this only tells sooner.
import { parseManifest, type FileManifest, type ManifestCode } from '#domain/verification';

export interface ChosenFiles {
  /** The encrypted file itself: of it only the first line is read here. */
  readonly file?: File;
  readonly manifest?: ReadManifest;
  readonly signature?: ReadSignature;
}

export interface ReadManifest {
  readonly name: string;
  /** The exact text that was signed. */
  readonly text: string;
  readonly parsed: FileManifest;
}

export interface ReadSignature {
  readonly name: string;
  readonly text: string;
}

export type FileFault =
  | { readonly code: 'not-age' | 'signature-unreadable' | 'read-failed'; readonly name: string }
  | { readonly code: 'manifest-unreadable'; readonly name: string; readonly field: string; readonly manifestCode: ManifestCode };

export interface ReadFiles {
  readonly chosen: ChosenFiles;
  readonly faults: readonly FileFault[];
}

const ageHead = 'age-encryption.org/v1\n';
const mostSmallBytes = 65_536;

/** Adds to what was chosen before: dropping the three one after the other is as good as together. */
export async function readFiles(before: ChosenFiles, files: readonly File[]): Promise<ReadFiles> {
  const read = await Promise.all(
    files.slice(0, 6).map((file) => readFile(file).catch((): FileFault => ({ code: 'read-failed', name: file.name }))),
  );
  return {
    chosen: Object.assign({}, before, ...read.filter((each) => !isFault(each))) as ChosenFiles, // parts of one, each after the other
    faults: read.filter(isFault),
  };
}

function isFault(read: ChosenFiles | FileFault): read is FileFault {
  return 'code' in read;
}

async function readFile(file: File): Promise<ChosenFiles | FileFault> {
  if (/\.json$/i.test(file.name)) return readManifest(file);
  if (/\.sig$/i.test(file.name)) return readSignature(file);
  const head = await file.slice(0, ageHead.length).text();
  return head === ageHead ? { file } : { code: 'not-age', name: file.name };
}

async function readManifest(file: File): Promise<ChosenFiles | FileFault> {
  // One byte more than may be read: too long a file is found to be so.
  const bytes = new Uint8Array(await file.slice(0, mostSmallBytes + 1).arrayBuffer());
  const read = parseManifest(bytes);
  if (read.kind === 'malformed') return { code: 'manifest-unreadable', name: file.name, field: read.field, manifestCode: read.code };
  // Its bytes are well-formed UTF-8, or it would not have been read.
  return { manifest: { name: file.name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), parsed: read.manifest } };
}

async function readSignature(file: File): Promise<ChosenFiles | FileFault> {
  const text = (await file.slice(0, mostSmallBytes).text()).trim();
  return /^[A-Za-z0-9+/]{86}==$/.test(text) ? { signature: { name: file.name, text } } : { code: 'signature-unreadable', name: file.name };
}
