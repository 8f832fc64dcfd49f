// The keys of a service (NV-3.4): which there are, since and until when; replaced with an overlap, revoked at once.
import { useState } from 'react';
import type { ClientServiceDetail } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useSession } from '../../session/index.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Button, ClauseChip, Code, Panel, RadioGroup, Table, useToast, type Column } from '../../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { clauses, secrecyClause } from './clauses.ts';
import { IssuedKeyDialog, type IssuedKey } from './issued-key-dialog.tsx';
import type { ServiceDialogProps } from './service-dialogs.tsx';
import { judgeChange } from './service-verdict.ts';
import { useChange } from './use-clients.ts';

type Key = ClientServiceDetail['keys'][number];

export function KeysPanel({ detail }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const [isRotating, setRotating] = useState(false);
  const [revoked, setRevoked] = useState<string>();
  const [issued, setIssued] = useState<IssuedKey>();
  const reasonAgainst = useReasons(detail);
  const isSet = detail.summary.state === 'in-use' || detail.summary.state === 'suspended';
  return (
    <Panel
      title={texts.keys}
      isFlush
      actions={
        isSet && (
          <Button onPress={() => setRotating(true)} disabledReason={reasonAgainst.rotating}>
            {texts.rotateKey}
          </Button>
        )
      }
    >
      <Table
        caption={texts.keys}
        columns={columnsOf(texts, { onRevoke: setRevoked, reasonAgainst: reasonAgainst.revoking })}
        rows={detail.keys}
        rowKey={({ id }) => id}
        stacks
        empty={<p className="clients-none">{texts.noKeys}</p>}
      />
      <p className="clients-foot">
        {texts.keysNowhere} <ClauseChip clause={secrecyClause} />
      </p>
      {isRotating && <RotateDialog detail={detail} onClose={() => setRotating(false)} onIssued={setIssued} />}
      {revoked !== undefined && <RevokeDialog detail={detail} keyId={revoked} onClose={() => setRevoked(undefined)} />}
      {issued && <IssuedKeyDialog issued={issued} service={detail.summary} onKept={() => setIssued(undefined)} />}
    </Panel>
  );
}

function useReasons(detail: ClientServiceDetail) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const [nowMs] = useState(() => Date.now());
  const keeper = roles.includes('responsible-person') ? undefined : texts.byRole(texts.roles['responsible-person'] ?? '');
  const of = (verdict: ReturnType<typeof judgeChange>) => (verdict.allowed ? undefined : texts.refusals[verdict.code]);
  return {
    rotating: keeper ?? of(judgeChange(detail, { change: 'rotate-key' }, roles, nowMs)),
    revoking: (key: string) => keeper ?? of(judgeChange(detail, { change: 'revoke-key', key }, roles, nowMs)),
  };
}

interface Revoking {
  readonly onRevoke: (key: string) => void;
  readonly reasonAgainst: (key: string) => string | undefined;
}

function columnsOf(texts: ClientTexts, { onRevoke, reasonAgainst }: Revoking): Column<Key>[] {
  return [
    { id: 'id', title: texts.keyId, kind: 'code', isRowHeader: true, cell: ({ id }) => <Code>{id}</Code> },
    { id: 'issued', title: texts.issuedAt, kind: 'nowrap', cell: ({ issuedAt }) => formatRocDateTime(Date.parse(issuedAt)) },
    {
      id: 'until',
      title: texts.usableUntil,
      cell: ({ usableUntil }) => (usableUntil === null ? texts.untilReplaced : formatRocDateTime(Date.parse(usableUntil))),
    },
    {
      id: 'revoke',
      title: texts.revokeKey,
      kind: 'action',
      cell: ({ id }) => (
        <Button aria-label={texts.revokeOf(id)} onPress={() => onRevoke(id)} disabledReason={reasonAgainst(id)}>
          {texts.revokeKey}
        </Button>
      ),
    },
  ];
}

const overlapHours = [24, 72, 168, 0] as const;

function RotateDialog({ detail, onClose, onIssued }: ServiceDialogProps & { readonly onIssued: (key: IssuedKey) => void }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const [hours, setHours] = useState<(typeof overlapHours)[number]>(24);
  const rotate = useChange('rotateClientKey', ({ key }) => {
    onClose();
    onIssued(key);
  });
  return (
    <ActDialog
      title={texts.rotateKey}
      words={texts.rotateWords}
      clause={clauses.setting}
      isPending={rotate.isPending}
      error={rotate.error}
      onConfirm={(note) =>
        rotate.mutate({
          params: { programme, service: detail.summary.id },
          body: { expected: detail.seq, note, overlapHours: hours },
        })
      }
      onClose={onClose}
    >
      <RadioGroup
        look="segments"
        label={texts.overlap}
        choices={overlapHours.map((each) => ({ id: String(each), label: texts.overlaps[each] }))}
        value={String(hours)}
        onChange={(value) => setHours(overlapHours.find((each) => String(each) === value) ?? hours)}
      />
    </ActDialog>
  );
}

function RevokeDialog({ detail, keyId, onClose }: ServiceDialogProps & { readonly keyId: string }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const say = useToast();
  const revoke = useChange('revokeClientKey', () => {
    onClose();
    say(texts.done['revoke-key']);
  });
  return (
    <ActDialog
      title={texts.revokeOf(keyId)}
      words={detail.keys.length === 1 ? `${texts.revokeWords}${texts.lastKeyWords}` : texts.revokeWords}
      clause={clauses.setting}
      confirmLabel={texts.revokeKey}
      needsNote
      isDangerous
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={(note) =>
        revoke.mutate({ params: { programme, service: detail.summary.id, key: keyId }, body: { expected: detail.seq, note } })
      }
      onClose={onClose}
    />
  );
}
