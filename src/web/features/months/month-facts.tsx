// What is known of a month: its state and figures; once closed, by whom, and the hash it was sealed under.
import { Link } from '@tanstack/react-router';
import type { MonthList } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, Chip, Code, CopyButton, Facts, Panel, type Fact } from '../../ui/index.ts';
import { DueDate } from './due-date.tsx';
import { stateTones } from './months-table.tsx';

export function MonthFacts({ list }: { readonly list: MonthList }) {
  const texts = useTexts().months;
  const { summary } = list;
  const { answered, refused, failed } = summary;
  const isCounted = answered !== null && failed !== null;
  const facts: Fact[] = [
    { name: texts.state, value: <Chip tone={stateTones[summary.state]}>{texts.states[summary.state]}</Chip> },
    { name: texts.due, value: <DueDate month={summary} /> },
    { name: texts.queries, value: isCounted ? `${summary.rows}（${texts.barLabel(answered, refused, failed)}）` : summary.rows },
  ];
  if (summary.closedAt !== null) {
    facts.push(
      { name: texts.closedAt, value: formatRocDateTime(Date.parse(summary.closedAt)) },
      { name: texts.closedBy, value: summary.closedBy },
    );
  }
  if (list.closeIndex !== null) {
    const record = (
      <Link to={paths.record(list.closeIndex)} aria-label={texts.openRecord(list.closeIndex)}>
        {list.closeIndex}
      </Link>
    );
    facts.push({ name: texts.closeRecord, value: record });
  }
  if (list.rootHash !== null) {
    const hash = (
      <span className="months-hash">
        <Code>{list.rootHash}</Code>
        <CopyButton text={list.rootHash} />
      </span>
    );
    facts.push({ name: texts.rootHash, value: hash });
  }
  return (
    <>
      {summary.closedAt === null && (
        <Banner tone="notice">
          <p>{texts.notClosedWords}</p>
        </Banner>
      )}
      <Panel>
        <Facts columns={2} facts={facts} />
      </Panel>
    </>
  );
}
