/** A referral becomes a case. */
import type {ISql} from '../../../db/client.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Tier} from '../cases/case-choices.ts';
import {stepColumns} from '../cases/case-rows.server.ts';
import type {NextStep} from '../cases/read-case-forms.ts';
import {decide, isOpen, note, stamp, type Deciding, type ReferralForm} from './deciding.server.ts';
import {saidNeeds} from './said-needs.ts';
import {tellReferrer} from './tell-referrer.server.ts';

/**
 * Accepts it: opens the case with its next step, for a worker or for whoever claims it. Nothing is typed twice: needs,
 * telephone and how to reach them come from the referral, and how to communicate with them goes into their record.
 * @param workerId null: left to claim
 */
export function acceptReferral(
  form: ReferralForm,
  id: string,
  {tier, workerId, next}: {tier: Tier; workerId: string | null; next: NextStep},
): Promise<Deciding> {
  const {viewer} = form;
  return decide(form, id, 'referral_accepted', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    if (!held.personId) return {ok: false, reason: 'no_person'};
    if (held.consent !== 'given') return {ok: false, reason: 'no_consent'};
    if (workerId && !(await walksHere(tx, workerId, viewer.partnerId))) return {ok: false, reason: 'nobody'};
    await tx`
      update referrals set status = 'accepted', held_until = case when held_because is not null then now() end, ${stamp(tx, form)}
      where id = ${id}
    `;
    const columns = stepColumns(next);
    const [opened] = await tx<[{id: string}]>`
      insert into cases (
        partnership_id, partner_id, team_id, worker_id, person_id, referral_id, source, tier, needs, phone, reach_note,
        referred_at, next_step, next_step_on, no_step_reason
      )
      select
        partnership_id, to_partner_id, coalesce(team_id, ${onlyTeamOf(tx, workerId)}), ${workerId}, person_id, id, source, ${tier}, needs, phone,
        nullif(concat_ws('. ', case when safe_to_leave_message = 'no' then 'Do not leave a message' end, reach_note), ''),
        made_at, ${columns.nextStep}, ${columns.nextStepOn}, ${columns.noStepReason}
      from referrals
      where id = ${id}
      returning id
    `;
    await tx`
      insert into case_events (case_id, partner_id, kind, by_id)
      values (${opened.id}, ${viewer.partnerId}, 'opened', ${viewer.staffId})
    `;
    await note(tx, form, id, 'accepted');
    await keepNeeds(tx, id, held.personId, held.communication);
    await tellReferrer(tx, viewer, id, 'accepted');
    return {ok: true, caseId: opened.id};
  });
}

/** Where a worker is in one team, their cases are its cases. */
const onlyTeamOf = (tx: ISql, workerId: string | null) => tx`
  (select (array_agg(team_id))[1] from staff_teams where staff_id = ${workerId} having count(*) = 1)
`;

/** The audit says that the record changed, as for any change of it. */
async function keepNeeds(tx: ISql, referral: string, personId: string, communication: string | null) {
  const [added] = await tx<[{needsAdded: number; languagesAdded: number}]>`
    select needs_added, languages_added from keep_needs_of_referral(${referral}, ${saidNeeds(communication)}::text[])
  `;
  for (const [part, count] of Object.entries({communication: added.needsAdded, languages: added.languagesAdded}))
    if (count > 0) await recordAct(tx, {action: 'record_changed', personId, details: {part, added: count, referral}});
}

async function walksHere(tx: ISql, staffId: string, partnerId: string): Promise<boolean> {
  const rows = await tx`
    select 1
    from staff
    where
      id = ${staffId}
      and partner_id = ${partnerId}
      and disabled_at is null
      and exists (select from staff_roles where staff_id = staff.id and role in ('link_worker', 'team_lead'))
  `;
  return rows.length > 0;
}
