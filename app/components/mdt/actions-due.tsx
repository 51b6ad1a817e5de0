import {Submission} from '../staff/submission.tsx';
import type {ActionView} from './mdt-view.ts';

/**
 * What somebody said at a meeting that they would do, each with one press to say it is done. The forms go to /mdt wherever
 * they stand.
 * @param back where to go on afterwards
 */
export function ActionsDue({
  actions,
  submission,
  back,
}: {
  actions: ActionView[];
  submission: string;
  back: '/mdt' | '/caseload';
}) {
  return (
    <ul className="case-cards" role="list">
      {actions.map(({id, what, about, from, href, due}) => (
        <li key={id} className={`case-card case-card--${due.state}`}>
          <div className="case-card__head">
            <p className="case-card__name">{what}</p>
            <span className={`due due--${due.state}`} title={due.day}>
              {due.words}
            </span>
          </div>
          <p className="case-card__facts">
            For <a href={href}>{about}</a> · {from} · {due.day}
          </p>
          <form method="post" action="/mdt" className="case-card__acts">
            <Submission number={submission} />
            <input type="hidden" name="act" value="done" />
            <input type="hidden" name="action" value={id} />
            <input type="hidden" name="back" value={back} />
            <button type="submit" className="act">
              Done<span className="nhsuk-u-visually-hidden">: {what}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
