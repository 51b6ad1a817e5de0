export interface DueMeasureView {
  key: string;
  href: string;
  reference: string;
  says: string;
}

/** Which questions are to be asked now, the longest overdue first. */
export function MeasuresDue({due}: {due: DueMeasureView[]}) {
  if (due.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby="part-measures">
      <h2 id="part-measures">Measures due</h2>
      <ul>
        {due.map(({key, href, reference, says}) => (
          <li key={key}>
            <a href={href}>{reference}</a>: {says}
          </li>
        ))}
      </ul>
    </section>
  );
}
