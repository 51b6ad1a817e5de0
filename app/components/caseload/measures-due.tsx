export interface DueMeasureView {
  key: string;
  href: string;
  reference: string;
  says: string;
  due: {words: string; state: 'late' | 'today' | 'later'; day: string};
}

/** Which questions are to be asked now, the longest overdue first. */
export function MeasuresDue({due}: {due: DueMeasureView[]}) {
  if (due.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby="part-measures">
      <h2 id="part-measures">
        Measures due <span className="day-part__count">{due.length}</span>
      </h2>
      <MeasureLines due={due} />
    </section>
  );
}

/** Also in the day of whoever covers. */
export function MeasureLines({due}: {due: DueMeasureView[]}) {
  return (
    <ul className="day-lines" role="list">
      {due.map(({key, href, reference, says, due: {words, state, day}}) => (
        <li key={key}>
          <span>
            <a href={href}>{reference}</a> {says}
          </span>
          <span className={`due due--${state}`} title={day}>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
