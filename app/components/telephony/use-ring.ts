import {useEffect, useState} from 'react';

/** What rings, as the server tells it. */
export interface RingView {
  id: string;
  caller: string | null;
  state: 'ringing' | 'answered';
  people: number;
}

const ASK_EVERY_MS = 5000;

/**
 * What rings at the viewer's own telephone. It is told over the live events of the desk, and asked for where they fail;
 * only the page in front does either. Nothing else of the page is loaded anew, so whatever is typed stays.
 */
export function useRing(staffId: string | null): RingView | null {
  const [ring, setRing] = useState<RingView | null>(null);
  useEffect(() => {
    if (!staffId) return;
    let isOver = false;
    let source: EventSource | null = null;
    const ask = async () => {
      try {
        const answer = await fetch('/desk/ring', {headers: {Accept: 'application/json'}});
        const found = answer.ok ? ((await answer.json()) as {ring: RingView | null}) : null;
        // The same as before is no news: the notice is not read out again.
        if (found && !isOver) {
          setRing((before) => (JSON.stringify(before) === JSON.stringify(found.ring) ? before : found.ring));
        }
      } catch {
        // The network is gone; it is asked again.
      }
    };
    const listen = () => {
      if (document.hidden) {
        source?.close();
        source = null;
        return;
      }
      void ask();
      source ??= new EventSource(`/desk/live?topics=staff:${staffId}&since=${Date.now()}`);
      source.addEventListener('changed', () => void ask());
    };
    const asking = setInterval(() => {
      if (!document.hidden && source?.readyState !== EventSource.OPEN) void ask();
    }, ASK_EVERY_MS);
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', listen);
      clearInterval(asking);
      source?.close();
    };
  }, [staffId]);
  return ring;
}
