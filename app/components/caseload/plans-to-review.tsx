export interface ReviewView {
  href: string;
  name: string;
  due: {words: string; state: 'late' | 'today' | 'later'; day: string};
}

/** Plans that are to be looked at again together, the longest overdue first. */
export function PlansToReview({reviews}: {reviews: ReviewView[]}) {
  if (reviews.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby="part-reviews">
      <h2 id="part-reviews">
        Plans to review <span className="day-part__count">{reviews.length}</span>
      </h2>
      <ReviewLines reviews={reviews} />
    </section>
  );
}

/** Also in the day of whoever covers. */
export function ReviewLines({reviews}: {reviews: ReviewView[]}) {
  return (
    <ul className="day-lines" role="list">
      {reviews.map(({href, name, due}) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <span className={`due due--${due.state}`} title={due.day}>
            {due.words}
          </span>
        </li>
      ))}
    </ul>
  );
}
