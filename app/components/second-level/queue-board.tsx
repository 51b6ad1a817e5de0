import type {ClockState} from '../../domain/queues/response-clock.ts';
import {ClockShape} from './clock-mark.tsx';

export interface QueueCard {
  discipline: string;
  name: string;
  isOwn: boolean;
  /** 'Open until 20:30', 'Closed. Opens tomorrow at 08:30'. */
  hours: string;
  isOpen: boolean;
  waiting: number;
  claimed: number;
  dueSoon: number;
  breached: number;
  asks: number;
  /** How long the one that has waited longest has waited, in words. */
  longest: string | null;
}

/** The queues of an organisation, each with what waits in it. */
export function QueueBoard({queues}: {queues: QueueCard[]}) {
  return (
    <ul className="queue-board" role="list">
      {queues.map((queue) => (
        <li key={queue.discipline} className={`queue-card ${queue.breached > 0 ? 'queue-card--late' : ''}`}>
          <h2 className="queue-card__name">
            <a href={`/desk/queues/${queue.discipline}`}>{queue.name}</a>
          </h2>
          <p className="queue-card__hours">
            {queue.isOwn && <span className="queue-card__own">Your discipline</span>}
            {queue.hours}
          </p>
          <dl className="queue-card__counts">
            <Count label="Waiting" count={queue.waiting} />
            <Count label="Due soon" count={queue.dueSoon} state="due_soon" />
            <Count label="Late" count={queue.breached} state="breached" />
            <Count label="Taken up" count={queue.claimed} />
          </dl>
          <p className="queue-card__longest">
            {queue.longest ? `The longest wait is ${queue.longest}.` : 'Nothing waits.'}
            {queue.asks > 0 && (
              <strong className="queue-card__asks">
                {queue.asks === 1 ? '1 question for you' : `${queue.asks} questions for you`}
              </strong>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Count({label, count, state}: {label: string; count: number; state?: ClockState}) {
  return (
    <div className={`queue-count ${state && count > 0 ? `clock-mark--${state}` : ''}`}>
      <dt>
        {state && count > 0 && <ClockShape state={state} />}
        {label}
      </dt>
      <dd>{count}</dd>
    </div>
  );
}
