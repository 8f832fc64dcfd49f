// The reviews signed so far: who signed when, what left the list, and document and signature for whoever wants to verify them.
import { Link } from '@tanstack/react-router';
import type { AddressReview } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { saveFile } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Button, Facts, Panel } from '../../ui/index.ts';
import { todayInTaipei } from './days.ts';
import { FindingsTable } from './findings-table.tsx';
import { readRemoved } from './review-findings.ts';
import { useServices } from './use-clients.ts';
import { usePeriodName } from './use-period-name.ts';

type SignedReview = AddressReview['reviews'][number];

export function SignedReviews({ reviews }: { readonly reviews: readonly SignedReview[] }) {
  const texts = useClientTexts();
  if (reviews.length === 0)
    return (
      <Panel title={texts.reviews}>
        <p>{texts.noReviews}</p>
      </Panel>
    );
  return reviews.map((review) => <OneReview key={review.period} review={review} />);
}

function OneReview({ review }: { readonly review: SignedReview }) {
  const texts = useClientTexts();
  const nameOf = usePeriodName();
  const services = useServices();
  const removed = readRemoved(review.document) ?? [];
  const file = `address-review-${review.period}`;
  const record = (
    <Link to={paths.record(review.index)} aria-label={texts.openRecord(review.index)}>
      {review.index}
    </Link>
  );
  return (
    <Panel
      title={`${texts.reviews}：${nameOf(review.period)}`}
      isFlush
      actions={
        <>
          <Button icon="download" onPress={() => saveFile(new Blob([review.document], { type: 'application/json' }), `${file}.json`)}>
            {texts.saveDocument}
          </Button>
          <Button icon="download" onPress={() => saveFile(new Blob([review.signature], { type: 'text/plain' }), `${file}.sig`)}>
            {texts.saveSignature}
          </Button>
        </>
      }
    >
      <div className="clients-inset">
        <Facts
          columns={2}
          facts={[
            { name: texts.signedBy, value: review.by },
            { name: texts.signedAt, value: formatRocDateTime(Date.parse(review.at)) },
            { name: texts.removedCount, value: texts.addressCount(removed.length) },
            { name: texts.record, value: record },
          ]}
        />
      </div>
      <FindingsTable
        found={removed}
        asOf={todayInTaipei(Date.parse(review.at))}
        nameOf={(service) => services.data?.services.find(({ id }) => id === service)?.name ?? service}
        empty={<p className="clients-none">{texts.noFindings}</p>}
      />
    </Panel>
  );
}
