import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import styles from '../../components/lead/lead.scss?url';
import {ReviewCard} from '../../components/lead/review-card.tsx';
import {readOwnReviews} from '../../domain/lead/reviews.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.reviews'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({context}: LoaderFunctionArgs) {
  const own = await readOwnReviews(context.sql, asker(context));
  return {
    title: 'Reviews of your calls',
    isIndexed: false,
    reviews: own.map(({callId, reference, reviewerName, reviewedAt, seenAt, ...review}) => ({
      callId,
      heading: `Call ${reference}`,
      from: `${reviewerName}, ${momentInWords(reviewedAt)}`,
      isNew: seenAt === null,
      review,
    })),
  };
}

export const meta = pageMeta;

/** What leads said about the viewer's own calls. */
export default function OwnReviews() {
  const {reviews} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner">
      <BackLink href="/staff">Your work</BackLink>
      <h1>Reviews of your calls</h1>
      <p className="reading__lede">They are for you, to learn from. Only you and the leads of your desk read them.</p>
      {reviews.length === 0 && <p>Nobody has reviewed a call of yours yet.</p>}
      {reviews.map(({callId, ...card}) => (
        <ReviewCard key={callId} {...card} />
      ))}
    </div>
  );
}
