import type {ClockState} from '../../domain/queues/response-clock.ts';

export interface ClockView {
  state: ClockState;
  /** '14 minutes left'. */
  words: string;
  /** 'today at 14:05'. */
  due: string;
}

/** How a clock stands: a shape, a word and a colour, any one of which is enough. */
export function ClockMark({clock}: {clock: ClockView}) {
  return (
    <span className={`clock-mark clock-mark--${clock.state}`}>
      <ClockShape state={clock.state} />
      <span>
        <strong>{STATE_WORDS[clock.state]}</strong>
        <span className="clock-mark__words">{clock.words}</span>
        <span className="clock-mark__due">due {clock.due}</span>
      </span>
    </span>
  );
}

export const STATE_WORDS: Record<ClockState, string> = {waiting: 'On time', due_soon: 'Due soon', breached: 'Late'};

/** A ring, a half-full disc, a full triangle: told apart without colour. */
export function ClockShape({state}: {state: ClockState}) {
  return (
    <svg className="clock-shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {state === 'waiting' && <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3" />}
      {state === 'due_soon' && (
        <>
          <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3" />
          <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
        </>
      )}
      {state === 'breached' && (
        <path
          d="M12 2 23 21H1zM11 9v6h2V9zM11 17v2h2v-2z"
          fill="currentColor"
          fillRule="evenodd"
          stroke="currentColor"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
