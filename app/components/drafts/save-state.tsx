import {useEffect, useState, type ReactNode} from 'react';
import {useKeeperState} from './draft-context.tsx';

const TIME = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit'});
/** A sending that takes no longer need not be told of. */
const QUIET_MS = 1200;

/**
 * Whether what is typed is kept, in a few quiet words. The place for it is always there, so that nothing moves.
 * @param savedAt said before the time, where 'Saved' would be taken for the whole form
 */
export function SaveState({savedAt = 'Saved at'}: {savedAt?: string}) {
  const state = useKeeperState();
  const [isSlow, setIsSlow] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const kind = state.kind;
  useEffect(() => {
    if (state.kind === 'saved' && state.at !== null) setAt(state.at);
  }, [state]);
  useEffect(() => {
    if (kind !== 'saving') return setIsSlow(false);
    const timer = window.setTimeout(() => setIsSlow(true), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [kind]);
  const words =
    kind === 'away' || kind === 'signed-out'
      ? 'Not saved yet'
      : isSlow
        ? 'Saving…'
        : at !== null
          ? `${savedAt} ${TIME.format(at)}`
          : 'Kept as you type';
  return (
    <p className={`save-state save-state--${kind}`} data-state={kind}>
      {words}
    </p>
  );
}

interface LineStateProps {
  /** Where whoever signs in again in another tab is led. */
  next: string;
  /** What is said when nothing is taken in any more, and the way on. */
  over: Record<'closed' | 'gone', ReactNode>;
}

/** What has come between the page and the server, and what to do. Takes no focus and moves nothing. */
export function LineState({next, over}: LineStateProps) {
  const state = useKeeperState();
  return (
    <div className="line-state" role="status">
      {state.kind === 'away' && (
        <p className="line-state__words">
          <strong>No connection.</strong>{' '}
          <span className="line-state__more">Go on typing: it is sent when you are back. Keep this page open.</span>
        </p>
      )}
      {state.kind === 'signed-out' && (
        <p className="line-state__words">
          <strong>You have been signed out.</strong> Keep this page open and{' '}
          <a href={`/sign-in?next=${next}`} target="_blank" rel="noreferrer">
            sign in again in a new tab
          </a>
          . What you typed is sent by itself then.
        </p>
      )}
      {state.kind === 'over' && <div className="line-state__words">{over[state.reason]}</div>}
    </div>
  );
}
