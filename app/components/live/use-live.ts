import {useRevalidator} from '@remix-run/react';
import {useEffect, useRef} from 'react';
import {useLiveEvents, type LiveState} from './use-live-events.ts';

export type {LiveState};

const ASK_EVERY_MS = 30_000;

/**
 * Keeps what a page shows up to date: whenever something of its topics changes, its loader is asked again; every half
 * minute where it cannot be told.
 * @param topics such as 'queue:<partner>'; the server refuses those that are not for the viewer
 * @param since when what is shown was read, in milliseconds since 1970
 */
export function useLive(topics: readonly string[], since: number): LiveState {
  const {revalidate} = useRevalidator();
  const look = useRef(revalidate);
  look.current = revalidate;
  const state = useLiveEvents(topics, {since, onChanged: () => look.current()});
  useEffect(() => {
    if (state === 'live') return;
    const asking = setInterval(() => !document.hidden && look.current(), ASK_EVERY_MS);
    return () => clearInterval(asking);
  }, [state]);
  return state;
}
