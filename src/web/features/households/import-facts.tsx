// What is known of an import: what its sender stated, what was found, who did what when, and the records that prove it.
import { Link } from '@tanstack/react-router';
import type { HouseholdImport } from '#contract';
import { formatRocDate, formatRocDateTime, parseDate } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useHouseholdTexts } from '../../texts/index.ts';
import { ClauseChip, Code, Facts, Panel, type Fact } from '../../ui/index.ts';
import { nameOfOpener } from './import-table.tsx';
import { written, writtenBytes } from './import-words.ts';

export function ImportFacts({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const asOf = parseDate(each.asOf);
  const at = (instant: string | null) => (instant === null ? '—' : formatRocDateTime(Date.parse(instant)));
  const facts: Fact[] = [
    { name: texts.asOf, value: asOf ? formatRocDate(asOf) : each.asOf },
    { name: texts.sender, value: each.sender },
    { name: texts.stated, value: written(each.rows) },
    { name: texts.loaded, value: written(each.loadedRows) },
    { name: texts.badRows, value: written(each.badRows) },
    { name: texts.openedBy, value: nameOfOpener(each.openedBy, texts) },
    { name: texts.openedAt, value: at(each.openedAt) },
    { name: texts.startedAt, value: at(each.startedAt) },
    { name: texts.switchedAt, value: at(each.switchedAt) },
    { name: texts.switchRecord, value: <RecordLink index={each.recordIndex} /> },
    {
      name: texts.destroyedAt,
      value: (
        <>
          {each.destroyedAt === null ? texts.notDestroyed : at(each.destroyedAt)} <ClauseChip clause="NV-4.4" />
        </>
      ),
    },
    { name: texts.destructionRecord, value: <RecordLink index={each.destructionIndex} /> },
  ];
  return (
    <Panel>
      <div className="household-facts">
        <Facts columns={2} facts={facts} />
        <Facts
          facts={[
            { name: texts.manifestDigest, value: <Code>{each.manifestDigest}</Code> },
            ...(each.fileSha256 === null
              ? []
              : [
                  {
                    name: texts.fileDigest,
                    value: (
                      <>
                        <Code>{each.fileSha256}</Code> {each.fileBytes !== null && `（${writtenBytes(each.fileBytes)}）`}
                      </>
                    ),
                  },
                ]),
          ]}
        />
      </div>
    </Panel>
  );
}

function RecordLink({ index }: { readonly index: number | null }) {
  const texts = useHouseholdTexts();
  if (index === null) return '—';
  return (
    <Link to={paths.record(index)} aria-label={texts.openRecord(index)}>
      {index}
    </Link>
  );
}
