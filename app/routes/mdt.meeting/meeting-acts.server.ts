/** What the forms on the pages of a meeting do: read, then one act of the domain. */
import {z} from 'zod';
import {partOf} from '../../domain/access/submissions.server.ts';
import type {Problems, Typed} from '../../domain/cases/read-case-forms.ts';
import {
  addAction,
  askAttendee,
  decide,
  keepMinutes,
  keepSummary,
  listPeople,
  noteAttendance,
  strikeAction,
  unaskAttendee,
  unlistPerson,
} from '../../domain/mdt/change-meeting.server.ts';
import type {MeetingDone, MeetingForm} from '../../domain/mdt/in-meeting.server.ts';
import {readAction, readAttendance, readDecision, readNotes} from '../../domain/mdt/read-mdt-forms.ts';
import {readSummary} from '../../domain/mdt/summary.ts';

export const DONE: Record<string, string> = {
  list: 'They are on the list.',
  unlist: 'They are off the list. They wait for the next meeting.',
  ask: 'They are asked to the meeting.',
  unask: 'They are not asked any more.',
  attendance: 'It is written down who came.',
  minutes: 'The minutes are saved.',
  closed: 'The minutes are closed. What people took on is in their days.',
  decide: 'The decision is saved.',
  agree: 'It stands in their day.',
  strike: 'It is struck out.',
  summary: 'The page is saved.',
};

export const REFUSED: Record<string, string> = {
  changed: 'Somebody changed this meanwhile. Look at it as it is now, then do it again: what you typed is still here.',
  closed: 'The minutes of this meeting are closed.',
  nobody: 'Choose somebody who is asked to the meeting.',
  has_actions: 'Something was agreed here already. Strike that out first.',
};

type Acted = {outcome: MeetingDone} | {problems: Problems};

const idIn = (typed: Typed, name: string) => z.uuid().safeParse(typed[name]).data ?? null;
const chooseOne = (name: string): Acted => ({problems: {[name]: 'Choose one'}});

/** One act at a meeting, or what must be put right; null for an act that is none. */
export async function actAtMeeting(
  form: MeetingForm,
  meetingId: string,
  typed: Typed,
  all: FormData,
): Promise<Acted | null> {
  // The page has such a form for each, all with the number of the page.
  const each = (id: string): MeetingForm => ({...form, submission: partOf(form.submission, `${typed.act} ${id}`)});
  switch (typed.act) {
    case 'list': {
      const ids = all.getAll('subjects').filter((id): id is string => z.uuid().safeParse(id).success);
      if (ids.length === 0) return {problems: {subjects: 'Choose who is spoken of'}};
      return {outcome: await listPeople(form, meetingId, ids.slice(0, 60))};
    }
    case 'unlist': {
      const id = idIn(typed, 'item');
      return id ? {outcome: await unlistPerson(each(id), meetingId, id)} : null;
    }
    case 'ask': {
      const id = idIn(typed, 'staff');
      return id ? {outcome: await askAttendee(form, meetingId, id)} : chooseOne('staff');
    }
    case 'unask': {
      const id = idIn(typed, 'staff');
      return id ? {outcome: await unaskAttendee(form, meetingId, id)} : chooseOne('staff');
    }
    case 'attendance':
      return {outcome: await noteAttendance(form, meetingId, readAttendance(typed))};
    case 'minutes': {
      const read = readNotes(typed);
      if (!read.ok) return {problems: read.problems};
      return {outcome: await keepMinutes(form, meetingId, {notes: read.value, isClosed: typed.close === 'yes'})};
    }
    default:
      return null;
  }
}

/** One act about a person on the list. @param today 'YYYY-MM-DD' */
export async function actOnPerson(
  form: MeetingForm,
  meetingId: string,
  itemId: string,
  typed: Typed,
  today: string,
): Promise<Acted | null> {
  switch (typed.act) {
    case 'decide': {
      const read = readDecision(typed);
      return read.ok ? {outcome: await decide(form, meetingId, itemId, read.value)} : {problems: read.problems};
    }
    case 'agree': {
      const read = readAction(typed, today);
      return read.ok ? {outcome: await addAction(form, meetingId, itemId, read.value)} : {problems: read.problems};
    }
    case 'strike': {
      const id = idIn(typed, 'action');
      if (!id) return null;
      const each = {...form, submission: partOf(form.submission, `strike ${id}`)};
      return {outcome: await strikeAction(each, meetingId, itemId, id)};
    }
    case 'summary': {
      const read = readSummary(typed);
      return read.ok ? {outcome: await keepSummary(form, meetingId, itemId, read.value)} : {problems: read.problems};
    }
    default:
      return null;
  }
}
