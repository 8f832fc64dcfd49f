// What anyone can verify of a record: its fingerprint, its proof as a file, and the sheet whose codes carry both.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LogRecord } from '#contract';
import { call, saveFile, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, Chip, Code, CopyButton, Facts, Panel, ProblemNotice } from '../../ui/index.ts';
import { PrintDialog } from './print-dialog.tsx';
import { RecordCodes } from './record-codes.tsx';

export function EvidencePanel({ record, onReload }: { readonly record: LogRecord; readonly onReload: () => void }) {
  const texts = useTexts().records;
  const { programme } = useSession();
  const show = useShownProblem();
  const [isAsking, setAsking] = useState(false);
  const [content, setContent] = useState<string>();
  const { index, sealed } = record;
  const proof = useQuery({
    queryKey: ['record-proof', programme, index],
    queryFn: async ({ signal }) => (await call('recordProof', { params: { programme, index } }, signal)).text(),
    enabled: sealed,
  });
  const later = sealed ? undefined : texts.proofLater;
  return (
    <Panel
      title={
        <>
          {texts.leafTitle} <Chip tone={sealed ? 'good' : 'notice'}>{sealed ? texts.sealed : texts.notSealed}</Chip>
        </>
      }
      actions={
        <>
          {!sealed && <Button onPress={onReload}>{texts.reload}</Button>}
          <Button
            icon="download"
            isPending={proof.isLoading}
            onPress={() => proof.data !== undefined && saveFile(new Blob([proof.data]), `record-${index}.tlog-proof`)}
            disabledReason={later}
          >
            {texts.proof}
          </Button>
          <Button icon="print" isPending={proof.isLoading} onPress={() => setAsking(true)} isDisabled={!sealed}>
            {texts.print}
          </Button>
        </>
      }
    >
      <div className="stack">
        {/* On paper the codes say it. */}
        <div className="stack no-print">
          <p>{sealed ? texts.sealedWords : texts.notSealedWords}</p>
          {proof.isError && <ProblemNotice problem={show(proof.error)} />}
          <Facts
            facts={[
              { name: texts.leaf, value: <Copied text={record.leaf} /> },
              { name: texts.leafHash, value: <Copied text={record.leafHash} /> },
            ]}
          />
          <div className="record-words">
            <p>{texts.leafWords}</p>
            <p>{texts.proofWords}</p>
          </div>
        </div>
        {proof.data !== undefined && <RecordCodes proof={proof.data} content={content} />}
      </div>
      <PrintDialog index={index} isOpen={isAsking} onClose={() => setAsking(false)} onContent={setContent} />
    </Panel>
  );
}

function Copied({ text }: { readonly text: string }) {
  return (
    <div className="record-copied">
      <Code>{text}</Code>
      <CopyButton text={text} />
    </div>
  );
}
