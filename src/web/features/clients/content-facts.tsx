// What a service is, or is applied for, to be: every field of the form. Of a change, what differs from before is marked and the old value named.
import type { ReactNode } from 'react';
import type { ClientServiceDetail } from '#contract';
import { useClientTexts } from '../../texts/index.ts';
import { Chip, ClauseChip, Code, Facts } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { formatCount } from './format-count.ts';
import { rocDay } from './days.ts';
import { shortAddress } from './short-address.ts';
import { UsePeriod } from './use-period.tsx';
import { useClaimName, useScope } from './use-scope.ts';

type Content = NonNullable<ClientServiceDetail['content']>;

interface ContentFactsProps {
  readonly content: Content;
  /** What it would change; left out: nothing to compare with. */
  readonly before?: Content | null | undefined;
  /** Where they stand on their own beside it. */
  readonly leavesOutAddresses?: boolean;
}

interface ContentFact {
  readonly name: string;
  readonly clause?: string;
  readonly value: ReactNode;
  /** As compared, and as named when it was another. */
  readonly text: (content: Content) => string;
}

export function ContentFacts({ content, before, leavesOutAddresses = false }: ContentFactsProps) {
  const texts = useClientTexts();
  const facts = useContentFacts(content);
  const shown = leavesOutAddresses ? facts.filter(({ name }) => name !== texts.addresses) : facts;
  return (
    <div className="clients-content">
      <Facts
        facts={shown.map(({ name, clause, value, text }) => {
          const old = before && text(before);
          const differs = old !== undefined && old !== null && old !== text(content);
          return {
            name: (
              <>
                {name} {clause !== undefined && <ClauseChip clause={clause} />}
              </>
            ),
            value: (
              <>
                {value}
                {differs && (
                  <div className="clients-before">
                    <Chip tone="notice">{texts.changed}</Chip> {texts.before(old === '' ? texts.nothing : old)}
                  </div>
                )}
              </>
            ),
          };
        })}
      />
    </div>
  );
}

function useContentFacts(content: Content): ContentFact[] {
  const texts = useClientTexts();
  const nameOf = useClaimName();
  const scope = useScope();
  const purposeOf = (code: string) => scope.data?.purposes.find((purpose) => purpose.code === code)?.name ?? code;
  const limits = (of: Content) => `${texts.requests(formatCount(of.requestsPerDay))}・${texts.persons(formatCount(of.personsPerDay))}`;
  const proof = ({ certificate }: Content) => (certificate === null ? texts.byKey : `${texts.byCertificate} ${certificate}`);
  const plain = (name: string, text: ContentFact['text'], clause?: string): ContentFact => ({
    name,
    text,
    value: text(content),
    ...(clause !== undefined && { clause }),
  });
  return [
    plain(texts.name, ({ name }) => name),
    plain(texts.unit, ({ unit }) => unit),
    plain(texts.purposes, ({ purposes }) => purposes.map(purposeOf).join('、'), clauses.purposes),
    {
      ...plain(texts.claims, ({ claims }) => claims.map(nameOf).join('、'), clauses.setting),
      value: (
        <ul className="clients-chips">
          {content.claims.map((claim) => (
            <li key={claim}>
              <Chip>{nameOf(claim)}</Chip>
            </li>
          ))}
        </ul>
      ),
    },
    {
      ...plain(texts.addresses, ({ addresses }) => addresses.map(shortAddress).join('、'), clauses.addresses),
      value:
        content.addresses.length === 0 ? (
          texts.noAddresses
        ) : (
          <ul className="clients-chips">
            {content.addresses.map((address) => (
              <li key={address}>
                <Code>{shortAddress(address)}</Code>
              </li>
            ))}
          </ul>
        ),
    },
    {
      ...plain(texts.period, ({ from, until }) => texts.periodOf(rocDay(from), rocDay(until)), clauses.period),
      value: <UsePeriod from={content.from} until={content.until} />,
    },
    plain(texts.budgets, limits, clauses.setting),
    {
      ...plain(texts.proves, proof, clauses.addresses),
      value:
        content.certificate === null ? (
          texts.byKey
        ) : (
          <>
            {texts.byCertificate} <Code>{content.certificate}</Code>
          </>
        ),
    },
    plain(texts.contact, ({ contact }) => `${contact.name}　${contact.reachedBy}`),
  ];
}
