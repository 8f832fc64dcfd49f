// Drawing the sample: the auditor brings randomness, sees how the seed is made, and draws once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, ClauseChip, Panel, ProblemNotice, TextField, useToast } from '../../ui/index.ts';
import { drawEntropy, isEntropy } from './draw-entropy.ts';

export function DrawPanel({ month }: { readonly month: string }) {
  const clauses = useSharedClauses();
  const texts = useTexts().audits;
  const { programme } = useSession();
  const show = useShownProblem();
  const say = useToast();
  const client = useQueryClient();
  const [entropy, setEntropy] = useState(drawEntropy);
  const draw = useMutation({
    mutationFn: () => call('drawSample', { params: { programme, month }, body: { entropy } }),
    onSuccess: async (sample) => {
      client.setQueryData(['sample', programme, month], sample);
      say(texts.drawn);
      await client.invalidateQueries({ queryKey: ['months', programme] });
    },
  });
  return (
    <Panel title={texts.drawTitle} actions={<ClauseChip clause={clauses.monthlyList} />}>
      <form
        className="stack audits-draw"
        onSubmit={(event) => {
          event.preventDefault();
          if (isEntropy(entropy) && !draw.isPending) draw.mutate();
        }}
      >
        {draw.isError && <ProblemNotice problem={show(draw.error)} />}
        <p>{texts.drawWords}</p>
        <details className="audits-details">
          <summary>{texts.formula}</summary>
          <p className="audits-formula">{texts.formulaText}</p>
        </details>
        <TextField
          label={texts.entropy}
          hint={texts.entropyHint}
          error={isEntropy(entropy) ? undefined : texts.entropyWrong}
          value={entropy}
          onChange={setEntropy}
          maxLength={128}
          spellCheck="false"
          autoComplete="off"
          autoCapitalize="none"
        />
        <div className="audits-buttons">
          <Button onPress={() => setEntropy(drawEntropy())}>{texts.renew}</Button>
          <Button type="submit" variant="primary" icon="sample" isPending={draw.isPending} isDisabled={!isEntropy(entropy)}>
            {texts.draw}
          </Button>
          <span className="audits-aside">{texts.drawOnce}</span>
        </div>
      </form>
    </Panel>
  );
}
