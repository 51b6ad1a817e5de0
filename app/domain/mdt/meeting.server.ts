/** One meeting, for those who are asked to it: its list, who comes, and the minutes. Every look is in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {Attendance, Basis, MeetingKind, SubjectSource} from './mdt-choices.ts';
import {summarySchema, type Summary} from './summary.ts';
import {waits} from './waiting.server.ts';

interface Attendee {
  staffId: string;
  name: string;
  partnerName: string;
  attendance: Attendance;
}

interface MeetingAction {
  id: string;
  itemId: string;
  what: string;
  ownerName: string;
  dueOn: string;
  doneAt: Date | null;
  doneNote: string | null;
}

/** A person on the list. */
export interface Item {
  id: string;
  subjectId: string;
  personId: string | null;
  isNew: boolean;
  source: SubjectSource;
  fromPartnerName: string;
  madeByName: string;
  flags: string[];
  basis: Basis;
  consentBy: string | null;
  consentHow: string | null;
  basisNote: string | null;
  summary: Summary;
  /** Of the page about them. */
  subjectVersion: number;
  decision: string | null;
  comesAgain: boolean | null;
  decidedByName: string | null;
  version: number;
  actions: MeetingAction[];
}

export interface Meeting {
  id: string;
  mdtId: string;
  mdtName: string;
  partnerName: string;
  kind: MeetingKind;
  heldOn: string;
  startsAt: string | null;
  place: string | null;
  notes: string | null;
  closedAt: Date | null;
  closedByName: string | null;
  version: number;
  isOrganiser: boolean;
  attendees: Attendee[];
  items: Item[];
  /** For whoever prepares it: who could be put on the list, with when they were brought. */
  waiting: {id: string; name: string; isNew: boolean; madeAt: Date; fromPartnerName: string}[];
  /** For whoever prepares it: who could be asked. */
  others: {id: string; name: string; partnerName: string}[];
}

/** A meeting that the viewer is asked to, or null. What is seen of each person stands in the audit of that person. */
export function getMeeting(
  sql: Sql,
  {viewer, address}: Asker,
  meetingId: string,
  page: 'list' | 'minutes' = 'list',
): Promise<Meeting | null> {
  return within(sql, {purpose: 'mdt', viewer, address}, async (tx) => {
    const head = await meetingHead(tx, meetingId);
    if (!head) return null;
    const isPlanning = head.isOrganiser && head.closedAt === null && page === 'list';
    const [attendees, items, waiting, others] = await Promise.all([
      listAttendees(tx, meetingId),
      listItems(tx, meetingId),
      isPlanning ? listWaiting(tx, head.mdtId) : [],
      isPlanning ? listOthers(tx, meetingId) : [],
    ]);
    await recordAct(tx, {action: 'mdt_viewed', details: {meeting: meetingId, page, items: items.length}});
    // Whoever asks who has looked at a person finds this too.
    for (const {personId} of items)
      if (personId) await recordAct(tx, {action: 'mdt_viewed', personId, details: {meeting: meetingId, page}});
    return {...head, attendees, items, waiting: [...waiting], others: [...others]};
  });
}

/** One person on the list of a meeting, with those who can take something on. */
export function getItem(
  sql: Sql,
  {viewer, address}: Asker,
  meetingId: string,
  itemId: string,
): Promise<{
  meeting: Omit<Meeting, 'attendees' | 'items' | 'waiting' | 'others'>;
  item: Item;
  /** What must be known of the person, where the viewer's own organisation may come near them. */
  mustKnow: AlertsAndNeeds | null;
  attendees: Attendee[];
} | null> {
  return within(sql, {purpose: 'mdt', viewer, address}, async (tx) => {
    const meeting = await meetingHead(tx, meetingId);
    if (!meeting) return null;
    const [[item], attendees] = await Promise.all([listItems(tx, meetingId, itemId), listAttendees(tx, meetingId)]);
    if (!item) return null;
    await recordAct(tx, {
      action: 'mdt_viewed',
      personId: item.personId,
      details: {meeting: meetingId, page: 'summary', subject: item.subjectId},
    });
    return {meeting, item, mustKnow: await alertsAndNeedsOf(tx, item.personId), attendees};
  });
}

async function meetingHead(tx: ISql, meetingId: string) {
  const [head] = await tx<Omit<Meeting, 'attendees' | 'items' | 'waiting' | 'others'>[]>`
    select
      mdt_meetings.id, mdt_id, mdts.name as mdt_name, partners.name as partner_name, mdt_meetings.kind, held_on,
      starts_at, place, notes, mdt_meetings.closed_at, closers.name as closed_by_name, mdt_meetings.version, viewer_organises(mdt_id) as is_organiser
    from mdt_meetings
    join mdts on mdts.id = mdt_id
    join partners on partners.id = mdts.partner_id
    left join staff as closers on closers.id = closed_by
    where mdt_meetings.id = ${meetingId}
  `;
  return head ?? null;
}

async function listAttendees(tx: ISql, meetingId: string): Promise<Attendee[]> {
  return tx<Attendee[]>`
    select staff_id, staff.name, partners.name as partner_name, attendance
    from mdt_attendees
    join staff on staff.id = staff_id
    join partners on partners.id = staff.partner_id
    where meeting_id = ${meetingId}
    order by staff.name, staff_id
  `;
}

async function listItems(tx: ISql, meetingId: string, itemId: string | null = null): Promise<Item[]> {
  const [rows, actions] = await Promise.all([
    // As text: the client would turn the keys of a JSON value into camel case.
    tx<(Omit<Item, 'summary' | 'actions'> & {summary: string})[]>`
      select
        mdt_items.id, subject_id, person_id, is_new, source, partners.name as from_partner_name, makers.name as made_by_name,
        flags, basis, consent_by, consent_how, basis_note, summary::text as summary, mdt_subjects.version as subject_version,
        decision, comes_again, deciders.name as decided_by_name, mdt_items.version
      from mdt_items
      join mdt_subjects on mdt_subjects.id = subject_id
      join partners on partners.id = from_partner_id
      join staff as makers on makers.id = mdt_subjects.made_by
      left join staff as deciders on deciders.id = decided_by
      where meeting_id = ${meetingId} ${itemId ? tx`and mdt_items.id = ${itemId}` : tx``}
      order by added_at, mdt_items.id
      limit 60
    `,
    tx<MeetingAction[]>`
      select mdt_actions.id, item_id, what, staff.name as owner_name, due_on, done_at, done_note
      from mdt_actions
      join staff on staff.id = owner_id
      where meeting_id = ${meetingId} ${itemId ? tx`and item_id = ${itemId}` : tx``}
      order by due_on, mdt_actions.made_at
      limit 300
    `,
  ]);
  return rows.map(({summary, ...row}) => ({
    ...row,
    summary: summarySchema.parse(JSON.parse(summary)),
    actions: actions.filter(({itemId: of}) => of === row.id),
  }));
}

/** Those who were brought, and are on no list that is still open: new ones, and those who are to come again. */
function listWaiting(tx: ISql, mdtId: string) {
  return tx<Meeting['waiting']>`
    select
      mdt_subjects.id, summary ->> 'name' as name, mdt_subjects.made_at, partners.name as from_partner_name,
      not exists (select from mdt_items where subject_id = mdt_subjects.id) as is_new
    from mdt_subjects
    join partners on partners.id = from_partner_id
    where mdt_id = ${mdtId} and ${waits(tx)}
    order by mdt_subjects.made_at
    limit 60
  `;
}

function listOthers(tx: ISql, meetingId: string) {
  return tx<Meeting['others']>`
    select staff.id, staff.name, partners.name as partner_name
    from staff
    join partners on partners.id = staff.partner_id
    where
      staff.disabled_at is null
      and partners.closed_at is null
      and staff.partnership_id = viewer_partnership()
      and exists (
        select
        from staff_roles
        where staff_id = staff.id and role in ('call_handler', 'practitioner', 'link_worker', 'team_lead')
      )
      and not exists (select from mdt_attendees where meeting_id = ${meetingId} and mdt_attendees.staff_id = staff.id)
    order by partners.name, staff.name
    limit 500
  `;
}
