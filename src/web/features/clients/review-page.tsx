// The half-yearly review of addresses (NV-3.8): what is duplicate or idle is looked at one by one, removed in one step and signed; the
// reviews signed so far stand below, to be printed and checked.
import { useState } from 'react';
import type { AddressReview } from '#contract';
import { useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Banner, Button, Chip, EmptyState, Facts, PageHeader, Panel, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { daysBetween, rocDay, todayInTaipei } from './days.ts';
import { FindingsTable } from './findings-table.tsx';
import { PrintedBy, SealPlaces } from './printed-paper.tsx';
import { groupFindings } from './review-findings.ts';
import { SignReviewDialog } from './sign-review-dialog.tsx';
import { SignedReviews } from './signed-reviews.tsx';
import { useAddressReview } from './use-clients.ts';
import { usePeriodName } from './use-period-name.ts';
import './clients.css';

export function ReviewPage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const review = useAddressReview();
  useFocusKept(review.data && String(review.data.reviews.length));
  return (
    <>
      <PrintedBy />
      <PageHeader
        title={texts.reviewTitle}
        clause={review.data?.clause}
        lead={texts.reviewLead}
        actions={
          review.data && (
            <Button icon="print" onPress={() => window.print()}>
              {texts.print}
            </Button>
          )
        }
      />
      {review.isPending && <ProgressBar label={texts.loading} />}
      {review.isError && <ProblemNotice problem={show(review.error)} />}
      {review.data && (
        <div className="stack">
          <ReviewFacts review={review.data} />
          {/* Other findings are another list to be looked at. */}
          <OpenReview key={review.data.digest} review={review.data} />
          <SignedReviews reviews={review.data.reviews} />
          <SealPlaces />
        </div>
      )}
    </>
  );
}

function ReviewFacts({ review }: { readonly review: AddressReview }) {
  const texts = useClientTexts();
  const nameOf = usePeriodName();
  const [today] = useState(() => todayInTaipei(Date.now()));
  const left = daysBetween(today, review.dueOn);
  const due = (
    <span className="clients-inline">
      {rocDay(review.dueOn)}
      {!review.reviewed && left < 0 && <Chip tone="bad">{texts.overdue(-left)}</Chip>}
      {!review.reviewed && left === 0 && <Chip tone="notice">{texts.dueToday}</Chip>}
      {!review.reviewed && left > 0 && <Chip tone={left <= 30 ? 'notice' : 'neutral'}>{texts.daysLeft(left)}</Chip>}
    </span>
  );
  return (
    <Panel>
      <Facts
        columns={2}
        facts={[
          { name: texts.reviewPeriod, value: nameOf(review.period) },
          { name: texts.due, value: due },
          {
            name: texts.state,
            value: <Chip tone={review.reviewed ? 'good' : 'notice'}>{review.reviewed ? texts.reviewed : texts.notReviewed}</Chip>,
          },
          { name: texts.onList, value: texts.addressCount(review.addresses) },
        ]}
      />
    </Panel>
  );
}

function OpenReview({ review }: { readonly review: AddressReview }) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isSigning, setSigning] = useState(false);
  const [today] = useState(() => todayInTaipei(Date.now()));
  const found = groupFindings(review.findings);
  const names = new Map(review.findings.map(({ service, name }) => [service, name]));
  const signs = roles.includes('responsible-person') && !review.reviewed;
  const left = found.length - ticked.size;
  const reason = () => {
    if (review.reviewed) return texts.alreadySigned;
    if (!roles.includes('responsible-person')) return texts.keeperSigns;
    return left > 0 ? texts.tickFirst(left) : undefined;
  };
  return (
    <Panel title={texts.findings} isFlush>
      {review.reviewed && found.length > 0 && (
        <div className="clients-inset">
          <Banner title={texts.reviewed}>
            <p>{texts.reviewedWords}</p>
          </Banner>
        </div>
      )}
      {signs && found.length > 0 && <p className="clients-foot no-print">{texts.tickWords}</p>}
      <FindingsTable
        found={found}
        nameOf={(service) => names.get(service) ?? service}
        asOf={today}
        {...(signs && { ticked, onTicked: setTicked })}
        empty={
          <EmptyState icon="check" title={texts.noFindings}>
            {review.reviewed ? texts.reviewed : texts.noFindingsWords}
          </EmptyState>
        }
      />
      <div className="clients-sign no-print">
        {signs && found.length > 0 && <span>{texts.ticked(ticked.size, found.length)}</span>}
        <Button variant="primary" icon="lock" onPress={() => setSigning(true)} disabledReason={reason()}>
          {found.length === 0 ? texts.signNone : texts.sign}
        </Button>
      </div>
      {isSigning && <SignReviewDialog review={review} addresses={found.length} onClose={() => setSigning(false)} />}
    </Panel>
  );
}
