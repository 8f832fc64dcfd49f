// One upload: opened by its manifest, sent piece by piece from where the last one ended. The same three files again go on where an
// interrupted upload stopped: the server finds it by the manifest.
import { useEffect, useRef, useState } from 'react';
import type { HouseholdImport } from '#contract';
import { call, uploadPiece } from '../../api/index.ts';
import type { ChosenFiles } from './read-files.ts';

export type Upload =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'sending' | 'paused'; readonly sent: number; readonly all: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly sent: number; readonly all: number };

export interface UseUpload {
  readonly upload: Upload;
  /** Undefined: it was paused, or failed, which `upload` says. */
  readonly send: (files: Required<ChosenFiles>) => Promise<HouseholdImport | undefined>;
  readonly pause: () => void;
  readonly forget: () => void;
}

/** Small at first, so that progress shows on a slow line; larger while the line is quick. */
const pieces = { first: 256 * 1024, least: 64 * 1024, most: 8 * 1024 * 1024, quickMs: 500, slowMs: 3_000 } as const;

export function useUpload(programme: string): UseUpload {
  const [upload, setUpload] = useState<Upload>({ kind: 'none' });
  const under = useRef<AbortController>(undefined);
  // Leaving the page ends it; what was sent stays.
  useEffect(() => () => under.current?.abort(), []);
  const send = async (files: Required<ChosenFiles>) => {
    under.current?.abort();
    const control = new AbortController();
    under.current = control;
    const [{ size: all }, { signal }] = [files.file, control];
    let sent = 0;
    setUpload({ kind: 'opening' });
    try {
      return await sendAll(programme, files, signal, (bytes) => setUpload({ kind: 'sending', sent: (sent = bytes), all }));
    } catch (error) {
      if (under.current === control) setUpload(signal.aborted ? { kind: 'paused', sent, all } : { kind: 'failed', error, sent, all });
      return undefined;
    }
  };
  const forget = () => {
    under.current?.abort();
    under.current = undefined;
    setUpload({ kind: 'none' });
  };
  return { upload, send, pause: () => under.current?.abort(), forget };
}

async function sendAll(
  programme: string,
  { file, manifest, signature }: Required<ChosenFiles>,
  signal: AbortSignal,
  report: (sent: number) => void,
): Promise<HouseholdImport> {
  const body = { manifest: manifest.text, signature: signature.text };
  const opened = await call('openHouseholdImport', { params: { programme }, body }, signal);
  let sent = Math.min(opened.uploadedBytes ?? 0, file.size);
  report(sent);
  let size: number = pieces.first;
  while (sent < file.size) {
    const [piece, begunMs] = [file.slice(sent, sent + size), performance.now()];
    // One after the other: the server appends.
    // oxlint-disable-next-line no-await-in-loop
    sent = (await uploadPiece({ programme, import: opened.id }, sent, piece, signal)).uploadedBytes;
    report(sent);
    size = nextSize(size, performance.now() - begunMs);
  }
  return opened;
}

function nextSize(size: number, tookMs: number): number {
  if (tookMs < pieces.quickMs) return Math.min(size * 2, pieces.most);
  return tookMs > pieces.slowMs ? Math.max(size / 2, pieces.least) : size;
}
