/** One open page of a call: keeps what is typed, and hears of others. */
import {useEffect, useMemo, useState, type RefObject} from 'react';
import type {DraftKeeper} from '../drafts/draft-keeper.ts';
import type {Presence} from '../drafts/draft-link.ts';
import {useDraftKeeper} from '../drafts/use-draft-keeper.ts';
import {useFollow} from '../drafts/use-follow.ts';
import {CallLink} from './call-link.ts';
import type {CallPageProps, Clock} from './call-types.ts';

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
  const link = useMemo(() => new CallLink(call.id, page), [call.id, page]);
  const keeper = useDraftKeeper(link, {fields, kept: answer?.kept, conflicts: answer?.conflicts});

  useFollow({
    keeper,
    link,
    form,
    topic: `call:${call.id}`,
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
