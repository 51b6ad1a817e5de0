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
  return tx<OnwardDue[]>`
    select
      onward_referrals.id, cases.id as case_id, cases.reference, ${nameOf(tx)} as name, service_name, onward_referrals.state,
      reply_at is not null and looked_at is null as is_reply
    from onward_referrals
    join cases on cases.id = onward_referrals.case_id
    left join people on people.id = cases.person_id
    where
      onward_referrals.partner_id = ${viewer.partnerId}
      and cases.worker_id = ${viewer.staffId}
      and (
        (reply_at is not null and looked_at is null)
        or (
          onward_referrals.state in ('sent', 'seen')
          and withdrawn_at is null
          and cases.status <> 'closed'
          and made_at <= now() - make_interval(days => ${RETURNS_AFTER_DAYS})
        )
      )
    order by coalesce(reply_at, made_at), onward_referrals.id
    limit ${MOST_DUE}
  `;
}
