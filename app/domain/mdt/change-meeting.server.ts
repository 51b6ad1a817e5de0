/** What is done at a meeting, and before it: the list, who is asked, decisions, actions, the minutes. */
import type {ISql} from '../../../db/client.ts';
import {inMeeting, type MeetingDone, type MeetingForm, type MeetingWork} from './in-meeting.server.ts';
import type {Attendance} from './mdt-choices.ts';
import type {Summary} from './summary.ts';

const refuse = (reason: Extract<MeetingDone, {ok: false}>['reason']): MeetingWork => ({outcome: {ok: false, reason}});
const done = (more: Omit<MeetingWork, 'outcome'> = {}): MeetingWork => ({outcome: {ok: true}, ...more});
const mark = (tx: ISql, meetingId: string) => tx`update mdt_meetings set version = version + 1 where id = ${meetingId}`;

/** Puts people on the list, for whoever prepares the meeting. One who is there already stays there once. */
export function listPeople(form: MeetingForm, meetingId: string, subjectIds: string[]): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx, {isOrganiser, mdtId}) => {
    if (!isOrganiser) return refuse('gone');
    await tx`
      insert into mdt_items (meeting_id, subject_id, is_new)
      select ${meetingId}, id, not exists (select from mdt_items where subject_id = mdt_subjects.id)
      from mdt_subjects
      where
        id = any(${subjectIds}::uuid[])
        and mdt_id = ${mdtId}
        and settled_at is null
        and withdrawn_at is null
      order by made_at
      on conflict do nothing
    `;
    await mark(tx, meetingId);
    return done({details: {subjects: subjectIds}});
  });
}

/** Takes somebody off the list: they wait for the next. What was agreed about them keeps them on it. */
export function unlistPerson(form: MeetingForm, meetingId: string, itemId: string): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx, {isOrganiser}) => {
    if (!isOrganiser) return refuse('gone');
    const [item] = await tx<{isDecided: boolean}[]>`
      select decision is not null or exists (select from mdt_actions where item_id = mdt_items.id) as is_decided
      from mdt_items
      where id = ${itemId} and meeting_id = ${meetingId}
    `;
    if (!item) return refuse('gone');
    if (item.isDecided) return refuse('has_actions');
    await tx`delete from mdt_items where id = ${itemId}`;
    await mark(tx, meetingId);
    return done({details: {item: itemId}});
  });
}

/** Asks somebody to the meeting: they see who is on its list from then on. */
export function askAttendee(form: MeetingForm, meetingId: string, staffId: string): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx, {isOrganiser}) => {
    if (!isOrganiser) return refuse('gone');
    const [somebody] = await tx`
      select id from staff where id = ${staffId} and disabled_at is null and partnership_id = ${form.viewer.partnershipId}
    `;
    if (!somebody) return refuse('nobody');
    await tx`
      insert into mdt_attendees (meeting_id, staff_id) values (${meetingId}, ${staffId}) on conflict do nothing
    `;
    await mark(tx, meetingId);
    return done({details: {asked: staffId}});
  });
}

/** Asks somebody no more. Whoever has something to do there stays. */
export function unaskAttendee(form: MeetingForm, meetingId: string, staffId: string): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx, {isOrganiser}) => {
    if (!isOrganiser || staffId === form.viewer.staffId) return refuse('gone');
    const [owes] = await tx`
      select id from mdt_actions where meeting_id = ${meetingId} and owner_id = ${staffId} limit 1
    `;
    if (owes) return refuse('has_actions');
    await tx`delete from mdt_attendees where meeting_id = ${meetingId} and staff_id = ${staffId}`;
    await mark(tx, meetingId);
    return done({details: {unasked: staffId}});
  });
}

/** Who came, as one form for all. */
export function noteAttendance(
  form: MeetingForm,
  meetingId: string,
  attendance: Record<string, Attendance>,
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx) => {
    await tx`
      update mdt_attendees
      set attendance = said.attendance
      from unnest(${Object.keys(attendance)}::uuid[], ${Object.values(attendance)}::text[]) as said (staff_id, attendance)
      where meeting_id = ${meetingId} and mdt_attendees.staff_id = said.staff_id
    `;
    await mark(tx, meetingId);
    return done({details: {attendance: Object.keys(attendance).length}});
  });
}

/** Keeps what was said that is about nobody, and with `isClosed` closes the minutes: from then on they stand. */
export function keepMinutes(
  form: MeetingForm,
  meetingId: string,
  {notes, isClosed}: {notes: string | null; isClosed: boolean},
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, isClosed ? 'mdt_closed' : 'mdt_changed', async (tx, {version}) => {
    if (version !== form.version) return refuse('changed');
    await tx`
      update mdt_meetings
      set
        notes = ${notes},
        closed_at = ${isClosed ? tx`now()` : null},
        closed_by = ${isClosed ? form.viewer.staffId : null},
        version = version + 1
      where id = ${meetingId}
    `;
    return done();
  });
}

interface HeldItem {
  subjectId: string;
  personId: string | null;
  version: number;
  subjectVersion: number;
}

async function holdItem(tx: ISql, meetingId: string, itemId: string): Promise<HeldItem | null> {
  const [item] = await tx<HeldItem[]>`
    select subject_id, person_id, mdt_items.version, mdt_subjects.version as subject_version
    from mdt_items
    join mdt_subjects on mdt_subjects.id = subject_id
    where mdt_items.id = ${itemId} and meeting_id = ${meetingId}
    for update of mdt_items
  `;
  return item ?? null;
}

/** What is decided about somebody, and whether they come again next time. It can be put right until the minutes are closed. */
export function decide(
  form: MeetingForm,
  meetingId: string,
  itemId: string,
  {decision, comesAgain}: {decision: string; comesAgain: boolean},
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_decided', async (tx) => {
    const item = await holdItem(tx, meetingId, itemId);
    if (!item) return refuse('gone');
    if (item.version !== form.version) return refuse('changed');
    await tx`
      update mdt_items
      set
        decision = ${decision},
        comes_again = ${comesAgain},
        decided_by = ${form.viewer.staffId},
        decided_at = now(),
        version = version + 1
      where id = ${itemId}
    `;
    // Settled, and brought again since: the new page is the one that waits.
    await tx`
      update mdt_subjects
      set settled_at = ${comesAgain ? null : tx`now()`}
      where
        id = ${item.subjectId}
        and not exists (
          select
          from mdt_subjects as later
          where
            later.id <> mdt_subjects.id
            and later.mdt_id = mdt_subjects.mdt_id
            and coalesce(later.case_id, later.call_id, later.handoff_id, later.referral_id)
              = coalesce(mdt_subjects.case_id, mdt_subjects.call_id, mdt_subjects.handoff_id, mdt_subjects.referral_id)
            and later.settled_at is null
            and later.withdrawn_at is null
        )
    `;
    return done({personId: item.personId, details: {subject: item.subjectId, comesAgain}});
  });
}

/** Keeps the page about somebody as it is put right before or at the meeting. */
export function keepSummary(
  form: MeetingForm,
  meetingId: string,
  itemId: string,
  summary: Summary,
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_summary_changed', async (tx) => {
    const item = await holdItem(tx, meetingId, itemId);
    if (!item) return refuse('gone');
    if (item.subjectVersion !== form.version) return refuse('changed');
    await tx`
      update mdt_subjects set summary = ${tx.json(summary)}, version = version + 1 where id = ${item.subjectId}
    `;
    return done({personId: item.personId, details: {subject: item.subjectId}});
  });
}

export interface NewAction {
  what: string;
  ownerId: string;
  dueOn: string;
}

/** Somebody who is asked to the meeting takes something on. It stands in their day at once. */
export function addAction(
  form: MeetingForm,
  meetingId: string,
  itemId: string,
  {what, ownerId, dueOn}: NewAction,
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_action_agreed', async (tx) => {
    const item = await holdItem(tx, meetingId, itemId);
    if (!item) return refuse('gone');
    const [owner] = await tx`
      select staff_id from mdt_attendees where meeting_id = ${meetingId} and staff_id = ${ownerId}
    `;
    if (!owner) return refuse('nobody');
    await tx`
      insert into mdt_actions (item_id, meeting_id, subject_id, what, owner_id, due_on, made_by)
      values (${itemId}, ${meetingId}, ${item.subjectId}, ${what}, ${ownerId}, ${dueOn}, ${form.viewer.staffId})
    `;
    return done({personId: item.personId, details: {subject: item.subjectId, owner: ownerId}});
  });
}

/** Strikes an action that was written down by mistake, while the minutes are open and it is not done. */
export function strikeAction(
  form: MeetingForm,
  meetingId: string,
  itemId: string,
  actionId: string,
): Promise<MeetingDone> {
  return inMeeting(form, meetingId, 'mdt_changed', async (tx) => {
    const {count} = await tx`
      delete from mdt_actions where id = ${actionId} and item_id = ${itemId} and meeting_id = ${meetingId} and done_at is null
    `;
    return count === 0 ? refuse('gone') : done({details: {struck: actionId}});
  });
}
