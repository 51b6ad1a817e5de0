/** Who has what was handed on: taking it up, giving it back, giving it to somebody. It is always in a queue. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {changeHandoff, type HandoffForm, type HandoffOutcome} from './change-handoff.server.ts';

/** What was taken up: enough to open the record of whom it is about. */
interface Claimed {
  personId: string | null;
  callReference: string | null;
}

/**
 * Takes it up for the viewer, in one statement: of any number who try at the same moment one has it and the others get
 * null. A claim on which nothing was done for ten minutes stands in nobody's way. Whose discipline it is for, the policies
 * know. Runs inside `within` for the desk.
 */
export async function takeHandoff(tx: ISql, staffId: string, handoffId: string): Promise<Claimed | null> {
  const [claimed] = await tx<Claimed[]>`
    with
      claimed as (
        update handoffs
        set
          status = 'claimed',
          claimed_by = ${staffId},
          claimed_at = clock_timestamp(),
          active_at = clock_timestamp(),
          first_claimed_at = coalesce(first_claimed_at, clock_timestamp()),
          version = version + 1
        where
          id = ${handoffId}
          and partner_id = (select viewer_partner())
          and (status = 'waiting' or (status = 'claimed' and active_at < clock_timestamp() - interval '10 minutes'))
        returning id, call_id, person_id
      ),
      step as (
        insert into handoff_steps (handoff_id, staff_id, kind)
        select id, ${staffId}, 'claimed' from claimed
      )
    select claimed.person_id, calls.reference as call_reference
    from claimed
    left join calls on calls.id = claimed.call_id
  `;
  return claimed ?? null;
}

/** Whose it is: null for what waits, and for what the viewer may not see. */
async function ownerOf(tx: ISql, handoffId: string): Promise<{id: string; name: string} | null> {
  const [owner] = await tx<{id: string; name: string}[]>`
    select staff.id, staff.name
    from handoffs
    join staff on staff.id = claimed_by
    where handoffs.id = ${handoffId}
  `;
  return owner ?? null;
}

/** Whether it waits in a queue of the viewer's organisation, for a discipline that is not theirs. */
async function isForOthers(tx: ISql, handoffId: string): Promise<boolean> {
  const [item] = await tx`
    select 1 from handoffs
    where id = ${handoffId} and partner_id = (select viewer_partner()) and status <> 'closed' and not may_take(id)
  `;
  return item !== undefined;
}

type ClaimOutcome =
  | ({ok: true} & Claimed)
  | {ok: false; reason: 'taken'; by: string}
  /** It is for another discipline. */
  | {ok: false; reason: 'other_discipline'}
  | {ok: false; reason: 'gone'};

/** The viewer takes it up. Whoever has it already keeps it: for them this is no mistake. */
export function claimHandoff(sql: Sql, {viewer, address}: Asker, handoffId: string): Promise<ClaimOutcome> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const claimed = await takeHandoff(tx, viewer.staffId, handoffId);
    if (claimed) {
      await recordAct(tx, {
        action: 'handoff_claimed',
        personId: claimed.personId,
        details: {handoff: handoffId},
      });
      return {ok: true, ...claimed};
    }
    const owner = await ownerOf(tx, handoffId);
    if (!owner) return {ok: false, reason: (await isForOthers(tx, handoffId)) ? 'other_discipline' : 'gone'};
    if (owner.id !== viewer.staffId) return {ok: false, reason: 'taken', by: owner.name};
    const [own] = await tx<Claimed[]>`
      select handoffs.person_id, calls.reference as call_reference
      from handoffs
      left join calls on calls.id = handoffs.call_id
      where handoffs.id = ${handoffId}
    `;
    return {ok: true, personId: own?.personId ?? null, callReference: own?.callReference ?? null};
  });
}

/** Puts it back into its queue. Only whoever has it, or a team lead, may. */
export function releaseHandoff(form: HandoffForm, handoffId: string, isLead: boolean): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_released', async (tx) => {
    const {count} = await tx`
      with
        released as (
          update handoffs
          set status = 'waiting', claimed_by = null, claimed_at = null, active_at = null, version = version + 1
          where
            id = ${handoffId}
            and status = 'claimed'
            and (claimed_by = ${form.viewer.staffId} or ${isLead})
          returning id
        )
      insert into handoff_steps (handoff_id, staff_id, kind)
      select id, ${form.viewer.staffId}, 'released' from released
    `;
    return count > 0 ? {ok: true} : {ok: false, reason: 'not_yours'};
  });
}

/** A team lead gives it to somebody who works for the organisation whose queue it is in, whoever had it. */
export function assignHandoff(form: HandoffForm, handoffId: string, toStaffId: string): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_claimed', async (tx) => {
    const {count} = await tx`
      with
        given as (
          update handoffs
          set
            status = 'claimed',
            claimed_by = staff.id,
            claimed_at = clock_timestamp(),
            active_at = clock_timestamp(),
            first_claimed_at = coalesce(first_claimed_at, clock_timestamp()),
            version = handoffs.version + 1
          from staff
          where
            handoffs.id = ${handoffId}
            and handoffs.status <> 'closed'
            and staff.id = ${toStaffId}
            and staff.partner_id = handoffs.partner_id
            and staff.disabled_at is null
          returning handoffs.id, staff.id as whom
        )
      insert into handoff_steps (handoff_id, staff_id, kind, whom)
      select id, ${form.viewer.staffId}, 'assigned', whom from given
    `;
    return count > 0 ? {ok: true} : {ok: false, reason: 'gone'};
  });
}

/** Whoever has it is still at work on it: the claim holds for another ten minutes. False when it is not theirs any more. */
export function keepClaim(sql: Sql, {viewer}: Asker, handoffId: string): Promise<boolean> {
  return within(sql, {purpose: 'desk', viewer}, async (tx) => {
    const {count} = await tx`
      update handoffs
      set active_at = clock_timestamp()
      where
        id = ${handoffId}
        and status = 'claimed'
        and claimed_by = ${viewer.staffId}
        and active_at >= clock_timestamp() - interval '10 minutes'
    `;
    return count > 0;
  });
}

/** Puts idle claims back into their queues. Safe in several processes at once. Returns how many. */
export function lapseClaims(sql: Sql): Promise<number> {
  return within(sql, {purpose: 'housekeeping'}, async (tx) => {
    const [{count}] = await tx<[{count: number}]>`select lapse_claims() as count`;
    return count;
  });
}
