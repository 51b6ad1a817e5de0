/** One's own page of multidisciplinary teams: what one has to do, when one meets, and for whoever prepares it, who waits. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {listActionsDue, type ActionDue} from './actions-due.server.ts';
import type {MeetingKind} from './mdt-choices.ts';
import {waits} from './waiting.server.ts';

export interface MeetingRow {
  id: string;
  mdtName: string;
  kind: MeetingKind;
  heldOn: string;
  startsAt: string | null;
  place: string | null;
  closedAt: Date | null;
  people: number;
}

interface OwnMdt {
  id: string;
  name: string;
  waiting: number;
}

interface MyMeetings {
  actions: ActionDue[];
  meetings: MeetingRow[];
  page: number;
  pages: number;
  /** Those whose meetings the viewer prepares. */
  own: OwnMdt[];
}

const PAGE_SIZE = 20;

/** @param isPast those whose minutes stand, the latest first; else those that are to come, the next first */
export function myMeetings(
  sql: Sql,
  {viewer, address}: Asker,
  {isPast, page}: {isPast: boolean; page: number},
): Promise<MyMeetings> {
  return within(sql, {purpose: 'mdt', viewer, address}, async (tx) => {
    const which = isPast ? tx`closed_at is not null` : tx`closed_at is null`;
    const [{count}] = await tx<[{count: number}]>`select count(*) from mdt_meetings where ${which}`;
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const [actions, meetings, own] = await Promise.all([
      listActionsDue(tx, {viewer}),
      tx<MeetingRow[]>`
        select
          mdt_meetings.id, mdts.name as mdt_name, kind, held_on, starts_at, place, closed_at,
          (select count(*) from mdt_items where mdt_items.meeting_id = mdt_meetings.id) as people
        from mdt_meetings
        join mdts on mdts.id = mdt_meetings.mdt_id
        where ${which}
        order by ${isPast ? tx`held_on desc` : tx`held_on`}, starts_at, mdt_meetings.id
        limit ${PAGE_SIZE}
        offset ${(shown - 1) * PAGE_SIZE}
      `,
      listOwn(tx, viewer.staffId),
    ]);
    await recordAct(tx, {action: 'mdt_listed', details: {actions: actions.length, meetings: meetings.length}});
    return {actions, meetings: [...meetings], page: shown, pages, own};
  });
}

async function listOwn(tx: ISql, staffId: string): Promise<OwnMdt[]> {
  return tx<OwnMdt[]>`
    select
      id,
      name,
      (
        select count(*)
        from mdt_subjects
        where mdt_id = mdts.id and ${waits(tx)}
      ) as waiting
    from mdts
    where organiser_id = ${staffId} and is_open
    order by name
    limit 50
  `;
}

type Made = {ok: true; id: string} | {ok: false; reason: 'gone'};

/** Begins a team, whose meetings the viewer then prepares. Only a lead does. */
export function beginMdt(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  name: string,
): Promise<{ok: true; id: string}> {
  return within(sql, {purpose: 'mdt', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [made] = await tx<[{id: string}]>`
        insert into mdts (partnership_id, partner_id, name, organiser_id)
        values (${viewer.partnershipId}, ${viewer.partnerId}, ${name}, ${viewer.staffId})
        returning id
      `;
      await recordAct(tx, {action: 'mdt_changed', details: {mdt: made.id}});
      return {ok: true as const, id: made.id};
    }),
  );
}

export interface PlannedMeeting {
  mdtId: string;
  kind: MeetingKind;
  heldOn: string;
  startsAt: string | null;
  place: string | null;
}

/** Plans a meeting. Asked to it are those who were asked to the last one, and whoever plans it. */
export function planMeeting(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  meeting: PlannedMeeting,
): Promise<Made> {
  return within(sql, {purpose: 'mdt', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Made> => {
      const [own] = await tx`select id from mdts where id = ${meeting.mdtId} and organiser_id = ${viewer.staffId}`;
      if (!own) return {ok: false, reason: 'gone'};
      const [made] = await tx<[{id: string}]>`
        insert into mdt_meetings ${tx({...meeting, madeBy: viewer.staffId})} returning id
      `;
      await tx`
        insert into mdt_attendees (meeting_id, staff_id)
        select ${made.id}, staff.id
        from staff
        where
          staff.disabled_at is null
          and (
            staff.id = ${viewer.staffId}
            or staff.id in (
              select staff_id
              from mdt_attendees
              where
                meeting_id = (
                  select id
                  from mdt_meetings
                  where mdt_id = ${meeting.mdtId} and id <> ${made.id}
                  order by held_on desc, made_at desc
                  limit 1
                )
            )
          )
      `;
      await recordAct(tx, {action: 'mdt_changed', details: {meeting: made.id, kind: meeting.kind}});
      return {ok: true, id: made.id};
    }),
  );
}
