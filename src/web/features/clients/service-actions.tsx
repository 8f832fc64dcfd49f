// What can be done with a service, by whom: each button that can't be used now says why (#domain/clients judges, as the server does).
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientServiceDetail, Role } from '#contract';
import type { ServiceChange } from '#domain/clients';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Button, Panel, type ButtonProps } from '../../ui/index.ts';
import { ConfirmResumptionDialog, EndDialog, ProposeDialog, SuspendDialog } from './service-dialogs.tsx';
import { judgeChange } from './service-verdict.ts';

type OpenDialog = 'suspend' | 'propose-resumption' | 'confirm-resumption' | 'end';

const dialogs = {
  suspend: SuspendDialog,
  'propose-resumption': ProposeDialog,
  'confirm-resumption': ConfirmResumptionDialog,
  end: EndDialog,
} as const;

const staff: ReadonlySet<Role> = new Set(['project-officer', 'responsible-person', 'supervisor']);

export function ServiceActions({ detail }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<OpenDialog>();
  const [nowMs] = useState(() => Date.now());
  const { id, state } = detail.summary;
  if (state !== 'in-use' && state !== 'suspended') return null;
  if (!roles.some((role) => staff.has(role))) return <ReadersOnly />;
  const reasonAgainst = (change: ServiceChange) => {
    const verdict = judgeChange(detail, change, roles, nowMs);
    return verdict.allowed ? undefined : texts.refusals[verdict.code];
  };
  const filing = (change: ServiceChange) => (roles.includes('project-officer') ? reasonAgainst(change) : texts.officerFiles);
  const act = (change: OpenDialog, words: string, reason: string | undefined, look: Pick<ButtonProps, 'variant'> = {}) => (
    <Button {...look} onPress={() => setOpen(change)} disabledReason={reason}>
      {words}
    </Button>
  );
  const keeper = texts.byRole(texts.roles['responsible-person'] ?? '');
  const supervisor = texts.byRole(texts.roles['supervisor'] ?? '');
  const byKeeper = (change: ServiceChange) => (roles.includes('responsible-person') ? reasonAgainst(change) : keeper);
  const bySupervisor = (change: ServiceChange) => (roles.includes('supervisor') ? reasonAgainst(change) : supervisor);
  const needsReopening = detail.summary.suspension?.cause === 'provider' || detail.summary.suspension?.cause === 'review';
  const Dialog = open && dialogs[open];
  return (
    <div className="no-print">
      <Panel title={texts.actions}>
        <div className="clients-actions">
          <Button onPress={() => void navigate({ to: paths.changeService(id) })} disabledReason={filing({ change: 'apply-for-change' })}>
            {texts.change}
          </Button>
          {state === 'in-use' && act('suspend', texts.suspend, reasonAgainst({ change: 'suspend', cause: 'by-hand' }))}
          {state === 'suspended' && !needsReopening && (
            <>
              {act('propose-resumption', texts.proposeResumption, byKeeper({ change: 'propose-resumption' }))}
              {act('confirm-resumption', texts.confirmResumption, bySupervisor({ change: 'confirm-resumption' }))}
            </>
          )}
          {state === 'suspended' && (
            <Button
              onPress={() => void navigate({ to: paths.reopenService(id) })}
              disabledReason={filing({ change: 'apply-for-reopening' })}
            >
              {texts.reopen}
            </Button>
          )}
          {act('end', texts.end, byKeeper({ change: 'end' }))}
        </div>
        {Dialog && <Dialog detail={detail} onClose={() => setOpen(undefined)} />}
      </Panel>
    </div>
  );
}

/** Auditors act on nothing here: one sentence instead of a row of closed buttons. */
export function ReadersOnly() {
  const texts = useClientTexts();
  return (
    <div className="no-print">
      <Panel title={texts.actions}>
        <p>{texts.readersOnly}</p>
      </Panel>
    </div>
  );
}
