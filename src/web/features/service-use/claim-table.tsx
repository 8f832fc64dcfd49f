// Which claims are asked how often. One verification may ask several, so the shares are of claims, not of verifications.
import type { VerificationUse } from '#contract';
import { isClaim } from '#domain/verification';
import { useClaimNames, useServiceUseTexts, type ServiceUseTexts } from '../../texts/index.ts';
import { EmptyState, Panel, SparkColumns, StackedBar, Table, type Column } from '../../ui/index.ts';
import { claimsOf, type ClaimAmounts, type Period, type Span } from './gather-use.ts';
import { writtenCount, writtenShare } from './written.ts';

interface ClaimTableProps {
  readonly rows: readonly VerificationUse[];
  readonly span: Span;
  readonly periods: readonly Period[];
}

export function ClaimTable({ rows, span, periods }: ClaimTableProps) {
  const texts = useServiceUseTexts();
  const names = useClaimNames();
  const claims = claimsOf(rows, span, periods);
  const nameOf = (claim: string) => (isClaim(claim) ? names[claim] : claim);
  const empty = <EmptyState title={texts.empty} />;
  return (
    <Panel title={texts.byClaim} isFlush>
      <Table
        caption={texts.byClaim}
        columns={claimColumns(texts, nameOf, claims)}
        rows={claims}
        rowKey={({ claim }) => claim}
        empty={empty}
        stacks
      />
      <p className="use-words use-words--inside">{texts.askedWords}</p>
    </Panel>
  );
}

function claimColumns(texts: ServiceUseTexts, nameOf: (claim: string) => string, claims: readonly ClaimAmounts[]): Column<ClaimAmounts>[] {
  const all = claims.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...claims.map(({ count }) => count));
  const highest = Math.max(...claims.flatMap(({ trend }) => trend));
  return [
    { id: 'claim', title: texts.claim, isRowHeader: true, cell: ({ claim }) => nameOf(claim) },
    {
      id: 'trend',
      title: texts.trend,
      kind: 'nowrap',
      cell: ({ claim, trend }) => (
        <SparkColumns label={texts.trendLabel(nameOf(claim), writtenCount(Math.max(...trend)))} values={trend} max={highest} />
      ),
    },
    { id: 'count', title: texts.asked, kind: 'number', cell: ({ count }) => writtenCount(count) },
    {
      id: 'share',
      title: texts.share,
      kind: 'nowrap',
      cell: ({ claim, count }) => (
        <span className="use-share">
          <StackedBar
            label={`${nameOf(claim)} ${writtenShare(count / all)}`}
            parts={[{ name: texts.asked, value: count, tone: 'accent' }]}
            max={most}
          />
          <span aria-hidden="true">{writtenShare(count / all)}</span>
        </span>
      ),
    },
  ];
}
