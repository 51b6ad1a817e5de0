import {useEffect, useRef, useState} from 'react';

/** `live`: changes come by themselves; `reload`: they do not, and the page asks from time to time. */
export type LiveState = 'connecting' | 'live' | 'reload';

/** Several changes at once are one look. */
const TOGETHER_MS = 150;
const OPEN_AGAIN_MS = 30_000;
const GIVE_UP_MS = 6000;

interface LiveEventsOptions {
  /** When what is shown was read, in milliseconds since 1970. */
  since: number;
  /** Something changed, or may have: look again. */
  onChanged(): void;
  /** Whether a change need not be looked at, by the id that is told with it: it was made by this very page. */
  isOwn?(id: string): boolean;
}

/**
 * Hears that something of these topics has changed. Only the page in front listens, as a browser opens few connections to
 * one site; one that comes to the front is told to look again first.
 * @param topics such as 'queue:<partner>'; the server refuses those that are not for the viewer
 * @returns whether changes come by themselves. Where they do not, whoever uses this asks by themselves.
 */
export function useLiveEvents(topics: readonly string[], {since, onChanged, isOwn}: LiveEventsOptions): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef({since, onChanged, isOwn});
  latest.current = {since, onChanged, isOwn};
  const wanted = topics.join(',');

  useEffect(() => {
    let source: EventSource | null = null;
    let soon: ReturnType<typeof setTimeout> | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    let hasBroken = false;
    const lookSoon = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        latest.current.onChanged();
      }, TOGETHER_MS);
    };
    const changed = ({data}: MessageEvent<string>) => {
      const {id} = JSON.parse(data) as {id: string | null};
      if (!id || !latest.current.isOwn?.(id)) lookSoon();
    };
    const broken = () => {
      hasBroken = true;
      patience ??= setTimeout(() => setState('reload'), GIVE_UP_MS);
      // Refused, not only broken off: the browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) setState('reload');
    };
    const open = () => {
      if (source || document.hidden) return;
      source = new EventSource(`/desk/live?topics=${encodeURIComponent(wanted)}&since=${latest.current.since}`);
      source.addEventListener('changed', changed);
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
      if (document.hidden) {
        close();
        return setState('connecting');
      }
      open();
      lookSoon();
    };
    const again = setInterval(() => {
      if (document.hidden || source?.readyState !== EventSource.CLOSED) return;
      close();
      open();
    }, OPEN_AGAIN_MS);
    open();
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      clearInterval(again);
      clearTimeout(soon);
      clearTimeout(patience);
      close();
    };
  }, [wanted]);
  return state;
}
