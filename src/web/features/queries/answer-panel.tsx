// The answer: hidden first, under a watermark of who asked, with its receipt; printed as a confidential sheet (NW-4.1.3).
import { Link } from '@tanstack/react-router';
import type { Programme } from '#contract';
import { formatRocDateTime, maskNationalId, normaliseNationalId } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import {
  Banner,
  Chip,
  ClauseChip,
  EmptyState,
  Facts,
  Panel,
  PrintedHead,
  Receipt,
  RevealActions,
  useReveal,
  Watermark,
} from '../../ui/index.ts';
import { AnswerTable } from './answer-table.tsx';
import { findOperation, findPurpose } from './query-draft.ts';
import { usePrintedWords } from './use-printed-words.ts';
import type { QueryAnswer } from './use-query-attempt.ts';

export function AnswerPanel({ answer, draft, programme }: QueryAnswer & { readonly programme: Programme }) {
  const texts = useTexts().queries;
  const reveal = useReveal();
  const printed = usePrintedWords(texts.printedTitle);
  const at = formatRocDateTime(Date.parse(answer.watermark.at));
  const { name, account, caseNumber } = answer.watermark;
  const hasValues = answer.rows.length > 0;
  const subject = normaliseNationalId(draft.subject);
  const operation = findOperation(programme, draft)?.name ?? draft.operation ?? '';
  return (
    <div className="answer">
      <PrintedHead {...printed} isConfidential />
      <Panel
        isFlush
        title={
          <>
            {texts.result}{' '}
            <Chip tone={hasValues ? 'good' : 'neutral'}>{answer.found ? texts.rowCount(answer.rows.length) : texts.notFound}</Chip>
          </>
        }
        actions={<RevealActions reveal={reveal} hasValues={hasValues} />}
      >
        {answer.warnings.map((warning) => (
          <Banner key={warning} tone="notice" title={texts.warnings[warning] ?? warning} />
        ))}
        <div className="answer-facts">
          <Facts
            columns={2}
            facts={[
              // Whose answer it is stays hidden as long as the answer does; on paper nobody could tell otherwise.
              { name: texts.who, value: reveal.isShown || !hasValues ? subject : maskNationalId(subject) },
              { name: texts.caseNumber, value: caseNumber },
              { name: texts.purpose, value: findPurpose(programme, draft.purpose)?.name },
              { name: texts.operation, value: operation },
              { name: texts.queriedAt, value: at },
              { name: texts.recordIndex, value: <Link to={paths.record(answer.index)}>{answer.index}</Link> },
            ]}
          />
        </div>
        <div className="answer-values">
          {hasValues && <AnswerTable answer={answer} isShown={reveal.isShown} />}
          {answer.found && !hasValues && <EmptyState title={texts.noRows(operation)}>{texts.noRowsWords}</EmptyState>}
          {!answer.found && <EmptyState title={texts.notFound}>{texts.notFoundWords}</EmptyState>}
          <Watermark lines={[`${name}　${account}`, at, caseNumber]} />
        </div>
        <div className="answer-foot">
          <p className="answer-care">
            {texts.careNote} <ClauseChip clause="NW-4.1.3" /> <ClauseChip clause="NW-4.1.5" />
          </p>
          <Receipt receipt={answer.receipt} verifyAddress={paths.verify(answer.receipt)}>
            <strong>{texts.receipt}</strong>　{texts.receiptWords}
          </Receipt>
        </div>
      </Panel>
      <p className="only-print printed-foot">{texts.printedFoot}（NW-4.1.3、NW-4.3.2）</p>
    </div>
  );
}
