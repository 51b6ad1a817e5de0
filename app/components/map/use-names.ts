import {useEffect, useState} from 'react';
import type {MapName} from './map-data.ts';

/** The names of the listings in a cluster: null while they are fetched, 'failed' when they cannot be. */
export function useNames(numbers: number[]): MapName[] | 'failed' | null {
  const [names, setNames] = useState<MapName[] | 'failed' | null>(null);
  const wanted = numbers.map((number) => `n=${number}`).join('&');
  useEffect(() => {
    const stop = new AbortController();
    setNames(null);
    fetch(`/search/map/names?${wanted}`, {signal: stop.signal})
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`Names were answered with ${answer.status}`);
        setNames((await answer.json()) as MapName[]);
      })
      .catch(() => {
        if (!stop.signal.aborted) setNames('failed');
      });
    return () => stop.abort();
  }, [wanted]);
  return names;
}
