/** A lead's look at the caseload: every worker, what waits, and how long people wait. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';

export interface WorkerLoad {
  id: string;
  name: string;
  open: number;
  overdue: number;
  notReached: number;
  newThisYear: number;
  contactsPerCase: number | null;
}

export interface LeadView {
  workers: WorkerLoad[];
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
    const [workers, [facts]] = await Promise.all([
      tx<WorkerLoad[]>`
        select
          staff.id,
          staff.name,
          count(cases.id) filter (where cases.status <> 'closed') as open,
          count(cases.id) filter (where cases.status <> 'closed' and cases.next_step_on < ${today}) as overdue,
          count(cases.id) filter (where cases.status in ('referred', 'contact_attempted')) as not_reached,
          count(cases.id) filter (where cases.opened_at >= ${today}::date - interval '1 year') as new_this_year,
          round(avg(cases.contacts) filter (where cases.status = 'closed'), 1) as contacts_per_case
        from staff
        left join cases on cases.worker_id = staff.id and ${own}
        where
          staff.partner_id = ${viewer.partnerId}
          and staff.disabled_at is null
          and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
        group by staff.id, staff.name
        order by staff.name
      `,
      tx<[Omit<LeadView, 'workers'>]>`
        select
          count(*) filter (where cases.status <> 'closed' and cases.worker_id is null) as unclaimed,
          count(*) filter (where cases.status <> 'closed') as open,
          (
            select count(*)
            from referrals
            where
              to_partner_id = ${viewer.partnerId}
              and referrals.status in ('received', 'more_asked')
              and (held_because is null or held_until is not null)
          ) as waiting,
          (
            select min(made_at)
            from referrals
            where
              to_partner_id = ${viewer.partnerId}
              and referrals.status in ('received', 'more_asked')
              and (held_because is null or held_until is not null)
          ) as waiting_since,
          percentile_cont(0.5) within group (order by extract(epoch from cases.first_contact_at - cases.referred_at) / 3600)
            filter (where cases.first_contact_at > now() - interval '90 days') as median_hours,
          count(*) filter (where cases.first_contact_at > now() - interval '90 days') as measured,
          (select capacity from referral_providers where partner_id = ${viewer.partnerId}) as capacity,
          exists (select from referral_providers where partner_id = ${viewer.partnerId}) as takes_referrals
        from cases
        where ${own}
      `,
    ]);
    await recordAct(tx, {action: 'cases_listed', details: {list: 'lead', items: workers.length}});
    return {workers: [...workers], ...facts};
  });
}
