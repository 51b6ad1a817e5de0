/** What is typed about a meeting becomes what is kept, or kind words beside each field. */
import {z} from 'zod';
import {readDay, type Problems, type ReadForm, type Typed} from '../cases/read-case-forms.ts';
import type {NewAction} from './change-meeting.server.ts';
import {ATTENDANCE, MEETING_KINDS, type Attendance, type MeetingKind} from './mdt-choices.ts';
import type {PlannedMeeting} from './my-meetings.server.ts';

const words = (typed: Typed, name: string) => (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
const isId = (text: string) => z.uuid().safeParse(text).success;

const given = <T>(problems: Problems, value: T): ReadForm<T> =>
  Object.keys(problems).length > 0 ? {ok: false, problems} : {ok: true, value};

/** @param today 'YYYY-MM-DD'. A meeting that was held may be written down later. */
export function readMeeting(typed: Typed, today: string): ReadForm<PlannedMeeting> {
  const problems: Problems = {};
  const [mdtId, kind, heldOn, startsAt, place] = ['mdt', 'kind', 'heldOn', 'startsAt', 'place'].map((name) =>
    words(typed, name),
  ) as [string, string, string, string, string];
  if (!isId(mdtId)) problems.mdt = 'Choose whose meeting it is';
  if (!Object.hasOwn(MEETING_KINDS, kind)) problems.kind = 'Choose one';
  const day = heldOn ? readDay(heldOn, today) : null;
  if (!day) problems.heldOn = heldOn ? 'Write a day like 3/12/2026' : 'Say on which day';
  const time = startsAt ? /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(startsAt) : null;
  if (startsAt && !time) problems.startsAt = 'Write a time like 14:30';
  if (place.length > 200) problems.place = 'Use 200 letters at most';
  return given(problems, {
    mdtId,
    kind: kind as MeetingKind,
    heldOn: day ?? '',
    startsAt: time ? `${time[1]!.padStart(2, '0')}:${time[2]}` : null,
    place: place || null,
  });
}

export function readDecision(typed: Typed): ReadForm<{decision: string; comesAgain: boolean}> {
  const problems: Problems = {};
  const [decision, again] = [words(typed, 'decision'), words(typed, 'comesAgain')];
  if (!decision) problems.decision = 'Write what you decided together';
  else if (decision.length > 4000) problems.decision = 'Use 4,000 letters at most';
  if (again !== 'yes' && again !== 'no') problems.comesAgain = 'Say whether you speak of them again next time';
  return given(problems, {decision, comesAgain: again === 'yes'});
}

/** @param today 'YYYY-MM-DD' */
export function readAction(typed: Typed, today: string): ReadForm<NewAction> {
  const problems: Problems = {};
  const [what, ownerId, dueOn] = [words(typed, 'what'), words(typed, 'owner'), words(typed, 'dueOn')];
  if (!what) problems.what = 'Write what is to be done';
  else if (what.length > 500) problems.what = 'Use 500 letters at most';
  if (!isId(ownerId)) problems.owner = 'Choose who does it';
  const day = dueOn ? readDay(dueOn, today) : null;
  if (!day) problems.dueOn = dueOn ? 'Write a day like 3/12/2026' : 'Say by which day';
  else if (day < today) problems.dueOn = 'Choose today or a day to come';
  return given(problems, {what, ownerId, dueOn: day ?? ''});
}

/** Fields `came.<id of the account>`; what is none of the choices is left out. */
export function readAttendance(typed: Typed): Record<string, Attendance> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const id = /^came\.(.+)$/.exec(name)?.[1];
      return id && isId(id) && Object.hasOwn(ATTENDANCE, value) ? [[id, value as Attendance]] : [];
    }),
  );
}

export function readNotes(typed: Typed): ReadForm<string | null> {
  const notes = words(typed, 'notes');
  return notes.length > 8000
    ? {ok: false, problems: {notes: 'Use 8,000 letters at most'}}
    : {ok: true, value: notes || null};
}
