// What an import's state means: under way with how far it is, refused with why and who has to do what, or in use.
import type { HouseholdImport } from '#contract';
import { useHouseholdTexts } from '../../texts/index.ts';
import { Banner, ClauseChip, ProgressBar } from '../../ui/index.ts';
import { isBeyondOrdinary, isUploaded, wordsOfRefusal, written, writtenBytes } from './import-words.ts';

export function ImportState({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  switch (each.state) {
    case 'waiting':
      return (
        <Banner tone="notice" title={texts.states.waiting}>
          <p>{isUploaded(each) ? texts.arrivedWords : texts.waitingWords(writtenBytes(each.uploadedBytes ?? 0))}</p>
        </Banner>
      );
    case 'loading':
      return <Loading each={each} />;
    case 'ready':
      return each.outOfProportion ? (
        <Banner tone="bad" title={texts.outOfProportion} isAlert>
          <p>{texts.outOfProportionWords}</p>
        </Banner>
      ) : (
        <Loading each={each} />
      );
    case 'dry-run':
      return (
        <Banner tone="notice" title={texts.dryRunNow}>
          {isBeyondOrdinary(each) && <p>{texts.dryRunBeyond}</p>}
        </Banner>
      );
    case 'refused':
    case 'failed':
      return <Refused each={each} />;
    case 'serving':
      return <Banner tone="good" title={texts.servingNow} />;
    case 'superseded':
      return <Banner title={texts.supersededNow} />;
  }
}

function Loading({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const done = Math.min(each.rowsDone, each.rows);
  return (
    <div className="household-loading">
      <ProgressBar
        label={texts.loading}
        value={each.state === 'ready' ? each.rows : done}
        max={Math.max(1, each.rows)}
        valueLabel={texts.loadingOf(written(done), written(each.rows))}
      />
      <p className="household-note">{texts.loadingWords}</p>
    </div>
  );
}

function Refused({ each: { state, refusal } }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  return (
    <Banner tone="bad" title={state === 'refused' ? texts.refusedTitle : texts.failedTitle}>
      {refusal !== null && (
        <ul className="refusals">
          <li>
            <ClauseChip clause={refusal.clause} />
            <span>{wordsOfRefusal(refusal, texts)}</span>
          </li>
        </ul>
      )}
      {state === 'refused' && <p>{texts.refusedNext}</p>}
    </Banner>
  );
}
