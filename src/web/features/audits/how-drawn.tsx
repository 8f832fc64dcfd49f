// How the sample came about, in full: whoever has the list can draw it again.
import type { Sample } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useTexts } from '../../texts/index.ts';
import { ClauseChip, Code, CopyButton, Facts, Panel } from '../../ui/index.ts';

export function HowDrawn({ sample }: { readonly sample: Sample }) {
  const texts = useTexts().audits;
  return (
    <Panel title={texts.how} actions={<ClauseChip clause={sample.clause} />}>
      <div className="stack">
        <Facts
          facts={[
            { name: texts.required, value: texts.requiredOf(sample.required, sample.population) },
            { name: texts.drawnAt, value: `${formatRocDateTime(Date.parse(sample.drawnAt))}　${sample.drawnBy}` },
            { name: texts.seed, value: <Copied text={sample.seed} /> },
            { name: texts.rootHash, value: <Copied text={sample.rootHash} /> },
            { name: texts.entropy, value: <Copied text={sample.entropy} /> },
          ]}
        />
        <div>
          <p>{texts.formula}</p>
          <p className="audits-formula">{texts.formulaText}</p>
        </div>
        <p className="audits-aside">{texts.drawRule}</p>
      </div>
    </Panel>
  );
}

function Copied({ text }: { readonly text: string }) {
  return (
    <span className="audits-copied">
      <Code>{text}</Code>
      <CopyButton text={text} />
    </span>
  );
}
