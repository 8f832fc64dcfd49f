// Sends a mark and puts the answered row into the sample that is shown: the page is never fetched anew for one row.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Finding, Sample } from '#contract';
import { call } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { useToast } from '../../ui/index.ts';

export interface Mark {
  readonly finding: Finding;
  readonly note: string;
}

export function useMark(month: string, index: number) {
  const texts = useTexts().audits;
  const { programme } = useSession();
  const client = useQueryClient();
  const say = useToast();
  return useMutation({
    mutationFn: (mark: Mark) => call('markRow', { params: { programme, month, index }, body: mark }),
    onSuccess: (row) => {
      client.setQueryData<Sample>(
        ['sample', programme, month],
        (sample) => sample && { ...sample, rows: sample.rows.map((one) => (one.index === row.index ? row : one)) },
      );
      say(texts.marked(row.row));
    },
  });
}
