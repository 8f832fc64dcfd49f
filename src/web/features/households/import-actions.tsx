// What the responsible person does with an import: try it, import it, confirm an unusual difference, give it up. Each is asked once more
// in words; everybody else sees the buttons and why they are not theirs.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdImport } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Button, ClauseChip, ConfirmDialog, ProblemNotice, useToast } from '../../ui/index.ts';
import { isUploaded } from './import-words.ts';

type Act = 'try' | 'import' | 'confirm' | 'discard';

export function ImportActions({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const { roles } = useSession();
  const show = useShownProblem();
  const [asked, setAsked] = useState<Act>();
  const act = useAct(each);
  const acts = actsOf(each);
  if (acts.length === 0) return null;
  const closed = roles.includes('responsible-person') ? undefined : texts.onlyResponsible;
  const press = (wanted: Act) => (wanted === 'try' ? act.mutate('try') : setAsked(wanted));
  return (
    <div className="household-actions no-print">
      {acts.map((wanted, place) => (
        <Button
          key={wanted}
          variant={lookOf(wanted)}
          onPress={() => press(wanted)}
          isPending={act.isPending && act.variables === wanted}
          isDisabled={closed !== undefined && place > 0}
          disabledReason={place === 0 ? (closed ?? (!isUploaded(each) && wanted !== 'confirm' ? texts.notUploaded : undefined)) : undefined}
        >
          {labelOf(wanted, texts)}
        </Button>
      ))}
      {act.isError && asked === undefined && <ProblemNotice problem={show(act.error)} />}
      {asked !== undefined && asked !== 'try' && (
        <ConfirmDialog
          {...questionOf(asked, texts)}
          isOpen
          onClose={() => setAsked(undefined)}
          isDangerous={asked !== 'import'}
          onConfirm={async () => void (await act.mutateAsync(asked))}
        >
          {act.isError && <ProblemNotice problem={show(act.error)} />}
          <ul className="household-means">
            {meansOf(asked, texts).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            <ClauseChip clause={asked === 'discard' ? 'NV-4.4' : 'NV-4.1.3'} />
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function useAct(each: HouseholdImport) {
  const texts = useHouseholdTexts();
  const { programme } = useSession();
  const client = useQueryClient();
  const say = useToast();
  const input = { params: { programme, import: each.id } };
  return useMutation({
    mutationFn: (act: Act) => {
      if (act === 'confirm') return call('confirmHouseholdImport', input);
      if (act === 'discard') return call('discardHouseholdImport', input);
      return call('startHouseholdImport', { ...input, body: { dryRun: act === 'try' } });
    },
    onSuccess: (now, act) => {
      say(act === 'discard' || act === 'confirm' ? texts.done : texts.started);
      client.setQueryData(['household-import', programme, each.id], now);
      void client.invalidateQueries({ queryKey: ['household-imports', programme] });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['household-import', programme, each.id] }),
  });
}

function actsOf({ state, outOfProportion }: HouseholdImport): Act[] {
  if (state === 'waiting') return ['try', 'discard'];
  if (state === 'dry-run') return ['import', 'discard'];
  return state === 'ready' && outOfProportion ? ['confirm', 'discard'] : [];
}

function lookOf(act: Act): 'primary' | 'danger' | 'plain' {
  if (act === 'confirm') return 'danger';
  return act === 'discard' ? 'plain' : 'primary';
}

function labelOf(act: Act, texts: HouseholdTexts): string {
  return { try: texts.tryAgain, import: texts.import, confirm: texts.confirm, discard: texts.discard }[act];
}

function questionOf(act: Exclude<Act, 'try'>, texts: HouseholdTexts): { title: string; confirmLabel: string } {
  return {
    import: { title: texts.importTitleAsk, confirmLabel: texts.importConfirm },
    confirm: { title: texts.confirmTitle, confirmLabel: texts.confirm },
    discard: { title: texts.discardTitle, confirmLabel: texts.discardConfirm },
  }[act];
}

function meansOf(act: Exclude<Act, 'try'>, texts: HouseholdTexts): readonly string[] {
  return { import: texts.importMeans, confirm: texts.confirmMeans, discard: texts.discardMeans }[act];
}
