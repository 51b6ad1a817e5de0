import {useCallback, useEffect, useRef, type RefObject} from 'react';
import {useLiveEvents} from '../live/use-live-events.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Answer, Followed} from './draft-link.ts';

/** How often it is asked what others do where nothing tells this page of it. */
const ASK_EVERY_MS = 5000;
/** And where it is told: only so that it is known to be there (`PRESENT_SECONDS`). */
const STILL_HERE_MS = 20_000;
/** Whoever goes from field to field by Tab is told of once. */
const SETTLED_MS = 200;

interface Following<More> {
  keeper: DraftKeeper;
  link: {follow(field: string | null, known: Record<string, number>): Promise<Answer<Followed<More>>>};
  form: RefObject<HTMLFormElement>;
  /** Of the live events, such as 'call:<draft>'. */
  topic: string;
  /** This page, and whoever has it open: what they do themselves need not be told to them. */
  own: {page: string; staffId: string};
  since: number;
  /** Whether somebody else is in the draft: only then is it worth telling which field one is in. */
  isShared: boolean;
  onFollowed(said: Followed<More> & {ok: true}): void;
  /** @param by who ended it, as 'by Tom Ashdown'; null where that is not known */
  onOver(by: string | null): void;
}

/**
 * Follows a draft in which others may be: what they type and where they are comes as soon as it is told over the live events,
 * and every five seconds where those fail.
 */
export function useFollow<More>(following: Following<More>): void {
  const {keeper, link, form, topic, own, since, isShared, onFollowed, onOver} = following;
  const told = useRef({onFollowed, onOver});
  told.current = {onFollowed, onOver};
  const last = useRef({at: 0, isAsking: false, isWanted: false});

  const follow = useCallback(async () => {
    const now = last.current;
    if (keeper.stateNow().kind === 'over') return;
    // One at a time. What is told meanwhile may be in its answer or not, so it is asked once more.
    if (now.isAsking) return void (now.isWanted = true);
    Object.assign(now, {isAsking: true, isWanted: false, at: Date.now()});
    const answer = await link.follow(nameOf(form.current), keeper.known());
    now.isAsking = false;
    if (!form.current || answer.kind !== 'said') return;
    const {said} = answer;
    if (!said.ok) {
      told.current.onOver(said.isYou ? 'by you, in another window' : said.byName && `by ${said.byName}`);
      keeper.over(said.reason);
      return;
    }
    const isWhole = keeper.receive(said.fields, (name) => name === nameOf(form.current));
    told.current.onFollowed(said);
    if (now.isWanted || !isWhole) window.setTimeout(() => void follow(), isWhole ? 0 : SETTLED_MS);
  }, [form, keeper, link]);

  const state = useLiveEvents([topic], {
    since,
    onChanged: () => void follow(),
    isOwn: (id) => id === own.page || id === own.staffId,
  });

  useEffect(() => {
    const every = state === 'live' ? STILL_HERE_MS : ASK_EVERY_MS;
    const timer = window.setInterval(() => {
      if (Date.now() - last.current.at >= every - 100) void follow();
    }, ASK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [follow, state]);

  useEffect(() => {
    const element = form.current;
    if (!isShared || !element) return;
    let timer = 0;
    const moved = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void follow(), SETTLED_MS);
    };
    element.addEventListener('focusin', moved);
    element.addEventListener('focusout', moved);
    moved();
    return () => {
      window.clearTimeout(timer);
      element.removeEventListener('focusin', moved);
      element.removeEventListener('focusout', moved);
    };
  }, [follow, form, isShared]);

  // For whoever looks for a fault, and for tests: whether changes of others come by themselves.
  useEffect(() => {
    if (form.current) form.current.dataset.live = state;
  }, [form, state]);
}

/** The field that has the focus. */
function nameOf(form: HTMLFormElement | null): string | null {
  const active = document.activeElement;
  return active && form?.contains(active) ? active.getAttribute('name') : null;
}
