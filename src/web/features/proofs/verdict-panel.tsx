// The verdict, large: what was proven of which record, or what is wrong and what to do.
import type { ReactNode } from 'react';
import { formatRocDateTime } from '#domain/kernel';
import { formatVkey } from '#domain/ledger';
import type { Verdict } from '#domain/proofs';
import { useProofTexts, useTexts } from '../../texts/index.ts';
import { Banner, Code, EmptyState, Facts, Panel, type Fact } from '../../ui/index.ts';
import { ContentFacts } from './content-facts.tsx';
import type { Verification } from './use-verification.ts';
import { problemWords, verdictWords } from './verdict-words.ts';

export function VerdictPanel({ verification }: { readonly verification: Verification }) {
  const texts = useProofTexts();
  const { verdict, presented, keys, following, logs } = verification;
  const { problem } = presented;
  const logOf = (origin: string) => logs.find((log) => log.origin === origin);
  const nameOf = (origin: string) => {
    const log = logOf(origin);
    return log ? `${log.organisation} ${log.title}` : origin;
  };
  const words = verdict && verdictWords(verdict, texts, { keys: keys.from, following, nameOf });
  const facts = useFacts(verdict);
  return (
    <div className="stack" aria-live="polite" data-verdict={problem ? 'unreadable' : verdict?.kind}>
      {problem && <Said {...problemWords(problem, texts)} />}
      {words && (
        <Said {...words}>
          {hasFacts(verdict) && <p className="proof-note">{keys.from === 'site' ? texts.bySiteKeys : texts.byOwnKeys}</p>}
        </Said>
      )}
      {!problem && !words && (
        <Panel>
          <EmptyState icon="search" title={texts.waiting}>
            {texts.waitingWords}
          </EmptyState>
        </Panel>
      )}
      {verdict?.kind === 'proven' && verdict.content && (
        <ContentFacts content={verdict.content} names={logOf(verdict.origin)?.names ?? {}} />
      )}
      {facts.length > 0 && (
        <Panel>
          <Facts facts={facts} />
        </Panel>
      )}
    </div>
  );
}

function Said({ tone, title, next, children }: ReturnType<typeof problemWords> & { readonly children?: ReactNode }) {
  return (
    <div className="proof-verdict">
      <Banner tone={tone} title={<span className="proof-title">{title}</span>}>
        <p>{next}</p>
        {children}
      </Banner>
    </div>
  );
}

type Signed = Extract<Verdict, { kind: 'proven' | 'promised' | 'signed-tree' }>;

/** Something was signed as it should be: by whom, and over what, is worth telling. */
function hasFacts(verdict: Verdict | undefined): verdict is Signed {
  return verdict?.kind === 'proven' || verdict?.kind === 'promised' || verdict?.kind === 'signed-tree';
}

function useFacts(verdict: Verdict | undefined): Fact[] {
  const texts = useProofTexts();
  const { records, months } = useTexts();
  if (!hasFacts(verdict)) return [];
  const { origin, by } = verdict;
  const facts: Fact[] = [{ name: texts.log, value: origin }];
  if (verdict.kind !== 'signed-tree') facts.push({ name: texts.index, value: verdict.index });
  if (verdict.kind === 'proven' && verdict.leaf) {
    const { type, month } = verdict.leaf;
    const [year, numbered] = month.split('-').map(Number);
    facts.push({ name: texts.type, value: records.types[type] }, { name: texts.month, value: months.name(year ?? 0, numbered ?? 0) });
  }
  if (verdict.kind !== 'promised') {
    facts.push({ name: texts.sealedTree, value: texts.sealedTreeOf(verdict.size) });
    for (const { name, time } of verdict.cosigned)
      facts.push({ name: texts.witnessed, value: texts.witnessedAt(name, formatRocDateTime(time * 1_000)) });
  }
  if (verdict.kind === 'proven' && verdict.keepsPromise) facts.push({ name: texts.kept, value: texts.keptWords });
  for (const key of by) facts.push({ name: texts.signedBy, value: <Code>{formatVkey(key)}</Code> });
  return facts;
}
