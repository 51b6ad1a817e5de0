import {useEffect, useState, type RefObject} from 'react';
import {shareGestures} from './hand-gestures.ts';
import {makeMap, type MapHandle, type MapView} from './make-map.ts';

const HINT_MS = 1800;

/** A Leaflet map in the element, from the first paint until it goes. */
export function useLeaflet(element: RefObject<HTMLElement>, hasTiles: boolean) {
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [view, setView] = useState<MapView | null>(null);
  const [isHintShown, setHintShown] = useState(false);

  useEffect(() => {
    if (!element.current) return;
    let hint: ReturnType<typeof setTimeout>;
    const made = makeMap(element.current, hasTiles, setView);
    const unshare = shareGestures(made.leaflet, () => {
      clearTimeout(hint);
      setHintShown(true);
      hint = setTimeout(() => setHintShown(false), HINT_MS);
    });
    setHandle(made);
    return () => {
      clearTimeout(hint);
      unshare();
      made.remove();
      setHandle(null);
    };
  }, [element, hasTiles]);

  return {handle, view, isHintShown};
}
