import {useEffect, useState} from 'react';
import type {View} from './search-address.ts';

/** From this width the map stands beside the list. The styles say the same. */
const BESIDE = '(min-width: 68.75em)';

/** Whether to fetch the map: in the browser only, and only where it is seen. */
export function useMapIsShown(view: View): boolean {
  const [isBeside, setBeside] = useState<boolean | null>(null);
  useEffect(() => {
    const wide = matchMedia(BESIDE);
    const note = () => setBeside(wide.matches);
    note();
    wide.addEventListener('change', note);
    return () => wide.removeEventListener('change', note);
  }, []);
  return isBeside !== null && (isBeside || view === 'map');
}
