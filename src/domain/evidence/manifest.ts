// The manifest: the SHA-256 of each file, as `sha256sum` writes and checks it, so that no program of ours is needed to use it.
import { fromHex, toHex } from '#domain/kernel';
import { EvidenceFault } from './evidence-fault.ts';
import { packFiles } from './pack-files.ts';

export interface ManifestEntry {
  readonly path: string;
  readonly digest: Uint8Array;
}

const lineForm = /^(?<digest>[0-9a-f]{64}) {2}(?<path>[A-Za-z0-9][A-Za-z0-9.-]*(?:\/[A-Za-z0-9][A-Za-z0-9.-]*)?)$/;

export function formatManifest(entries: readonly ManifestEntry[]): string {
  const sorted = entries.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return sorted.map(({ path, digest }) => `${toHex(digest)}  ${path}\n`).join('');
}

/** In the order of their paths, each once. @throws EvidenceFault */
export function parseManifest(text: string): ManifestEntry[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new EvidenceFault(packFiles.manifest, 'malformed');
  return lines.map((line, at) => {
    const { digest, path } = lineForm.exec(line)?.groups ?? {};
    if (digest === undefined || path === undefined || (at > 0 && path <= pathOf(lines[at - 1])))
      throw new EvidenceFault(`${packFiles.manifest} line ${at + 1}`, 'malformed');
    return { path, digest: fromHex(digest) };
  });
}

function pathOf(line: string | undefined): string {
  return line?.slice(66) ?? '';
}
