/** What stands in a worker's day beside the next steps of their cases. Each runs inside `caseload`. */
import type {ISql} from '../../../db/client.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import {nameOf} from './case-rows.server.ts';

type Viewer = Asker['viewer'];

/** A promise of the desk that this worker rings somebody back. */
export interface PromisedCall {
  id: string;
  personId: string | null;
  dueAt: Date;
  phone: string | null;
  about: string;
  tries: number;
}

/** A plan that is to be looked at again. */
export interface DueReview {
  caseId: string;
  reference: string;
  name: string | null;
  reviewOn: CalendarDate;
}

/** What was promised in the viewer's own name and is not done, the earliest first. */
export async function listPromisedCalls(tx: ISql, {staffId, partnerId}: Viewer, most: number): Promise<PromisedCall[]> {
  return tx<PromisedCall[]>`
    select
      call_backs.id,
      call_backs.person_id,
      call_backs.due_at,
      call_backs.phone,
      call_backs.about,
      (select count(*) from call_back_attempts where call_back_attempts.call_back_id = call_backs.id) as tries
    from call_backs
    where call_backs.staff_id = ${staffId} and call_backs.partner_id = ${partnerId} and call_backs.done_at is null
    order by call_backs.due_at, call_backs.id
    limit ${most}
  `;
}

/** Plans of the viewer's open cases that are to be looked at again by that day, the earliest first. */
export async function listReviews(
  tx: ISql,
  {staffId, partnerId}: Viewer,
  until: CalendarDate,
  most: number,
): Promise<DueReview[]> {
  return tx<DueReview[]>`
    with due as materialized (
      select id, person_id, reference, plan_review_on
      from cases
      where worker_id = ${staffId} and partner_id = ${partnerId} and status <> 'closed' and plan_review_on <= ${until}
      order by plan_review_on, id
      limit ${most}
    )
    select due.id as case_id, due.reference, ${nameOf(tx)} as name, due.plan_review_on as review_on
    from due
    left join people on people.id = due.person_id
    order by due.plan_review_on, due.id
  `;
}
