// The answer: hidden first, under a watermark of who asked, with its receipt; printed as a confidential sheet (NW-4.1.3).
import { Link } from '@tanstack/react-router';
import type { Programme } from '#contract';
import { formatRocDateTime, maskNationalId, normaliseNationalId } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, Button, Chip, ClauseChip, Code, CopyButton, EmptyState, Facts, Panel, Watermark } from '../../ui/index.ts';
import { AnswerTable } from './answer-table.tsx';
import { findOperation, findPurpose } from './query-draft.ts';
import type { QueryAnswer } from './use-query-attempt.ts';
import { useReveal, type Reveal } from './use-reveal.ts';

export function AnswerPanel({ answer, draft, programme }: QueryAnswer & { readonly programme: Programme }) {
  const texts = useTexts().queries;
  const reveal = useReveal();
  const at = formatRocDateTime(Date.parse(answer.watermark.at));
  const { name, account, caseNumber } = answer.watermark;
  return (
    <div className="answer">
      <PrintedHead />
      <Panel
        isFlush
        title={
          <>
            {texts.result}{' '}
            <Chip tone={answer.found ? 'good' : 'neutral'}>{answer.found ? texts.rowCount(answer.rows.length) : texts.notFound}</Chip>
          </>
        }
        actions={answer.found && <AnswerActions reveal={reveal} />}
      >
        {answer.warnings.map((warning) => (
          <Banner key={warning} tone="notice" title={texts.warnings[warning] ?? warning} />
        ))}
        <div className="answer-facts">
          <Facts
            columns={2}
            facts={[
              { name: texts.who, value: maskNationalId(normaliseNationalId(draft.subject)) },
              { name: texts.caseNumber, value: caseNumber },
              { name: texts.purpose, value: findPurpose(programme, draft.purpose)?.name },
              { name: texts.operation, value: findOperation(programme, draft)?.name },
              { name: texts.queriedAt, value: at },
              { name: texts.recordIndex, value: <Link to={paths.record(answer.index)}>{answer.index}</Link> },
            ]}
          />
        </div>
        <div className="answer-values">
          {answer.found ? (
            <AnswerTable answer={answer} isShown={reveal.isShown} />
          ) : (
            <EmptyState title={texts.notFound}>{texts.notFoundWords}</EmptyState>
          )}
          <Watermark lines={[`${name}　${account}`, at, caseNumber]} />
        </div>
        <div className="answer-foot">
          <p className="answer-care">
            {texts.careNote} <ClauseChip clause="NW-4.1.3" /> <ClauseChip clause="NW-4.1.5" />
          </p>
          <Receipt receipt={answer.receipt} />
        </div>
      </Panel>
      <p className="only-print printed-foot">{texts.printedFoot}（NW-4.1.3、NW-4.3.2）</p>
    </div>
  );
}

function AnswerActions({ reveal }: { readonly reveal: Reveal }) {
  const texts = useTexts().queries;
  return (
    <>
      {reveal.isShown && <span className="answer-left no-print">{texts.hidesIn(reveal.secondsLeft)}</span>}
      <Button icon={reveal.isShown ? 'eye-off' : 'eye'} variant={reveal.isShown ? 'plain' : 'primary'} onPress={reveal.toggle}>
        {reveal.isShown ? texts.hideValues : texts.showValues}
      </Button>
      <Button icon="print" onPress={() => window.print()} disabledReason={reveal.isShown ? undefined : texts.printMasked}>
        {texts.print}
      </Button>
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: string }) {
  const texts = useTexts().queries;
  return (
    <div className="receipt">
      <p>
        <strong>{texts.receipt}</strong>　{texts.receiptWords}
      </p>
      <Code>{receipt}</Code>
      <CopyButton text={receipt} />
    </div>
  );
}

/** Only on paper: what it is, whose it is, and that it is confidential. */
function PrintedHead() {
  const texts = useTexts().queries;
  const session = useSession();
  return (
    <div className="only-print printed-head">
      <span className="printed-confidential">{texts.confidential}</span>
      <p className="printed-title">
        {session.organisation} {texts.printedTitle}
      </p>
      <p>
        {texts.queriedBy}：{session.unit} {session.name}（{session.login}）
      </p>
    </div>
  );
}
