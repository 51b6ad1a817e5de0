/** Something that was handed on, with its call and all that was done with it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline} from '../access/roles.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Priority} from '../queues/priorities.ts';
import {readStoredCall, type Call} from '../calls/get-call.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {HandoffStatus, Outcome, StepKind, ToldHow} from './handoff-choices.ts';

export interface Step {
  id: string;
  kind: StepKind;
  at: Date;
  staffName: string | null;
  whomName: string | null;
  discipline: Discipline | null;
  words: string | null;
}

interface Ask {
  id: string;
  discipline: Discipline;
  isJoint: boolean;
  question: string;
  askedByName: string;
  askedAt: Date;
  answer: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
  /** Whether the viewer is of the discipline that was asked. */
  isForViewer: boolean;
}

export interface Handoff {
  id: string;
  discipline: Discipline;
  partnerId: string;
  partnerName: string;
  fromPartnerName: string;
  createdByName: string;
  createdAt: Date;
  priority: Priority;
  reason: string;
  dueAt: Date;
  status: HandoffStatus;
  claimedBy: string | null;
  claimedByName: string | null;
  activeAt: Date | null;
  outcome: Outcome | null;
  arranged: string | null;
  closedAt: Date | null;
  closedByName: string | null;
  callerToldAt: Date | null;
  toldHow: ToldHow | null;
  isRestricted: boolean;
  personId: string | null;
  version: number;
  /** Whether the viewer may take it up: of its discipline, asked about it, given it, or a team lead. */
  mayTake: boolean;
  /** What must be known of the person before anything else. */
  mustKnow: AlertsAndNeeds | null;
  /** Null where the viewer may see the handoff and not the whole call. */
  call: Call | null;
  steps: Step[];
  asks: Ask[];
}

/** The handoff, or null for whoever may not see it. The look is committed to the audit before it is given. */
export function getHandoff(sql: Sql, {viewer, address}: Asker, handoffId: string): Promise<Handoff | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [item] = await tx<(Omit<Handoff, 'mustKnow' | 'call' | 'steps' | 'asks'> & {callId: string})[]>`
      select
        handoffs.id,
        queues.discipline,
        handoffs.partner_id,
        partners.name as partner_name,
        from_partners.name as from_partner_name,
        makers.name as created_by_name,
        handoffs.created_at,
        handoffs.priority,
        handoffs.reason,
        handoffs.due_at,
        case when is_stale then 'waiting' else handoffs.status end as status,
        case when is_stale then null else handoffs.claimed_by end as claimed_by,
        case when is_stale then null else claimants.name end as claimed_by_name,
        handoffs.active_at,
        handoffs.outcome,
        handoffs.arranged,
        handoffs.closed_at,
        closers.name as closed_by_name,
        handoffs.caller_told_at,
        handoffs.told_how,
        handoffs.is_restricted,
        handoffs.person_id,
        handoffs.call_id,
        handoffs.version,
        may_take(handoffs.id) as may_take
      from handoffs
      cross join lateral (
        select handoffs.status = 'claimed' and handoffs.active_at < now() - interval '10 minutes' as is_stale
      ) as claim
      join queues on queues.id = handoffs.queue_id
      join partners on partners.id = handoffs.partner_id
      join partners as from_partners on from_partners.id = handoffs.from_partner_id
      join staff as makers on makers.id = handoffs.created_by
      left join staff as claimants on claimants.id = handoffs.claimed_by
      left join staff as closers on closers.id = handoffs.closed_by
      where handoffs.id = ${handoffId}
    `;
    if (!item) return null;
    const {callId, ...facts} = item;
    const [mustKnow, call, steps, asks] = await Promise.all([
      alertsAndNeedsOf(tx, item.personId),
      readStoredCall(tx, callId),
      listSteps(tx, handoffId),
      listAsks(tx, handoffId),
    ]);
    await recordAct(tx, {action: 'handoff_viewed', personId: item.personId, details: {handoff: handoffId}});
    return {...facts, mustKnow, call, steps, asks};
  });
}

async function listSteps(tx: ISql, handoffId: string): Promise<Step[]> {
  const steps = await tx<Step[]>`
    select
      handoff_steps.id,
      handoff_steps.kind,
      handoff_steps.at,
      staff.name as staff_name,
      others.name as whom_name,
      handoff_steps.discipline,
      handoff_steps.words
    from handoff_steps
    left join staff on staff.id = handoff_steps.staff_id
    left join staff as others on others.id = handoff_steps.whom
    where handoff_steps.handoff_id = ${handoffId}
    order by handoff_steps.number desc
    limit 200
  `;
  return [...steps].reverse();
}

async function listAsks(tx: ISql, handoffId: string): Promise<Ask[]> {
  const asks = await tx<Ask[]>`
    select
      handoff_asks.id,
      queues.discipline,
      handoff_asks.is_joint,
      handoff_asks.question,
      askers.name as asked_by_name,
      handoff_asks.asked_at,
      handoff_asks.answer,
      answerers.name as answered_by_name,
      handoff_asks.answered_at,
      works_queue(handoff_asks.queue_id) as is_for_viewer
    from handoff_asks
    join queues on queues.id = handoff_asks.queue_id
    join staff as askers on askers.id = handoff_asks.asked_by
    left join staff as answerers on answerers.id = handoff_asks.answered_by
    where handoff_asks.handoff_id = ${handoffId}
    order by handoff_asks.asked_at, queues.discipline
  `;
  return [...asks];
}

/** Whoever a team lead may give it to: those of the organisation whose queue it is in, of its discipline first. */
export function listTakers(
  sql: Sql,
  {viewer, address}: Asker,
  handoffId: string,
): Promise<{id: string; name: string}[]> {
  return within(
    sql,
    {purpose: 'desk', viewer, address},
    (tx) => tx<{id: string; name: string}[]>`
      select staff.id, staff.name
      from handoffs
      join queues on queues.id = handoffs.queue_id
      join staff on staff.partner_id = handoffs.partner_id and staff.disabled_at is null
      join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'practitioner'
      left join staff_disciplines
        on staff_disciplines.staff_id = staff.id and staff_disciplines.discipline = queues.discipline
      where handoffs.id = ${handoffId}
      order by staff_disciplines.discipline is null, staff.name
      limit 100
    `,
  );
}
