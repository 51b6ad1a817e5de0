import {ATTEMPTS, CALL_BACK_ENDS} from '../../domain/second-level/call-back-choices.ts';
import {PersonFlags, type Flags} from '../people/person-flags.tsx';
import {RingLink} from '../people/ring-link.tsx';
import {Submission} from '../staff/submission.tsx';

export interface PromisedCallView {
  id: string;
  submission: string;
  about: string;
  /** What must be known of the person before they are rung or visited. */
  mustKnow: Flags | null;
  phone: string | null;
  phoneShown: string | null;
  /** 'Not safe to call', or nothing. */
  warning: string | null;
  when: string;
  isLate: boolean;
  tries: string;
}

/** What comes of most calls stands in reach of a thumb; the rest is one press further. */
const USUAL = ['reached', 'no_answer', 'left_message'] as const;
const ELSE = Object.entries({...ATTEMPTS, ...CALL_BACK_ENDS}).filter(([key]) => !USUAL.some((usual) => usual === key));

/** Whom the desk promised that this worker rings back: ring, then one press for what came of it. */
export function PromisedCalls({calls}: {calls: PromisedCallView[]}) {
  if (calls.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby="part-calls">
      <h2 id="part-calls">
        Promised to ring back <span className="day-part__count">{calls.length}</span>
      </h2>
      <CallLines calls={calls} />
    </section>
  );
}

/** Also in the day of whoever covers. */
export function CallLines({calls}: {calls: PromisedCallView[]}) {
  return (
    <ul className="case-cards" role="list">
      {calls.map((call) => (
        <PromisedCall key={call.id} call={call} />
      ))}
    </ul>
  );
}

function PromisedCall({call}: {call: PromisedCallView}) {
  const {id, submission, about, mustKnow, phone, phoneShown, warning, when, isLate, tries} = call;
  const state = isLate ? 'late' : 'today';
  return (
    <li className={`case-card case-card--${state}`}>
      <span className={`due due--${state}`}>{when}</span>
      <p className="keeps-lines breaks-anywhere" id={`call-${id}`}>
        {about}
      </p>
      {mustKnow && <PersonFlags className="card-flags" {...mustKnow} />}
      {warning && (
        <p>
          <span className="safety safety--warning">{warning}</span>
        </p>
      )}
      <p className="case-card__facts">{[!phone && 'No number was written down', tries].filter(Boolean).join(' · ')}</p>
      <form method="post" action="/caseload" aria-labelledby={`call-${id}`}>
        <Submission number={submission} />
        <input type="hidden" name="id" value={id} />
        <div className="case-card__acts">
          {phone && <RingLink phone={phone} shown={phoneShown} mustKnow={mustKnow} />}
          {USUAL.map((key) => (
            <button key={key} type="submit" name="result" value={key} className="act">
              {ATTEMPTS[key]}
            </button>
          ))}
        </div>
        <details className="day-more">
          <summary>Something else</summary>
          <div className="case-card__acts">
            {ELSE.map(([key, words]) => (
              <button key={key} type="submit" name="result" value={key} className="act">
                {words}
              </button>
            ))}
          </div>
        </details>
      </form>
    </li>
  );
}
