import {useRevalidator} from '@remix-run/react';
import {useEffect, useRef, useState} from 'react';

/** `live`: changes come by themselves; `reload`: they do not, and the page asks every half minute. */
export type LiveState = 'connecting' | 'live' | 'reload';

/** Several changes at once are one look. */
const TOGETHER_MS = 150;
const ASK_EVERY_MS = 30_000;
const GIVE_UP_MS = 6000;

/**
 * Keeps what a page shows up to date: whenever something of its topics changes, its loader is asked again. Only the page in
 * front listens, as a browser opens few connections to one site; one that comes to the front looks again first.
 * @param topics such as 'queue:<partner>'; the server refuses those that are not for the viewer
 * @param since when what is shown was read, in milliseconds since 1970
 */
export function useLive(topics: readonly string[], since: number): LiveState {
  const {revalidate} = useRevalidator();
  const [state, setState] = useState<LiveState>('connecting');
  const look = useRef(revalidate);
  look.current = revalidate;
  const from = useRef(since);
  from.current = since;
  const wanted = topics.join(',');

  useEffect(() => {
    let source: EventSource | null = null;
    let soon: ReturnType<typeof setTimeout> | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    let hasBroken = false;
    const lookSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(() => look.current(), TOGETHER_MS);
    };
    const broken = () => {
      hasBroken = true;
      patience ??= setTimeout(() => setState('reload'), GIVE_UP_MS);
      // Refused, not only broken off: the browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) setState('reload');
    };
    const open = () => {
      if (source || document.hidden) return;
      source = new EventSource(`/desk/live?topics=${encodeURIComponent(wanted)}&since=${from.current}`);
      source.addEventListener('changed', lookSoon);
      source.addEventListener('error', broken);
      source.addEventListener('open', () => {
        clearTimeout(patience);
        patience = undefined;
        if (hasBroken) lookSoon();
        hasBroken = false;
        setState('live');
      });
    };
    const close = () => {
      source?.close();
      source = null;
    };
    const turned = () => {
      if (document.hidden) return close();
      open();
      lookSoon();
    };
    const asking = setInterval(() => {
      if (document.hidden || source?.readyState === EventSource.OPEN) return;
      look.current();
      if (source?.readyState === EventSource.CLOSED) {
        close();
        open();
      }
    }, ASK_EVERY_MS);
    open();
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      clearInterval(asking);
      clearTimeout(soon);
      clearTimeout(patience);
      close();
    };
  }, [wanted]);
  return state;
}
