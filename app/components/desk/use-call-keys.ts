import {useEffect, useRef} from 'react';
import {useKeys, type PageKeys} from '../staff/use-keys.ts';
import type {NearView} from './near-view.ts';
import {PARTS, type PartName} from './part.tsx';

interface Keys {
  cards: NearView[];
  onGive(card: NearView): void;
  onGo(part: PartName): void;
}

/** After `g` the figure of what shall be given is waited for this long. */
const GIVE_MS = 3000;

/** The keys of a call. Escape leaves a field for its part, so that the next key is meant for the page. */
export function useCallKeys({cards, onGive, onGo}: Keys) {
  const givesUntil = useRef(0);
  const press = (name: PartName, place: number) => {
    const card = Date.now() < givesUntil.current ? cards[place] : undefined;
    givesUntil.current = 0;
    if (card) onGive(card);
    else onGo(name);
  };
  const parts = (Object.keys(PARTS) as PartName[]).map((name, place): [string, PageKeys[string]] => [
    PARTS[name].key,
    {says: `Go to ${PARTS[name].title}`, run: () => press(name, place)},
  ]);
  useKeys({
    ...Object.fromEntries(parts),
    g: {
      says: 'Then a figure: give what stands there under What is near',
      run: () => (givesUntil.current = Date.now() + GIVE_MS),
    },
    e: {says: 'End the call', run: () => document.getElementById('endCall')?.click()},
    // Listed only: it is heard below, as it acts where somebody types.
    Esc: {says: 'Leave a field, so that these keys work again', run: () => leaveField(document.activeElement)},
  });
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leaveField(event.target as Element);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
}

const leaveField = (field: Element | null) => field?.closest<HTMLElement>('.call-part')?.focus();
