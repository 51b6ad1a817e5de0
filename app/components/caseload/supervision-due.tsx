import {Submission} from '../staff/submission.tsx';

export interface SupervisionDueView {
  id: string;
  what: string;
  due: {words: string; state: 'late' | 'today' | 'later'; day: string};
}

/** What somebody said in supervision that they would do. Its forms go to their supervision wherever they stand. */
export function SupervisionDue({due, submission}: {due: SupervisionDueView[]; submission: string}) {
  if (due.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby="part-supervision">
      <h2 id="part-supervision">
        From supervision <span className="day-part__count">{due.length}</span>
      </h2>
      <ul className="day-lines" role="list">
        {due.map(({id, what, due: on}) => (
          <li key={id}>
            <span>
              {what}{' '}
              <span className={`due due--${on.state}`} title={on.day}>
                {on.words}
              </span>
            </span>
            <form method="post" action="/caseload/supervision">
              <Submission number={submission} />
              <input type="hidden" name="action" value={id} />
              <button type="submit" className="act">
                Done<span className="nhsuk-u-visually-hidden">: {what}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
