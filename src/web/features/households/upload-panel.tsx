// A new file: chosen or dropped with its manifest and signature, looked into, sent, tried. Only the responsible person imports (NV-4.1.3);
// one import at a time.
import { Link } from '@tanstack/react-router';
import type { HouseholdImport } from '#contract';
import { useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useHouseholdTexts } from '../../texts/index.ts';
import { Banner, Button, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { ChosenParts } from './chosen-parts.tsx';
import { DropPlace } from './drop-place.tsx';
import { isUnderWay, isUploaded, nameOfImport, writtenBytes } from './import-words.ts';
import { useNewImport, type NewImport } from './use-new-import.ts';
import type { Upload } from './use-upload.ts';

export function UploadPanel({ imports }: { readonly imports: readonly HouseholdImport[] }) {
  const texts = useHouseholdTexts();
  const { roles } = useSession();
  const isResponsible = roles.includes('responsible-person');
  const others = imports.filter((each) => isUnderWay(each));
  // A file that is only partly here goes on where it stopped; anything further is finished first.
  const blocking = others.find((each) => each.state !== 'waiting' || isUploaded(each));
  return (
    <div className="no-print">
      <Panel title={texts.upload}>
        <div className="stack">
          {blocking === undefined ? <Chooser isResponsible={isResponsible} partial={others} /> : <UnderWay each={blocking} />}
        </div>
      </Panel>
    </div>
  );
}

function UnderWay({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const name = nameOfImport(each, texts);
  const isPartial = each.state === 'waiting' && !isUploaded(each);
  return (
    <Banner tone={each.state === 'loading' ? 'info' : 'notice'} title={`${texts.underWay}：${name}（${texts.states[each.state]}）`}>
      <p>{isPartial ? texts.waitingWords(writtenBytes(each.uploadedBytes ?? 0)) : texts.underWayWords}</p>
      <p>
        <Link to={paths.householdImport(each.id)}>{texts.openImport(name)}</Link>
      </p>
    </Banner>
  );
}

interface ChooserProps {
  readonly isResponsible: boolean;
  /** What is only partly here. */
  readonly partial: readonly HouseholdImport[];
}

function Chooser({ isResponsible, partial }: ChooserProps) {
  const texts = useHouseholdTexts();
  const show = useShownProblem();
  const fresh = useNewImport();
  const { chosen, faults, upload, error, take } = fresh;
  const isSending = upload.kind === 'opening' || upload.kind === 'sending';
  const isBegun = Object.keys(chosen).length > 0;
  return (
    <>
      {!isBegun && partial.map((each) => <UnderWay key={each.id} each={each} />)}
      {!isSending && <DropPlace onFiles={(files) => void take(files)} disabledReason={isResponsible ? undefined : texts.uploadOnly} />}
      {(isBegun || faults.length > 0) && <ChosenParts chosen={chosen} faults={faults} />}
      {error !== null && <ProblemNotice problem={show(error)} />}
      {isBegun && <Progress upload={upload} />}
      {isBegun && <Actions fresh={fresh} isSending={isSending} />}
    </>
  );
}

function Progress({ upload }: { readonly upload: Upload }) {
  const texts = useHouseholdTexts();
  if (upload.kind === 'none') return null;
  if (upload.kind === 'opening') return <ProgressBar label={texts.uploading} />;
  const { sent, all, kind } = upload;
  // Refused before anything was sent: there is nothing to go on with.
  if (kind === 'failed' && sent === 0) return null;
  return (
    <>
      <ProgressBar
        label={texts.uploading}
        value={sent}
        max={Math.max(1, all)}
        valueLabel={texts.uploaded(writtenBytes(sent), writtenBytes(all))}
      />
      {kind !== 'sending' && (
        <Banner tone="notice" title={kind === 'paused' ? texts.paused : texts.interrupted}>
          <p>{texts.interruptedNext}</p>
        </Banner>
      )}
    </>
  );
}

function Actions({ fresh: { upload, begin, pause, again }, isSending }: { readonly fresh: NewImport; readonly isSending: boolean }) {
  const texts = useHouseholdTexts();
  const isCut = upload.kind === 'paused' || (upload.kind === 'failed' && upload.sent > 0);
  return (
    <div className="household-actions">
      {isSending ? (
        <Button onPress={pause}>{texts.pause}</Button>
      ) : (
        <>
          <Button variant="primary" onPress={() => void begin?.()} disabledReason={begin ? undefined : texts.startMissing}>
            {isCut ? texts.resume : texts.start}
          </Button>
          <Button variant="quiet" onPress={again}>
            {texts.again}
          </Button>
        </>
      )}
      <span className="household-note">{isSending ? texts.leaving : texts.startWords}</span>
    </div>
  );
}
