export interface OnwardDueView {
  id: string;
  caseId: string;
  /** Who was passed on. */
  name: string;
  serviceName: string;
  words: string;
  isReply: boolean;
}

/** In somebody's day: what services answered, and what they have not answered for 14 days. */
export function OnwardDue({due}: {due: OnwardDueView[]}) {
  return (
    <section className="day-part" aria-labelledby="part-onward">
      <h2 id="part-onward">
        From services <span className="day-part__count">{due.length}</span>
      </h2>
      <OnwardLines due={due} />
    </section>
  );
}

/** Also in the day of whoever covers. */
export function OnwardLines({due}: {due: OnwardDueView[]}) {
  return (
    <ul className="case-cards" role="list">
      {due.map(({id, caseId, name, serviceName, words, isReply}) => (
        <li key={id} className={`case-card case-card--${isReply ? 'today' : 'late'}`}>
          <p className="case-card__name">
            <a href={`/caseload/cases/${caseId}/onward#onward-${id}`}>{serviceName}</a>
          </p>
          <p className="case-card__facts">
            {words} · for {name}
          </p>
        </li>
      ))}
    </ul>
  );
}
