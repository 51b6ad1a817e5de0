/** One open page of a call: keeps what is typed, hears of others, and minds that browsers and networks come and go. */
import {useEffect, useMemo, useRef, useState, type RefObject} from 'react';
import {CallLink} from './call-link.ts';
import type {CallPageProps, Clock, Presence} from './call-types.ts';
import {DraftKeeper} from './draft-keeper.ts';
import {useFollow} from './use-follow.ts';

interface Draft {
  keeper: DraftKeeper;
  link: CallLink;
  present: Presence[];
  clock: Clock;
  setClock(change: (clock: Clock) => Clock): void;
  /** Whom the call is about, as the server last said: another may have chosen. */
  personId: string | null;
  /** Who ended the call elsewhere. */
  endedBy: string | null;
}

export function useDraft(props: CallPageProps, form: RefObject<HTMLFormElement>): Draft {
  const {call, fields, page, answer} = props;
  const [present, setPresent] = useState(props.present);
  const [clock, setClock] = useState(props.clock);
  const [personId, setPersonId] = useState(call.personId);
  const [endedBy, setEndedBy] = useState<string | null>(null);
  const first = useRef({fields, answer});
  const link = useMemo(() => new CallLink(call.id, page), [call.id, page]);
  const keeper = useMemo(() => {
    const made = new DraftKeeper(first.current.fields, {
      send: (changes) => link.saveFields(changes),
      now: () => Date.now(),
      later(work, ms) {
        // On the server a page is only made, and nothing is sent.
        if (typeof window === 'undefined') return () => {};
        const timer = window.setTimeout(work, ms);
        return () => window.clearTimeout(timer);
      },
    });
    const {answer} = first.current;
    for (const [name, value] of Object.entries(answer?.kept ?? {})) made.type(name, value);
    if (answer?.conflicts) made.meet(answer.conflicts);
    return made;
  }, [link]);

  useEffect(() => {
    const last = () => link.saveLast(keeper.pending());
    const hidden = () => document.visibilityState === 'hidden' && last();
    const again = () => keeper.tryAgain();
    const seen = () => document.visibilityState === 'visible' && again();
    window.addEventListener('pagehide', last);
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', hidden);
    document.addEventListener('visibilitychange', seen);
    return () => {
      keeper.stop();
      window.removeEventListener('pagehide', last);
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', hidden);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [keeper, link]);

  useFollow({
    keeper,
    link,
    form,
    callId: call.id,
    own: {page, staffId: props.me.id},
    since: props.clock.now,
    isShared: present.length > 0,
    onFollowed({present, draft}) {
      setPresent(present);
      setPersonId(draft.personId);
      const moment = (at: string | null) => (at ? Date.parse(at) : null);
      const {heldSince, heldSeconds, talkEndedAt} = draft;
      setClock((before) => ({...before, heldSince: moment(heldSince), heldSeconds, talkEndedAt: moment(talkEndedAt)}));
    },
    onOver: setEndedBy,
  });

  // Whoever reads along should not wait for the words.
  useEffect(() => keeper.hurry(present.length > 0), [keeper, present.length]);

  return {keeper, link, present, clock, setClock, personId, endedBy};
}
