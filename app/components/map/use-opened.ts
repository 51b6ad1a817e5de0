import {useCallback, useEffect, useRef, useState} from 'react';
import type {PinView} from './pin-views.ts';

/** The pin whose bubble is open. A new search, or a press on the map beside the pins, closes it. */
export function useOpened(query: string) {
  const [opened, setOpened] = useState<PinView | null>(null);
  // Opening moves the focus off the pin, which is told before the next render; what is open must be known by then.
  const newest = useRef<PinView | null>(null);
  const open = useCallback((pin: PinView | null) => {
    newest.current = pin;
    setOpened(pin);
  }, []);
  useEffect(() => open(null), [query, open]);
  return {
    opened,
    open,
    /** The number of the listing it is about, if it is about one. */
    numberOpened: () => (newest.current?.feature.type === 'listing' ? newest.current.feature.number : null),
  };
}
