import {MARKS, REVIEW_PARTS, reviewParts, type Marks} from '../../domain/lead/review-form.ts';

interface ReviewCardProps {
  review: Marks & {wentWell: string | null; toTry: string | null};
  heading: string;
  from: string;
  isNew: boolean;
}

/** A review as whoever took the call reads it. */
export function ReviewCard({review, heading, from, isNew}: ReviewCardProps) {
  return (
    <article className="review-card">
      <h2>
        {heading} {isNew && <span className="review-card__new">New</span>}
      </h2>
      <p>{from}</p>
      {review.wentWell && (
        <>
          <h3>What went well</h3>
          <p className="keeps-lines">{review.wentWell}</p>
        </>
      )}
      {review.toTry && (
        <>
          <h3>What to try</h3>
          <p className="keeps-lines">{review.toTry}</p>
        </>
      )}
      <dl>
        {reviewParts.flatMap((part) => {
          const mark = review[part];
          if (mark === null) return [];
          return (
            <div key={part}>
              <dt>{REVIEW_PARTS[part].name}</dt>
              <dd>
                {mark} of 4: {MARKS[mark as keyof typeof MARKS].toLowerCase()}
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}

/** On the handler's own page: there is a review to read. Nothing when there is none. */
export function ReviewsWaiting({count}: {count: number}) {
  if (count === 0) return null;
  return (
    <p className="reviews-waiting">
      <a href="/desk/reviews">
        {count === 1 ? 'A review of your call is there for you' : `${count} reviews of your calls are there for you`}
      </a>
    </p>
  );
}
