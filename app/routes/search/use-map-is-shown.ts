import {useEffect, useState} from 'react';
import type {View} from './search-address.ts';

/** From this width the map stands beside the list. The styles say the same. */
const BESIDE = '(min-width: 68.75em)';

/** A browser with nothing to do has shown the list. One that never rests, or cannot say so, still gets its map. */
const REST_MS = 1500;

/** Whether to fetch the map: in the browser only, only where it is seen, and beside the list only after the list. */
export function useMapIsShown(view: View): boolean {
  const [isBeside, setBeside] = useState<boolean | null>(null);
  useEffect(() => {
    const wide = matchMedia(BESIDE);
    const note = () => setBeside(wide.matches);
    note();
    wide.addEventListener('change', note);
    return () => wide.removeEventListener('change', note);
  }, []);
  const [hasRested, setRested] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setRested(true), 200);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(() => setRested(true), {timeout: REST_MS});
    return () => cancelIdleCallback(waiting);
  }, []);
  return isBeside !== null && (view === 'map' || (isBeside && hasRested));
}
