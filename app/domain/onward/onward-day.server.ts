/** What came back, and what nobody answers: for the day of whoever walks with the person. */
import type {ISql} from '../../../db/client.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import {RETURNS_AFTER_DAYS, type OnwardState} from './onward-life.ts';

export interface OnwardDue {
  id: string;
  caseId: string;
  reference: string;
  /** Missing where the person no longer lets the provider come near. */
  name: string | null;
  serviceName: string;
  state: OnwardState;
  isReply: boolean;
}

const MOST_DUE = 50;

/** Replies that the viewer has not looked at, and what has waited 14 days for one in an open case. Runs inside `caseload`. */
export function onwardDue(tx: ISql, viewer: {staffId: string; partnerId: string}): Promise<OnwardDue[]> {
  // Each of the two is found by an index of its own, among what the provider waits for, and not case by case.
  return tx<OnwardDue[]>`
    with due as materialized (
      select id, case_id, service_name, state, reply_at as since, true as is_reply
      from onward_referrals
      where partner_id = ${viewer.partnerId} and reply_at is not null and looked_at is null
      union all
      select id, case_id, service_name, state, coalesce(reply_at, made_at), false
      from onward_referrals
      where
        partner_id = ${viewer.partnerId}
        and state in ('sent', 'seen')
        and withdrawn_at is null
        and made_at <= now() - make_interval(days => ${RETURNS_AFTER_DAYS})
        and (reply_at is null or looked_at is not null)
    )
    select
      due.id, cases.id as case_id, cases.reference, ${nameOf(tx)} as name, due.service_name, due.state, due.is_reply
    from due
    join cases on cases.id = due.case_id
    left join people on people.id = cases.person_id
    where cases.worker_id = ${viewer.staffId} and (due.is_reply or cases.status <> 'closed')
    order by due.since, due.id
    limit ${MOST_DUE}
  `;
}
