import type {LiveState} from '../live/use-live.ts';

/** Says quietly whether a page keeps itself up to date. */
export function LiveNote({state}: {state: LiveState}) {
  return (
    <p className={`live-note live-note--${state}`} role="status">
      {state === 'live' && 'Changes show here by themselves.'}
      {state === 'reload' && 'Changes do not reach this page just now. It asks every 30 seconds.'}
      {state === 'connecting' && ' '}
    </p>
  );
}
