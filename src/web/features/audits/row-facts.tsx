// What the log says of a sampled query, short enough to be read at a glance.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SampleRow } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import { WithClauses } from '../../ui/index.ts';

export function RowFacts({ row }: { readonly row: SampleRow }) {
  const texts = useTexts().audits;
  const orBlank = (text: string) => (text.trim() === '' ? texts.blank : text);
  const facts: readonly [name: string, value: ReactNode][] = [
    [texts.who, `${row.name}（${row.account}）`],
    [texts.at, formatRocDateTime(Date.parse(row.at))],
    [texts.operation, row.operation],
    [texts.condition, row.condition],
    [texts.caseNumber, orBlank(row.caseNumber)],
    [texts.reason, orBlank(row.reason)],
    [texts.result, <WithClauses key="result" text={row.result} />],
  ];
  return (
    <div className="audits-facts">
      <p className="audits-row">
        {texts.rowName(row.row)}
        <Link to={paths.record(row.index)}>
          {texts.index} {row.index}
        </Link>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
