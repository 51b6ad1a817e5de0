import {useCallback, useEffect, useRef, useState, type RefObject} from 'react';
import type {CallLink} from './call-link.ts';
import type {DraftKeeper} from '../drafts/draft-keeper.ts';
import type {BesideView, NearView} from './near-view.ts';

/** A pause this long in the typing is worth a look. */
const WAIT_MS = 300;
/** A list that moves under a pointer on its way would give another service than the one that was meant: it waits so long … */
const REACH_MS = 400;
/** … and no longer than so many times, as a pointer may be anywhere. */
const REACH_TIMES = 5;
/** Where the keyboard is among the cards. Whoever goes from one to the next must not lose their place: it waits till they leave. */
const TABBED_TO = ':focus-visible';

interface Beside {
  beside: BesideView;
  isAsking: boolean;
  /** Something newer has come, and waits until nobody is among the cards. */
  isHeld: boolean;
  /** Cards of what was given, also of what has gone from the list since. */
  given: NearView[];
  /** Somebody's pointer is on its way over the cards: they stay where they are for a moment. */
  onReach(): void;
  /** The list of cards. */
  list: RefObject<HTMLOListElement>;
}

/** Keeps what is near in step with the story, the needs and the place. Only the newest answer counts. */
export function useBeside(keeper: DraftKeeper, link: CallLink, first: BesideView, firstGiven: NearView[]): Beside {
  const [beside, setBeside] = useState(first);
  const [given, setGiven] = useState(firstGiven);
  const [isAsking, setIsAsking] = useState(false);
  const [isHeld, setIsHeld] = useState(false);
  const reachedAt = useRef(-REACH_MS);
  const list = useRef<HTMLOListElement>(null);
  const cards = useRef(new Map([...first.cards, ...firstGiven].map((card) => [card.id, card])));
  useEffect(() => {
    let asked = key(keeper);
    let timer = 0;
    let newest: AbortController | null = null;
    const idsOf = () => keeper.value('services').split(',').filter(Boolean);
    const isReached = (times: number) =>
      Boolean(list.current?.querySelector(TABBED_TO)) ||
      (times < REACH_TIMES && performance.now() - reachedAt.current < REACH_MS);
    const showGiven = () => {
      const next = idsOf().flatMap((id) => cards.current.get(id) ?? []);
      setGiven((before) => (sameIds(before, next) ? before : next));
    };
    const ask = async () => {
      newest?.abort();
      const mine = new AbortController();
      newest = mine;
      setIsAsking(true);
      const answer = await link.near(
        {
          story: keeper.value('story'),
          needs: keeper.value('needs').split(',').filter(Boolean),
          near: keeper.value('near'),
          given: idsOf().filter((id) => !cards.current.has(id)),
        },
        mine.signal,
      );
      for (let times = 0; !mine.signal.aborted && isReached(times); times++) {
        setIsHeld(true);
        await new Promise((resolve) => window.setTimeout(resolve, REACH_MS));
      }
      if (mine.signal.aborted) return;
      setIsAsking(false);
      setIsHeld(false);
      if (answer.kind !== 'said') return;
      for (const card of [...answer.said.cards, ...answer.said.given]) cards.current.set(card.id, card);
      setBeside(answer.said);
      showGiven();
    };
    const onChange = () => {
      showGiven();
      const now = key(keeper);
      const isKnown = idsOf().every((id) => cards.current.has(id));
      if (now === asked && isKnown) return;
      asked = now;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), WAIT_MS);
    };
    const unsubscribe = keeper.subscribe(onChange);
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
      newest?.abort();
    };
  }, [keeper, link]);
  const onReach = useCallback(() => {
    reachedAt.current = performance.now();
  }, []);
  return {beside, given, isAsking, isHeld, onReach, list};
}

const key = (keeper: DraftKeeper) => ['story', 'needs', 'near'].map((name) => keeper.value(name)).join('\u0000');
const sameIds = (one: NearView[], other: NearView[]) =>
  one.length === other.length && one.every(({id}, place) => id === other[place]?.id);
