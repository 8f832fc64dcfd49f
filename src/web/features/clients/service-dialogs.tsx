// The acts on a service that need no new application: suspension (NV-3.3, NV-5.5), resumption by two people, its end.
import { useState } from 'react';
import type { ClientServiceDetail } from '#contract';
import { suspensionClause } from '#domain/clients';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { RadioGroup, useToast } from '../../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { clauses } from './clauses.ts';
import { useChange } from './use-clients.ts';

export interface ServiceDialogProps {
  readonly detail: ClientServiceDetail;
  readonly onClose: () => void;
}

/** Enumeration is the program's own cause. */
const causes = ['by-hand', 'provider', 'review'] as const;
type Cause = (typeof causes)[number];

export function SuspendDialog({ detail, onClose }: ServiceDialogProps) {
  const texts = useClientTexts();
  const { place, after } = useAct(detail, onClose);
  const [cause, setCause] = useState<Cause>('by-hand');
  const suspend = useChange('suspendClientService', after(texts.done.suspend));
  return (
    <ActDialog
      title={texts.suspend}
      words={texts.suspendWords}
      clause={suspensionClause(clauses, cause)}
      needsNote
      isDangerous
      isPending={suspend.isPending}
      error={suspend.error}
      onConfirm={(note) => suspend.mutate({ params: place, body: { expected: detail.seq, note, cause } })}
      onClose={onClose}
    >
      <RadioGroup
        label={texts.suspendCause}
        choices={causes.map((id) => ({ id, label: texts.causes[id], clause: suspensionClause(clauses, id) }))}
        value={cause}
        onChange={(value) => setCause(causes.find((known) => known === value) ?? cause)}
      />
    </ActDialog>
  );
}

export function ProposeDialog({ detail, onClose }: ServiceDialogProps) {
  const texts = useClientTexts();
  const { place, after } = useAct(detail, onClose);
  const propose = useChange('proposeResumption', after(texts.done['propose-resumption']));
  return (
    <ActDialog
      title={texts.proposeResumption}
      words={texts.proposeWords}
      clause={clauses.reopening}
      needsNote
      isPending={propose.isPending}
      error={propose.error}
      onConfirm={(note) => propose.mutate({ params: place, body: { expected: detail.seq, note } })}
      onClose={onClose}
    />
  );
}

export function ConfirmResumptionDialog({ detail, onClose }: ServiceDialogProps) {
  const texts = useClientTexts();
  const { place, after } = useAct(detail, onClose);
  const confirm = useChange('confirmResumption', after(texts.done['confirm-resumption']));
  return (
    <ActDialog
      title={texts.confirmResumption}
      words={texts.confirmWords}
      clause={clauses.reopening}
      isPending={confirm.isPending}
      error={confirm.error}
      onConfirm={(note) => confirm.mutate({ params: place, body: { expected: detail.seq, note } })}
      onClose={onClose}
    />
  );
}

export function EndDialog({ detail, onClose }: ServiceDialogProps) {
  const texts = useClientTexts();
  const { place, after } = useAct(detail, onClose);
  const end = useChange('endClientService', after(texts.done.end));
  return (
    <ActDialog
      title={texts.end}
      words={texts.endWords}
      clause={clauses.setting}
      needsNote
      isDangerous
      isPending={end.isPending}
      error={end.error}
      onConfirm={(note) => end.mutate({ params: place, body: { expected: detail.seq, note } })}
      onClose={onClose}
    />
  );
}

function useAct(detail: ClientServiceDetail, onClose: () => void) {
  const { programme } = useSession();
  const say = useToast();
  const after = (words: string) => () => {
    onClose();
    say(words);
  };
  return { place: { programme, service: detail.summary.id }, after };
}
