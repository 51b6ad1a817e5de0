/** What waits at second level, for those who work there: queue by queue, and item by item. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline} from '../access/roles.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Priority} from '../queues/priorities.ts';
import type {Asker} from '../people/staff-request.ts';
import type {OpeningHours, OutOfHours} from '../queues/opening-hours.ts';
import {listQueues} from '../queues/queue-for.server.ts';
import type {Filter} from './queue-filters.ts';

/** What waits in one queue. A claim that has lain idle counts as waiting. */
export interface QueueWork {
  id: string;
  discipline: Discipline;
  hours: OpeningHours;
  outOfHours: OutOfHours;
  isOwnDiscipline: boolean;
  waiting: number;
  claimed: number;
  dueSoon: number;
  breached: number;
  /** Since when the one that has waited longest has been waiting. */
  waitingSince: Date | null;
  /** Questions of other disciplines that wait for an answer. */
  asks: number;
}

const stale = (tx: ISql) => tx`(status = 'claimed' and active_at < now() - interval '10 minutes')`;

/** The queues that the viewer's organisation works, with what is in them. Only what the viewer may see is counted. */
export function listQueueWork(sql: Sql, {viewer, address}: Asker): Promise<QueueWork[]> {
  return within(
    sql,
    {purpose: 'desk', viewer, address},
    (tx) => tx<QueueWork[]>`
      select
        queues.id,
        queues.discipline,
        queues.hours,
        queues.out_of_hours,
        exists (
          select from staff_disciplines
          where staff_id = ${viewer.staffId} and staff_disciplines.discipline = queues.discipline
        ) as is_own_discipline,
        count(handoffs.id) filter (where status = 'waiting' or ${stale(tx)}) as waiting,
        count(handoffs.id) filter (where status = 'claimed' and not ${stale(tx)}) as claimed,
        count(handoffs.id) filter (
          where (status = 'waiting' or ${stale(tx)}) and due_at between now() and now() + interval '30 minutes'
        ) as due_soon,
        count(handoffs.id) filter (where (status = 'waiting' or ${stale(tx)}) and due_at < now()) as breached,
        min(created_at) filter (where status = 'waiting' or ${stale(tx)}) as waiting_since,
        (
          select count(*)
          from handoff_asks
          where handoff_asks.queue_id = queues.id and answered_at is null
        ) as asks
      from queues
      left join handoffs on handoffs.queue_id = queues.id and handoffs.status <> 'closed'
      where queues.partner_id = ${viewer.partnerId}
      group by queues.id
      order by is_own_discipline desc, queues.discipline
    `,
  );
}

/** One item of a queue, with as little about anyone as choosing it takes. */
interface QueueItem {
  id: string;
  callReference: string | null;
  fromPartnerName: string;
  priority: Priority;
  needName: string | null;
  createdAt: Date;
  dueAt: Date;
  claimedBy: string | null;
  isMine: boolean;
  isRestricted: boolean;
}

/** A question of another discipline. */
interface QueueAsk {
  handoffId: string;
  callReference: string | null;
  isJoint: boolean;
  askedBy: string;
  askedAt: Date;
}

interface QueueList {
  discipline: Discipline;
  hours: OpeningHours;
  outOfHours: OutOfHours;
  items: QueueItem[];
  asks: QueueAsk[];
  /** All that are in it. The items are only those that the viewer may take up. */
  count: number;
  /** Whether the viewer is of another discipline, and leads nobody. */
  isForOthers: boolean;
  page: number;
  pages: number;
}

const PAGE_SIZE = 20;

/** One queue of the viewer's organisation, what is due first first; null when it works none for this discipline. */
export function listQueue(
  sql: Sql,
  {viewer, address}: Asker,
  discipline: string,
  {filter, page}: {filter: Filter; page: number},
): Promise<QueueList | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [queue] = await tx<(Pick<QueueList, 'discipline' | 'hours' | 'outOfHours' | 'isForOthers'> & {id: string})[]>`
      select
        id, discipline, hours, out_of_hours,
        not works_queue(id) and not (select viewer_leads()) as is_for_others
      from queues
      where discipline = ${discipline} and partner_id = ${viewer.partnerId}
    `;
    if (!queue) return null;
    const which = {
      all: tx`status <> 'closed'`,
      unclaimed: tx`(status = 'waiting' or ${stale(tx)})`,
      mine: tx`(status = 'claimed' and claimed_by = ${viewer.staffId} and not ${stale(tx)})`,
      untold: tx`(status = 'closed' and caller_told_at is null)`,
    }[filter];
    const isOpenToThem = queue.isForOthers ? tx`may_take(handoffs.id)` : tx`true`;
    const [{count, listed}] = await tx<[{count: number; listed: number}]>`
      select count(*), count(*) filter (where ${isOpenToThem}) as listed
      from handoffs
      where queue_id = ${queue.id} and ${which}
    `;
    const pages = Math.max(1, Math.ceil(listed / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const [items, asks] = await Promise.all([
      tx<QueueItem[]>`
        select
          handoffs.id,
          calls.reference as call_reference,
          partners.name as from_partner_name,
          handoffs.priority,
          (
            select needs.name
            from call_needs
            join needs on needs.key = call_needs.need_key
            where call_needs.call_id = handoffs.call_id
            order by call_needs.position
            limit 1
          ) as need_name,
          handoffs.created_at,
          handoffs.due_at,
          case when not ${stale(tx)} then staff.name end as claimed_by,
          coalesce(handoffs.claimed_by = ${viewer.staffId} and not ${stale(tx)}, false) as is_mine,
          handoffs.is_restricted
        from handoffs
        join partners on partners.id = handoffs.from_partner_id
        left join calls on calls.id = handoffs.call_id
        left join staff on staff.id = handoffs.claimed_by
        where handoffs.queue_id = ${queue.id} and ${which} and ${isOpenToThem}
        order by handoffs.due_at, handoffs.id
        limit ${PAGE_SIZE}
        offset ${(shown - 1) * PAGE_SIZE}
      `,
      tx<QueueAsk[]>`
        select
          handoff_asks.handoff_id,
          calls.reference as call_reference,
          handoff_asks.is_joint,
          staff.name as asked_by,
          handoff_asks.asked_at
        from handoff_asks
        join handoffs on handoffs.id = handoff_asks.handoff_id
        left join calls on calls.id = handoffs.call_id
        join staff on staff.id = handoff_asks.asked_by
        where handoff_asks.queue_id = ${queue.id} and handoff_asks.answered_at is null
        order by handoff_asks.is_joint desc, handoff_asks.asked_at
        limit ${PAGE_SIZE}
      `,
    ]);
    await recordAct(tx, {action: 'queue_viewed', details: {queue: queue.id, filter, items: items.length}});
    const {discipline: name, hours, outOfHours, isForOthers} = queue;
    return {
      discipline: name,
      hours,
      outOfHours,
      isForOthers,
      items: [...items],
      asks: [...asks],
      count,
      page: shown,
      pages,
    };
  });
}

/** The disciplines that have a queue in the viewer's partnership, to choose from. */
export async function listQueueNames(sql: Sql, {viewer, address}: Asker): Promise<Discipline[]> {
  const queues = await within(sql, {purpose: 'desk', viewer, address}, listQueues);
  return queues.map(({discipline}) => discipline);
}
