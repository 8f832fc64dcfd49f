// Asks how much of the record its printed codes shall give to whoever scans them. Making the code of its content is itself recorded.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, Dialog, ProblemNotice, RadioGroup } from '../../ui/index.ts';

interface PrintDialogProps {
  readonly index: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the second code says; undefined: there is none. */
  readonly onContent: (content: string | undefined) => void;
}

/** Which compartments each choice gives away. */
const shownBy = { proof: '', content: 'AB', everything: 'ABC' } as const;
type Extent = keyof typeof shownBy;

export function PrintDialog({ index, isOpen, onClose, onContent }: PrintDialogProps) {
  const clauses = useSharedClauses();
  const texts = useTexts();
  const { programme } = useSession();
  const show = useShownProblem();
  const [extent, setExtent] = useState<Extent>('content');
  const [prints, setPrints] = useState(0);
  const make = useMutation({
    mutationFn: async () => (extent === 'proof' ? undefined : contentFor(extent, programme, index)),
    onSuccess: (content) => {
      onContent(content);
      onClose();
      setPrints((before) => before + 1);
    },
  });
  // Once the codes are on the page and the dialog is gone.
  useEffect(() => {
    if (prints > 0) window.print();
  }, [prints]);
  return (
    <Dialog
      title={texts.records.print}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{texts.ui.cancel}</Button>
          <Button variant="primary" isPending={make.isPending} onPress={() => make.mutate()}>
            {texts.records.print}
          </Button>
        </>
      }
    >
      {make.isError && <ProblemNotice problem={show(make.error)} />}
      {/* A group gives back the id of one of its choices. */}
      <RadioGroup
        label={texts.records.printExtent}
        choices={[
          { id: 'proof', label: texts.records.printProof },
          { id: 'content', label: texts.records.printContent, note: texts.records.printContentNote },
          { id: 'everything', label: texts.records.printEverything, note: texts.records.printEverythingNote, clause: clauses.printedCare },
        ]}
        value={extent}
        onChange={(chosen) => setExtent(chosen as Extent)}
      />
    </Dialog>
  );
}

async function contentFor(extent: Extent, programme: string, index: number): Promise<string> {
  const lines = await (await call('recordContent', { params: { programme, index } })).text();
  const isShown = (line: string) => shownBy[extent].includes(line.split(' ')[1] ?? '?');
  return lines.split('\n').filter(isShown).join('\n'); // prettier-ignore
}
