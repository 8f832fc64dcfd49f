// Rows that are wrong, by number, field and reason, never by what stands in them; and what was only remarked upon.
import type { HouseholdImport } from '#contract';
import { useHouseholdTexts, type HouseholdTexts } from '../../texts/index.ts';
import { Banner, Panel, Table, type Column } from '../../ui/index.ts';
import { wordsOfRow, written } from './import-words.ts';

type BadRow = HouseholdImport['badRowList'][number];

export function BadRowsPanel({ each }: { readonly each: HouseholdImport }) {
  const texts = useHouseholdTexts();
  const warnings = Object.entries(each.warnings).flatMap(([code, count]) => {
    const words = Object.hasOwn(texts.warnings, code) ? texts.warnings[code] : undefined;
    return words && count > 0 ? [words(written(count))] : [];
  });
  return (
    <>
      {warnings.length > 0 && (
        <Banner tone="notice" title={texts.warningsTitle}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Banner>
      )}
      {each.badRowList.length > 0 && (
        <Panel title={`${texts.badRowsTitle}（${written(each.badRows)}）`} isFlush>
          <p className="household-inside household-note">{texts.badRowsWords}</p>
          <Table
            caption={texts.badRowsTitle}
            columns={rowColumns(texts)}
            rows={each.badRowList}
            rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
            maxHeight="420px"
          />
        </Panel>
      )}
    </>
  );
}

function rowColumns(texts: HouseholdTexts): Column<BadRow>[] {
  return [
    { id: 'row', title: texts.row, kind: 'number', isRowHeader: true, width: '8em', cell: ({ row }) => written(row) },
    { id: 'field', title: texts.field, kind: 'nowrap', cell: ({ field }) => (field === '' ? texts.wholeRow : field) },
    { id: 'reason', title: texts.reason, cell: ({ code }) => wordsOfRow(code, texts) },
  ];
}
