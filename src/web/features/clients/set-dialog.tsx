// Setting what was approved (NV-3.3): allow-list, claims, period and limits take effect; a new service's key is shown, this once.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientServiceDetail, ServiceApplication } from '#contract';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { useToast } from '../../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { IssuedKeyDialog, type IssuedKey } from './issued-key-dialog.tsx';
import { useChange } from './use-clients.ts';

interface SetDialogProps {
  readonly application: ServiceApplication;
  readonly onClose: () => void;
}

interface SetService {
  readonly service: ClientServiceDetail;
  readonly key: IssuedKey | null;
}

export function SetDialog({ application, onClose }: SetDialogProps) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const say = useToast();
  const navigate = useNavigate();
  const [done, setDone] = useState<SetService>();
  const leave = () => {
    onClose();
    void navigate({ to: paths.service(application.service) });
  };
  const set = useChange('setClientService', (answer) => {
    say(texts.done.set);
    if (answer.key) setDone(answer);
    else leave();
  });
  if (done?.key) return <IssuedKeyDialog issued={done.key} service={done.service.summary} onKept={leave} />;
  return (
    <ActDialog
      title={texts.set}
      words={texts.setWords}
      clause={application.form.clause}
      isPending={set.isPending}
      error={set.error}
      onConfirm={(note) => set.mutate({ params: { programme, application: application.id }, body: { expected: application.seq, note } })}
      onClose={onClose}
    />
  );
}
