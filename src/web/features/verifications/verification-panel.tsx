// The answer: yes or no to each claim, hidden first, under a watermark of who asked, with the day of the data and the receipt; printed as a
// confidential sheet (NV-4.2.2, NV-4.2.3). "No" never tells whether the person is in the data.
import { Link } from '@tanstack/react-router';
import { formatRocDate, formatRocDateTime, maskNationalId, normaliseNationalId, parseDate } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useClaimNames, useVerificationTexts } from '../../texts/index.ts';
import {
  Banner,
  ClauseChip,
  Facts,
  Hidden,
  Icon,
  Panel,
  PrintedHead,
  Receipt,
  RevealActions,
  useReveal,
  Watermark,
} from '../../ui/index.ts';
import { usePrintedWords } from './use-printed-words.ts';
import type { VerificationOutcome } from './use-verification-attempt.ts';
import { answersOf } from './verification-draft.ts';

export function VerificationPanel({ answer, draft }: VerificationOutcome) {
  const texts = useVerificationTexts();
  const reveal = useReveal();
  const printed = usePrintedWords(texts.printedTitle);
  const at = formatRocDateTime(Date.parse(answer.watermark.at));
  const { name, account, caseNumber } = answer.watermark;
  const subject = normaliseNationalId(draft.subject);
  const asOf = parseDate(answer.asOf);
  return (
    <div className="answer">
      <PrintedHead {...printed} isConfidential />
      <Panel isFlush title={texts.result} actions={<RevealActions reveal={reveal} hasValues />}>
        {answer.warnings.map((warning) => (
          <Banner key={warning} tone="notice" title={warning === 'national-id' ? texts.wrongDigit : warning} />
        ))}
        <div className="answer-facts">
          <Facts
            columns={2}
            facts={[
              { name: texts.who, value: reveal.isShown ? subject : maskNationalId(subject) },
              { name: texts.caseNumber, value: caseNumber },
              { name: texts.asOf, value: asOf ? formatRocDate(asOf) : answer.asOf },
              { name: texts.reason, value: draft.reason },
              { name: texts.verifiedAt, value: at },
              { name: texts.recordIndex, value: <Link to={paths.record(answer.index)}>{answer.index}</Link> },
            ]}
          />
        </div>
        <div className="answer-values">
          <Answers answer={answer} isShown={reveal.isShown} />
          <Watermark lines={[`${name}　${account}`, at, caseNumber]} />
        </div>
        <div className="answer-foot">
          <p className="answer-care">{texts.noMeans}</p>
          <p className="answer-care">
            {texts.careNote} <ClauseChip clause="NV-4.2.2" /> <ClauseChip clause="NV-4.2.3" />
          </p>
          <Receipt receipt={answer.receipt} verifyAddress={paths.verify(answer.receipt)}>
            <strong>{texts.receipt}</strong>　{texts.receiptWords}
          </Receipt>
        </div>
      </Panel>
      <p className="only-print printed-foot">{texts.printedFoot}（NV-4.2.3）</p>
    </div>
  );
}

function Answers({ answer, isShown }: { readonly answer: VerificationOutcome['answer']; readonly isShown: boolean }) {
  const texts = useVerificationTexts();
  const names = useClaimNames();
  return (
    <dl className="claim-answers">
      {answersOf(answer.answers).map(({ claim, holds }) => (
        <div key={claim}>
          <dt>{names[claim]}</dt>
          <dd>
            {isShown ? (
              <span className={holds ? 'claim-answer claim-answer--yes' : 'claim-answer'}>
                <Icon name={holds ? 'check' : 'close'} />
                {holds ? texts.yes : texts.no}
              </span>
            ) : (
              <Hidden />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
