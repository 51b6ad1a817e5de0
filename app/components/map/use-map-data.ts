import {useCallback, useEffect, useState} from 'react';
import type {MapData} from './map-data.ts';
import type {MapView} from './make-map.ts';

export interface MapAnswered {
  data: MapData | null;
  /** What was asked for `data`; not always what is looked at by now. */
  answers: {query: string; view: MapView | 'everything'} | null;
  isLooking: boolean;
  hasFailed: boolean;
  retry(): void;
}

/** A move is often followed by another; and a quick answer needs no 'Looking'. */
const SETTLE_MS = 120;
const SLOW_MS = 400;

/**
 * Fetches what belongs in the view, or everything, to learn where it lies; nothing as long as it is not known which. Fetches
 * again whenever the search or the view changes; what is no longer wanted is broken off.
 */
export function useMapData(query: string, view: MapView | 'everything' | null): MapAnswered {
  const [answer, setAnswer] = useState<Pick<MapAnswered, 'data' | 'answers'>>({data: null, answers: null});
  const [state, setState] = useState<'idle' | 'looking' | 'failed'>('idle');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!view) return;
    const stop = new AbortController();
    const slow = setTimeout(() => setState('looking'), SLOW_MS);
    const start = setTimeout(
      () => {
        fetchData(query, view, stop.signal)
          .then((data) => {
            setAnswer({data, answers: {query, view}});
            setState('idle');
          })
          .catch(() => {
            if (!stop.signal.aborted) setState('failed');
          })
          .finally(() => clearTimeout(slow));
      },
      view === 'everything' ? 0 : SETTLE_MS,
    );
    return () => {
      clearTimeout(slow);
      clearTimeout(start);
      stop.abort();
    };
  }, [query, view, attempt]);

  return {
    ...answer,
    isLooking: state === 'looking',
    hasFailed: state === 'failed',
    retry: useCallback(() => setAttempt((count) => count + 1), []),
  };
}

async function fetchData(query: string, view: MapView | 'everything', signal: AbortSignal): Promise<MapData> {
  const params = new URLSearchParams(query);
  if (view !== 'everything') {
    const {west, south, east, north} = view.bounds;
    const sides = [west, south, east, north];
    params.set('bbox', sides.map((side) => side.toFixed(4)).join(','));
    // Clusters are made for whole zooms; from the one below they never touch.
    params.set('zoom', String(Math.floor(view.zoom)));
  }
  const answer = await fetch(`/search/map?${params}`, {signal, headers: {Accept: 'application/json'}});
  if (!answer.ok) throw new Error(`The map was answered with ${answer.status}`);
  return (await answer.json()) as MapData;
}
