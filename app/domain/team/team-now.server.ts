/** A team as it is, for a lead who asks what would be if: what stands and how fast it moved lately. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import {listWeeks, type Walker} from './worker-weeks.server.ts';

export interface TeamFacts {
  walkers: Walker[];
  /** In the inbox, and accepted with nobody yet. */
  waiting: number;
  /** Cases opened in a month, of the last 90 days. */
  referralsAMonth: number;
  /** Mean length of the cases that ended in the last 12 months; null where none did. */
  weeksACase: number | null;
  ended: number;
}

export function getTeamFacts(sql: Sql, {viewer, address}: Asker, today: CalendarDate): Promise<TeamFacts> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const own = tx`cases.partner_id = ${viewer.partnerId}`;
    const [walkers, [facts]] = await Promise.all([
      listWeeks(tx, viewer, today),
      tx<[Omit<TeamFacts, 'walkers'>]>`
        select
          (
            (
              select count(*)
              from referrals
              where
                to_partner_id = ${viewer.partnerId}
                and status in ('received', 'more_asked')
                and (held_because is null or held_until is not null)
            )
            + (select count(*) from cases where ${own} and status <> 'closed' and worker_id is null)
          )::integer as waiting,
          (
            select count(*)
            from cases
            where ${own} and opened_at >= (${today}::date - 90) and opened_at < (${today}::date + 1)
          )::float8 * 365 / 12 / 90 as referrals_a_month,
          over.weeks as weeks_a_case,
          over.ended
        from (
          select avg(extract(epoch from closed_at - opened_at))::float8 / 604800 as weeks, count(*) as ended
          from cases
          where ${own} and status = 'closed' and closed_at >= ${today}::date - interval '1 year'
        ) as over
      `,
    ]);
    await recordAct(tx, {action: 'cases_listed', details: {list: 'what_if', items: 0}});
    return {walkers, ...facts};
  });
}
