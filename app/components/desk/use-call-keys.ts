import {useEffect, useRef} from 'react';
import {useKeys, type PageKeys} from '../staff/use-keys.ts';
import type {NearView} from './near-view.ts';
import {PARTS, type PartName} from './part.tsx';

interface Keys {
  cards: NearView[];
  isGiven(card: NearView): boolean;
  /** Gives what is not given yet, and takes back what is. */
  onGive(card: NearView): void;
  /** Nothing stands there to be given yet. */
  onNone(): void;
  /** Figures came one upon the other, as in a number: none of them gives anything. */
  onNumber(): void;
  /** Takes back what was given last. */
  onTakeBack(): void;
  onGo(part: PartName): void;
}

/** As many as there are figures. */
const MOST_FIGURES = 9;
/** Whoever types a number, and believes to be in a field, is quicker than this from figure to figure. */
const NUMBER_MS = 300;

/**
 * The keys of a call: a figure gives the service that stands at its place, a letter leads to a part. Escape leaves a field for
 * its part, so that the next key is meant for the page.
 */
export function useCallKeys({cards, isGiven, onGive, onNone, onNumber, onTakeBack, onGo}: Keys) {
  const last = useRef<{at: number; card: NearView | null}>({at: -NUMBER_MS, card: null});
  const press = (card: NearView) => {
    const {at, card: before} = last.current;
    const isNumber = performance.now() - at < NUMBER_MS;
    last.current = {at: performance.now(), card: isNumber ? null : card};
    if (!isNumber) return onGive(card);
    if (before) onGive(before);
    onNumber();
  };
  const figures = cards
    .slice(0, MOST_FIGURES)
    .map((card, place): [string, PageKeys[string]] => [
      String(place + 1),
      {says: `${isGiven(card) ? 'Take back' : 'Give'} ${card.name}`, run: () => press(card)},
    ]);
  const parts = (Object.keys(PARTS) as PartName[]).map((name): [string, PageKeys[string]] => [
    PARTS[name].key,
    {says: `Go to ${PARTS[name].title}`, run: () => onGo(name)},
  ]);
  useKeys({
    1: {says: 'Give what stands first under What is near, 2 the second, and so on', run: onNone},
    ...Object.fromEntries(figures),
    u: {says: 'Take back what was given last', run: onTakeBack},
    ...Object.fromEntries(parts),
    // It only leads there: a key pressed by mistake ends no call.
    f: {says: 'Finish: go to the button that ends the call', run: () => document.getElementById('endCall')?.focus()},
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
