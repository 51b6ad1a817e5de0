/** A lead's look at the caseload: every worker, what waits, and how long people wait. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {flagged, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {visitsOfTeam, type VisitRow} from '../visits/list-visits.server.ts';

export interface WorkerLoad {
  id: string;
  name: string;
  open: number;
  overdue: number;
  notReached: number;
  newThisYear: number;
  /** Of cases that ended in the last 12 months. */
  contactsPerCase: number | null;
}

interface LeadView {
  /** Whoever has most that is overdue first, then most people not reached yet, then most open cases. */
  workers: WorkerLoad[];
  /** Who is out, whoever should be back longest first, and who goes out later today. */
  visits: Flagged<VisitRow>[];
  unclaimed: number;
  waiting: number;
  waitingSince: Date | null;
  /** Of cases whose first contact was in the last 90 days: half waited no longer than this, in hours. */
  medianHours: number | null;
  measured: number;
  open: number;
  capacity: number | null;
  /** An organisation may lead others than link workers, and take no referrals. */
  takesReferrals: boolean;
}

/** @param today 'YYYY-MM-DD' */
export function leadView(sql: Sql, {viewer, address}: Asker, today: string): Promise<LeadView> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const own = tx`cases.partner_id = ${viewer.partnerId}`;
    // Each count by an index of its own: what is open, what is new, what is over; never every case there ever was.
    const [workers, [facts], visits] = await Promise.all([
      tx<WorkerLoad[]>`
        with
          open as (
            select
              worker_id,
              count(*) as open,
              count(*) filter (where next_step_on < ${today}) as overdue,
              count(*) filter (where status in ('referred', 'contact_attempted')) as not_reached
            from cases
            where ${own} and status <> 'closed'
            group by worker_id
          ),
          new as (
            select worker_id, count(*) as new_this_year
            from cases
            where ${own} and opened_at >= ${today}::date - interval '1 year'
            group by worker_id
          ),
          over as (
            select worker_id, round(avg(contacts), 1) as contacts_per_case
            from cases
            where ${own} and status = 'closed' and closed_at >= ${today}::date - interval '1 year'
            group by worker_id
          )
        select
          staff.id,
          staff.name,
          coalesce(open, 0) as open,
          coalesce(overdue, 0) as overdue,
          coalesce(not_reached, 0) as not_reached,
          coalesce(new_this_year, 0) as new_this_year,
          contacts_per_case
        from staff
        left join open on open.worker_id = staff.id
        left join new on new.worker_id = staff.id
        left join over on over.worker_id = staff.id
        where
          staff.partner_id = ${viewer.partnerId}
          and staff.disabled_at is null
          and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
        order by coalesce(overdue, 0) desc, coalesce(not_reached, 0) desc, coalesce(open, 0) desc, staff.name
      `,
      tx<[Omit<LeadView, 'workers' | 'visits'>]>`
        select
          (select count(*) from cases where ${own} and status <> 'closed' and worker_id is null) as unclaimed,
          (select count(*) from cases where ${own} and status <> 'closed') as open,
          waiting.waiting,
          waiting.waiting_since,
          first.median_hours,
          first.measured,
          (select capacity from referral_providers where partner_id = ${viewer.partnerId}) as capacity,
          exists (select from referral_providers where partner_id = ${viewer.partnerId}) as takes_referrals
        from (
          select count(*) as waiting, min(made_at) as waiting_since
          from referrals
          where
            to_partner_id = ${viewer.partnerId}
            and status in ('received', 'more_asked')
            and (held_because is null or held_until is not null)
        ) as waiting
        cross join (
          select
            percentile_cont(0.5) within group (order by extract(epoch from first_contact_at - referred_at) / 3600)
              as median_hours,
            count(*) as measured
          from cases
          where ${own} and first_contact_at > now() - interval '90 days'
        ) as first
      `,
      visitsOfTeam(tx, viewer, today),
    ]);
    await recordAct(tx, {action: 'cases_listed', details: {list: 'lead', items: workers.length}});
    return {workers: [...workers], visits: await flagged(tx, visits), ...facts};
  });
}
