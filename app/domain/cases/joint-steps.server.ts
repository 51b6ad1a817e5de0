/**
 * What comes next for whoever walks in a case of another organisation. Each of the two has a step of its own; that of whoever
 * has the case stands in the case. Each runs inside `caseload`.
 */
import type {ISql} from '../../../db/client.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker} from '../people/staff-request.ts';
import {dayColumns, type CaseRow, type DayRow} from './case-rows.server.ts';
import type {NextStep} from './read-case-forms.ts';

/** A case of another organisation, with the next step of ours in place of theirs. */
export interface JointRow extends DayRow {
  /** The organisation that has it. */
  withName: string;
  /** Who of ours walks along; null until somebody has taken it on. */
  walkerId: string | null;
}

/** A case in a list; of another organisation, in which ours walks too, with the next step of ours in place of theirs. */
export type ListedCase = CaseRow & {withName: string | null};

type Viewer = Asker['viewer'];

/** What comes next for ours, beside the columns of the case. */
interface OwnStep {
  ownStep: string | null;
  ownStepOn: CalendarDate | null;
}

/** A ListedCase as the database gives it. */
export type JointCaseRow = ListedCase & OwnStep;

/**
 * Joins to `cases`, as `joint`, what comes next for the viewer's organisation where it walks along in a case of another; at
 * most one for each case.
 */
export const joinJoint = (tx: ISql, {partnerId}: Viewer) => tx`
  left join (
    select
      case_shares.case_id,
      walker.id as walker_id,
      case
        when walker.id is null then 'Asked to walk along: ' || case_shares.why
        else coalesce(case_shares.next_step, case_shares.no_step_reason)
      end as next_step,
      case when walker.id is not null then case_shares.next_step_on end as next_step_on
    from case_shares
    left join staff as walker on walker.id = case_shares.walker_id and walker.disabled_at is null
    where ${withUs(tx, partnerId)}
  ) as joint on joint.case_id = cases.id
`;

/** On which day something comes next for the viewer's organisation. Wants `joint` joined. */
export const ownStepOn = (tx: ISql) =>
  tx`case when joint.case_id is null then cases.next_step_on else joint.next_step_on end`;

/** Who of the viewer's organisation it is that walks there. Wants `joint` joined. */
export const ownWalker = (tx: ISql) =>
  tx`case when joint.case_id is null then cases.worker_id else joint.walker_id end`;

/** What a ListedCase has beside the columns of a case, for `asOurs`. Wants `joint` joined. */
export const jointColumns = (tx: ISql) => tx`
  joint.next_step as own_step,
  joint.next_step_on as own_step_on,
  (select partners.name from partners where joint.case_id is not null and partners.id = cases.partner_id) as with_name
`;

/** A case as it stands for the viewer's organisation: in one of another's what comes next is what comes next for ours. */
export function asOurs<Row extends JointCaseRow>(row: Row): Row {
  if (row.withName === null) return row;
  return {...row, nextStep: row.ownStep, nextStepOn: row.ownStepOn, noStepReason: null, pausedUntil: null};
}

/** The cases of others in which somebody of the viewer's organisation walks along; of null, those that nobody has taken on. */
export const jointCaseIds = (tx: ISql, {partnerId}: Viewer, staffId: string | null) => tx`
  select case_shares.case_id
  from case_shares
  where ${withUs(tx, partnerId)} and ${staffId ? tx`case_shares.walker_id = ${staffId}` : isUntaken(tx, partnerId)}
`;

const withUs = (tx: ISql, partnerId: string) =>
  tx`case_shares.to_partner_id = ${partnerId} and case_shares.works_with_us and case_shares.ended_at is null`;

/** Nobody has taken it on, or whoever had has left. */
const isUntaken = (tx: ISql, partnerId: string) => tx`(
  case_shares.walker_id is null
  or case_shares.walker_id in (
    select staff.id from staff where staff.partner_id = ${partnerId} and staff.disabled_at is not null
  )
)`;

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
  viewer: Viewer,
  {staffIds, withUntaken}: {staffIds: string[]; withUntaken: boolean},
  until: CalendarDate,
  most: number,
): Promise<JointRow[]> {
  const {partnerId} = viewer;
  const ours = withUs(tx, partnerId);
  const untaken = tx`
    union all
    select case_shares.case_id, null, 'Asked to walk along: ' || case_shares.why, null
    from case_shares
    where ${ours} and ${isUntaken(tx, partnerId)}
  `;
  const rows = await tx<(JointRow & OwnStep)[]>`
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
  return rows.map((row) => asOurs(row));
}
