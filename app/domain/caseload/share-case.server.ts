/** Who else has to do with a case: a colleague it is given to, another provider that may read it. */
import {changeCase, note, set, type CaseForm, type CaseOutcome} from './change-case.server.ts';

/** Gives it to a colleague of the same provider. */
export function transferCase(form: CaseForm, caseId: string, toStaffId: string, words: string): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_transferred', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    const [walker] = await tx<{name: string}[]>`
      select name
      from staff
      where
        id = ${toStaffId}
        and partner_id = ${form.viewer.partnerId}
        and disabled_at is null
        and exists (select from staff_roles where staff_id = staff.id and role in ('link_worker', 'team_lead'))
    `;
    if (!walker) return {ok: false, reason: 'nobody'};
    await set(tx, caseId, {workerId: toStaffId});
    await note(tx, form, caseId, 'transferred', `To ${walker.name}. ${words}`.trim());
    return {ok: true};
  });
}

/**
 * Lets another provider read the case, or walk in it too. The person has said yes to that: it is for whoever shares it to say so.
 * @param worksWithUs they write down contacts and have a next step of their own; else they read, and change nothing
 */
export function shareCase(
  form: CaseForm,
  caseId: string,
  toPartnerId: string,
  why: string,
  worksWithUs = false,
): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_shared', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    const [provider] = await tx<{name: string}[]>`
      select partners.name
      from referral_providers
      join partners on partners.id = referral_providers.partner_id
      where partner_id = ${toPartnerId} and partner_id <> ${form.viewer.partnerId}
    `;
    if (!provider) return {ok: false, reason: 'nobody'};
    await tx`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by, works_with_us)
      values (${caseId}, ${form.viewer.partnerId}, ${toPartnerId}, ${why}, ${form.viewer.staffId}, ${worksWithUs})
      on conflict (case_id, to_partner_id) do update
      set
        ended_at = null, why = excluded.why, shared_by = excluded.shared_by, shared_at = now(),
        works_with_us = excluded.works_with_us,
        -- Whoever walked along before is asked anew.
        walker_id = null, next_step = null, next_step_on = null, no_step_reason = null
    `;
    await tx`update cases set version = version + 1 where id = ${caseId}`;
    const how = worksWithUs ? ', who walk too' : '';
    await note(tx, form, caseId, 'shared', `With ${provider.name}${how}. ${why}`);
    return {ok: true};
  });
}

export function unshareCase(form: CaseForm, caseId: string, toPartnerId: string): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_shared', async (tx) => {
    const [ended] = await tx<{name: string}[]>`
      update case_shares
      set ended_at = now()
      from partners
      where
        case_id = ${caseId} and to_partner_id = ${toPartnerId} and ended_at is null and partners.id = to_partner_id
      returning partners.name
    `;
    if (!ended) return {ok: false, reason: 'gone'};
    await note(tx, form, caseId, 'unshared', `With ${ended.name}`);
    return {ok: true};
  });
}
