// A key, shown this once (NV-3.4, NV-3.7). Nothing closes it but the answer that it is kept; leaving the page asks first.
// It lives in the page's state alone: no cache and no storage ever holds it.
import { useEffect, useState } from 'react';
import type { ClientServiceDetail } from '#contract';
import { saveFile } from '../../api/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Banner, Button, ClauseChip, Code, CopyButton, Dialog, Facts, Tick } from '../../ui/index.ts';
import { secrecyClause } from './clauses.ts';

export interface IssuedKey {
  readonly id: string;
  readonly secret: string;
  readonly snippet: string;
}

interface IssuedKeyDialogProps {
  readonly issued: IssuedKey;
  readonly service: ClientServiceDetail['summary'];
  readonly onKept: () => void;
}

export function IssuedKeyDialog({ issued, service, onKept }: IssuedKeyDialogProps) {
  const texts = useClientTexts();
  const [isKept, setKept] = useState(false);
  useLeavingAsksFirst();
  const facts = [
    { name: texts.keyId, value: <Code>{issued.id}</Code> },
    { name: texts.secret, value: <Code>{issued.secret}</Code> },
  ];
  return (
    <Dialog
      title={texts.keyTitle}
      role="alertdialog"
      width="wide"
      isOpen
      mustAnswer
      onClose={onKept}
      actions={
        <Button variant="primary" onPress={onKept} disabledReason={isKept ? undefined : texts.keptFirst}>
          {texts.closeKey}
        </Button>
      }
    >
      <Banner tone="notice" title={texts.keyFor(service.name)}>
        <p>
          {texts.keyOnce} <ClauseChip clause={secrecyClause} />
        </p>
      </Banner>
      <Facts facts={facts} />
      <h3 className="clients-subtitle">{texts.snippet}</h3>
      <pre className="clients-snippet">{issued.snippet}</pre>
      <div className="clients-buttons">
        <CopyButton text={issued.secret} label={texts.copySecret} />
        <CopyButton text={issued.snippet} label={texts.copySnippet} />
        <Button
          variant="quiet"
          icon="download"
          onPress={() => saveFile(new Blob([issued.snippet], { type: 'text/plain' }), `${issued.id}.env`)}
        >
          {texts.saveSnippet}
        </Button>
      </div>
      <Tick label={texts.kept} isSelected={isKept} onChange={setKept} />
    </Dialog>
  );
}

function useLeavingAsksFirst(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
