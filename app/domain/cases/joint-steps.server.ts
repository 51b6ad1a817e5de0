/**
 * What comes next for whoever walks in a case of another organisation. Each of the two has a step of its own; that of whoever
 * has the case stands in the case. Each runs inside `caseload`.
 */
import type {ISql} from '../../../db/client.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import {dayColumns, type DayRow} from './case-rows.server.ts';
import type {NextStep} from './read-case-forms.ts';

/** A case of another organisation, with the next step of ours in place of theirs. */
export interface JointRow extends DayRow {
  /** The organisation that has it. */
  withName: string;
  /** Who of ours walks along; null until somebody has taken it on. */
  walkerId: string | null;
}

/** The viewer does it, and has taken it on for their organisation with that. */
export async function setJointStep(tx: ISql, caseId: string, {step, on, whyNone}: NextStep): Promise<void> {
  await tx`select set_joint_step(${caseId}, ${step}, ${on}, ${whyNone})`;
}

/** A case of one's own organisation in a day, or a joint one. */
export type DayCase = DayRow & Partial<Pick<JointRow, 'withName' | 'walkerId'>>;

/**
 * Steps of some workers by that day, the earliest first; before them joint cases that nobody of their organisation has taken on
 * yet, or whose walker has left, where they are asked for: those stand in everybody's day until somebody does.
 */
export async function listJointSteps(
  tx: ISql,
  viewer: Asker['viewer'],
  {staffIds, withUntaken}: {staffIds: string[]; withUntaken: boolean},
  until: CalendarDate,
  most: number,
): Promise<JointRow[]> {
  const {partnerId} = viewer;
  const ours = tx`case_shares.to_partner_id = ${partnerId} and case_shares.works_with_us and case_shares.ended_at is null`;
  const untaken = tx`
    union all
    select case_shares.case_id, null, 'Asked to walk along: ' || case_shares.why, null
    from case_shares
    where
      ${ours}
      and (
        case_shares.walker_id is null
        or case_shares.walker_id in (
          select staff.id from staff where staff.partner_id = ${partnerId} and staff.disabled_at is not null
        )
      )
  `;
  const rows = await tx<(JointRow & {ownStep: string; ownStepOn: CalendarDate | null})[]>`
    with steps (case_id, walker_id, own_step, own_step_on) as (
      select case_shares.case_id, case_shares.walker_id, case_shares.next_step, case_shares.next_step_on
      from case_shares
      where ${ours} and case_shares.walker_id = any(${staffIds}::uuid[]) and case_shares.next_step_on <= ${until}
      ${withUntaken ? untaken : tx``}
    )
    select
      ${dayColumns(tx, viewer)},
      steps.walker_id,
      steps.own_step,
      steps.own_step_on,
      partners.name as with_name
    from steps
    join cases on cases.id = steps.case_id and cases.status <> 'closed'
    join partners on partners.id = cases.partner_id
    left join people on people.id = cases.person_id
    left join staff on staff.id = cases.worker_id
    order by steps.own_step_on nulls first, cases.id
    limit ${most}
  `;
  return rows.map(({ownStep, ownStepOn, ...row}) => ({
    ...row,
    nextStep: ownStep,
    nextStepOn: ownStepOn,
    noStepReason: null,
    pausedUntil: null,
  }));
}
