/** Calls as the lists of the desk show them: words only. */
import type {CallBackRow, CallRow, DraftRow, UndeliveredRow} from '../../components/desk/desk-home.tsx';
import {CALLER_KINDS, CHANNELS, DOMAINS, SEND_BY} from '../../domain/calls/call-choices.ts';
import {DISPOSITIONS} from '../../domain/calls/dispositions.ts';
import type {Draft} from '../../domain/calls/drafts.server.ts';
import type {ListedCall, Undelivered} from '../../domain/calls/list-calls.server.ts';
import {addDays, londonMoment} from '../../domain/dates/calendar-date.ts';
import type {CallBack} from '../../domain/second-level/call-backs.server.ts';
import {clockState, dueInWords} from '../../domain/queues/response-clock.ts';
import {timeInWords} from '../../http/moments.ts';

export const draftRow = (draft: Draft & {story: string; callerName: string}): DraftRow => ({
  id: draft.id,
  reference: draft.reference,
  channel: CHANNELS[draft.channel],
  begun: timeInWords(draft.openedAt),
  caller: draft.callerName,
  story: draft.story,
  isOver: draft.talkEndedAt !== null,
});

export const callRow = (call: ListedCall): CallRow => ({
  id: call.id,
  reference: call.reference,
  at: timeInWords(call.startedAt),
  channel: CHANNELS[call.channel],
  caller: call.callerName ?? CALLER_KINDS[call.callerKind],
  about: call.mainNeed ?? (call.domain === 'none' ? 'Something else' : DOMAINS[call.domain]),
  endings: call.dispositions.map((kind) => DISPOSITIONS[kind].name),
  isResolved: call.isResolved,
});

export function callBackRow({id, about, dueAt}: CallBack, now = new Date()): CallBackRow {
  const {state, words} = clockState(dueAt, now);
  return {id, about, due: `${dueInWords(dueAt, now)}, ${words}`, isLate: state === 'breached'};
}

export const undeliveredRow = ({callId, reference, channel}: Undelivered): UndeliveredRow => ({
  href: `/desk/ended/${callId}`,
  reference,
  what: SEND_BY[channel].toLowerCase(),
});

/** From midnight to midnight of a British day. @param day 'YYYY-MM-DD' */
export const dayOf = (day: string) => ({from: londonMoment(day, '00:00'), to: londonMoment(addDays(day, 1), '00:00')});
