// One row to be marked: what was asked by whom and why, the finding, a note. Each change is sent, and recorded, as it is made.
import { useState, type KeyboardEvent } from 'react';
import type { Finding, SampleRow } from '#contract';
import { findings } from '#domain/reports';
import { useShownProblem } from '../../api/index.ts';
import { useTexts } from '../../texts/index.ts';
import { ProblemNotice, RadioGroup, TextField } from '../../ui/index.ts';
import { RowFacts } from './row-facts.tsx';
import { useMark } from './use-mark.ts';

interface MarkCardProps {
  readonly month: string;
  readonly row: SampleRow;
  readonly onMarkedByKey: () => void;
}

export function MarkCard({ month, row, onMarkedByKey }: MarkCardProps) {
  const texts = useTexts().audits;
  const show = useShownProblem();
  const mark = useMark(month, row.index);
  const [note, setNote] = useState(row.note ?? '');
  const saved = { finding: row.finding, note: row.note ?? '' };
  const send = async (finding: Finding): Promise<boolean> => {
    if (mark.isPending || (finding === saved.finding && note.trim() === saved.note)) return false;
    // A failure stays on the card; the mark that was saved stays shown.
    return mark.mutateAsync({ finding, note: note.trim() }).then(
      () => true,
      () => false,
    );
  };
  const onKey = async (event: KeyboardEvent<HTMLElement>) => {
    const finding = findings[Number(event.key) - 1];
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (!finding || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if ((await send(finding)) || finding === saved.finding) onMarkedByKey();
  };
  return (
    // The keys 1 to 3 work wherever in the card the focus is; the card itself is not in the tab order.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="audits-card" data-row={row.row} data-marked={row.finding ?? undefined} onKeyDown={(event) => void onKey(event)}>
      <RowFacts row={row} />
      <p className="only-print">
        {texts.finding}：{saved.finding === null ? texts.unmarkedPrint : texts.findings[saved.finding]}
        {saved.note !== '' && `　${texts.note}：${saved.note}`}
      </p>
      <div className="audits-mark no-print">
        <RadioGroup
          look="segments"
          label={texts.finding}
          value={mark.isPending ? (mark.variables?.finding ?? null) : saved.finding}
          onChange={(finding) => void send(finding as Finding)}
          choices={findings.map((finding, at) => ({ id: finding, label: `${at + 1} ${texts.findings[finding]}` }))}
        />
        <TextField
          label={texts.note}
          isOptional
          hint={saved.finding === null && note !== '' ? texts.noteFirst : texts.noteHint}
          value={note}
          onChange={setNote}
          onBlur={() => void (saved.finding && send(saved.finding))}
          onKeyDown={(event) => void (event.key === 'Enter' && saved.finding && send(saved.finding))}
          maxLength={500}
        />
        {mark.isError && <ProblemNotice problem={show(mark.error)} />}
      </div>
    </li>
  );
}
