// The three files so far, what the manifest says of the data, and what is wrong with a file, before anything is sent.
import { formatRocDate, parseDate } from '#domain/kernel';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Banner, Chip, Facts, WithClauses } from '../../ui/index.ts';
import { nameOfPeriod, written, writtenBytes } from './import-words.ts';
import type { ChosenFiles, FileFault } from './read-files.ts';

export function ChosenParts({ chosen, faults }: { readonly chosen: ChosenFiles; readonly faults: readonly FileFault[] }) {
  const texts = useHouseholdTexts();
  const { file, manifest, signature } = chosen;
  const asOf = manifest && parseDate(manifest.parsed.asOf);
  return (
    <>
      {faults.map((fault) => (
        <Banner key={`${fault.name} ${fault.code}`} tone="bad" title={fault.name} isAlert>
          <p>
            <WithClauses text={wordsOfFault(fault, texts)} />
          </p>
        </Banner>
      ))}
      <ul className="household-parts">
        <Part name={texts.parts.file} file={file && `${file.name}（${writtenBytes(file.size)}）`} />
        <Part name={texts.parts.manifest} file={manifest?.name} />
        <Part name={texts.parts.signature} file={signature?.name} />
      </ul>
      {manifest && (
        <Facts
          columns={3}
          facts={[
            { name: texts.kind, value: texts.kinds[manifest.parsed.kind] },
            { name: texts.period, value: nameOfPeriod(manifest.parsed.period, texts) },
            { name: texts.asOf, value: asOf ? formatRocDate(asOf) : manifest.parsed.asOf },
            { name: texts.rows, value: written(manifest.parsed.rows) },
            { name: texts.sender, value: manifest.parsed.sender },
          ]}
        />
      )}
    </>
  );
}

function Part({ name, file }: { readonly name: string; readonly file: string | undefined }) {
  const texts = useHouseholdTexts();
  return (
    <li>
      <Chip tone={file === undefined ? 'notice' : 'good'}>{name}</Chip>
      <span className={file === undefined ? 'household-note' : undefined}>{file ?? texts.partMissing}</span>
    </li>
  );
}

function wordsOfFault(fault: FileFault, texts: HouseholdTexts): string {
  switch (fault.code) {
    case 'not-age':
      return texts.notAge;
    case 'signature-unreadable':
      return texts.signatureUnreadable;
    case 'read-failed':
      return texts.readFailed;
    case 'manifest-unreadable':
      return fault.field === '' ? texts.manifestUnreadable : `${texts.manifestUnreadable}（${texts.refusedField(fault.field)}）`;
  }
}
