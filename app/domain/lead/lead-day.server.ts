/** The desk as its lead sees it just now, and giving work to somebody else. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline, Role} from '../access/roles.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';

/** Lists on this page are for acting on; more than this is for their own pages. */
const MOST = 50;
/** A draft that nobody has typed in for so long is left lying. */
const LYING_MINUTES = 30;
const DESK_ROLES: Role[] = ['call_handler', 'team_lead'];

export interface LeadDay {
  here: {staffId: string; name: string; seenAt: Date; lastCallAt: Date | null; openDrafts: number}[];
  queues: {discipline: Discipline; waiting: number; claimed: number; overdue: number; longestSince: Date | null}[];
  lying: {id: string; reference: string; openedById: string; openedBy: string; openedAt: Date; changedAt: Date}[];
  callBacks: {id: string; dueAt: Date; staffId: string | null; staffName: string | null; version: number}[];
  /** To whom work can be given. */
  takers: {staffId: string; name: string}[];
}

export function getLeadDay(sql: Sql, {viewer, address}: Asker): Promise<LeadDay> {
  const {partnerId} = viewer;
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [here, queues, lying, callBacks, takers] = await Promise.all([
      tx<LeadDay['here']>`
        select
          staff.id as staff_id,
          staff.name,
          seen_at,
          -- The one begun last: looking for the one ended last would read every call they ever took.
          (
            select closed_at from calls where handler_id = staff.id order by started_at desc limit 1
          ) as last_call_at,
          (select count(*) from call_drafts where opened_by = staff.id) as open_drafts
        from colleagues_here() as here
        join staff on staff.id = here.staff_id
        order by staff.name
        limit 200
      `,
      tx<LeadDay['queues']>`
        select
          queues.discipline,
          count(handoffs.id) filter (where status = 'waiting') as waiting,
          count(handoffs.id) filter (where status = 'claimed') as claimed,
          count(handoffs.id) filter (where status = 'waiting' and due_at < now()) as overdue,
          min(handoffs.created_at) filter (where status = 'waiting') as longest_since
        from queues
        left join handoffs on handoffs.queue_id = queues.id and handoffs.status <> 'closed'
        where queues.partner_id = ${partnerId}
        group by queues.id
        order by queues.discipline
      `,
      tx<LeadDay['lying']>`
        select
          lying.id, reference, opened_by as opened_by_id, staff.name as opened_by, opened_at, lying.changed_at
        from lying_drafts(${LYING_MINUTES}, ${MOST}) as lying
        join staff on staff.id = opened_by
        order by lying.changed_at
      `,
      tx<LeadDay['callBacks']>`
        select call_backs.id, due_at, staff_id, staff.name as staff_name, call_backs.version
        from call_backs
        left join staff on staff.id = staff_id
        where call_backs.partner_id = ${partnerId} and done_at is null
        order by due_at
        limit ${MOST}
      `,
      tx<LeadDay['takers']>`
        select id as staff_id, name
        from staff
        where ${mayTake(tx, partnerId)}
        order by name
        limit 500
      `,
    ]);
    await recordAct(tx, {
      action: 'calls_listed',
      details: {of: 'desk of a lead', found: lying.length + callBacks.length},
    });
    return {here: [...here], queues: [...queues], lying: [...lying], callBacks: [...callBacks], takers: [...takers]};
  });
}

type Given = {ok: true} | {ok: false; reason: 'changed' | 'nobody'};

/** Gives a draft that was left lying to somebody of the desk. @param from whose it was when it was shown */
export function giveDraft(
  sql: Sql,
  sender: Sender,
  id: string,
  {from, to}: {from: string; to: string},
): Promise<Given> {
  return give(sql, sender, to, async (tx) => {
    // A restricted call is not the lead's to read, and yet theirs to give.
    const [{given}] = await tx<[{given: boolean}]>`select give_draft(${id}, ${from}, ${to}) as given`;
    return given;
  });
}

/** Gives a call-back to somebody of the desk. @param version as it was shown */
export function giveCallBack(
  sql: Sql,
  sender: Sender,
  id: string,
  {version, to}: {version: number; to: string},
): Promise<Given> {
  return give(sql, sender, to, async (tx) => {
    const [row] = await tx<{personId: string | null}[]>`
      update call_backs set staff_id = ${to}, version = version + 1
      where id = ${id} and version = ${version} and done_at is null
      returning person_id
    `;
    if (!row) return false;
    await recordAct(tx, {action: 'call_back_given', personId: row.personId, details: {callBack: id, given: to}});
    return true;
  });
}

function give(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  to: string,
  work: (tx: ISql) => Promise<boolean>,
): Promise<Given> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Given> => {
      const [taker] = await tx`select 1 from staff where id = ${to} and ${mayTake(tx, viewer.partnerId)}`;
      if (!taker) return {ok: false, reason: 'nobody'};
      return (await work(tx)) ? {ok: true} : {ok: false, reason: 'changed'};
    }),
  );
}

const mayTake = (tx: ISql, partnerId: string) => tx`
  partner_id = ${partnerId}
  and disabled_at is null
  and exists (select from staff_roles where staff_roles.staff_id = staff.id and role = any(${DESK_ROLES}))
`;
