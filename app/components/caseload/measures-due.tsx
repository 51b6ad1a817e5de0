export interface DueMeasureView {
  key: string;
  href: string;
  /** Whom they are asked of. */
  name: string;
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
      {due.map(({key, href, name, says, due: {words, state, day}}) => (
        <li key={key}>
          <span>
            <a href={href}>{name}</a>: {says}
          </span>
          <span className={`due due--${state}`} title={day}>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
