// A new import from the choice of its files to the trial that shows what it would change; then its own page goes on.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { readFiles, type ReadFiles } from './read-files.ts';
import { useUpload, type Upload } from './use-upload.ts';

export interface NewImport extends ReadFiles {
  readonly upload: Upload;
  /** Of the upload or the start. */
  readonly error: unknown;
  readonly take: (files: readonly File[]) => Promise<void>;
  /** Undefined: not all three files are chosen. */
  readonly begin: (() => Promise<void>) | undefined;
  readonly pause: () => void;
  /** Begins anew with other files. */
  readonly again: () => void;
}

const nothing: ReadFiles = { chosen: {}, faults: [] };

export function useNewImport(): NewImport {
  const { programme } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [read, setRead] = useState(nothing);
  const [startError, setStartError] = useState<unknown>(null);
  const { upload, send, pause, forget } = useUpload(programme);
  const { file, manifest, signature } = read.chosen;
  const begin = async (files: Parameters<typeof send>[0]) => {
    setStartError(null);
    const opened = await send(files);
    if (!opened) return;
    try {
      await call('startHouseholdImport', { params: { programme, import: opened.id }, body: { dryRun: true } });
      await client.invalidateQueries({ queryKey: ['household-imports', programme] });
      await navigate({ to: paths.householdImport(opened.id) });
    } catch (error) {
      forget();
      setStartError(error);
    }
  };
  return {
    ...read,
    upload,
    error: startError ?? (upload.kind === 'failed' ? upload.error : null),
    take: async (files) => setRead(await readFiles(read.chosen, files)),
    begin: file && manifest && signature && (() => begin({ file, manifest, signature })),
    pause,
    again: () => {
      forget();
      setRead(nothing);
      setStartError(null);
    },
  };
}
