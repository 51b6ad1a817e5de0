/** What is done with a case. Each act counts once, refuses what was changed meanwhile, and stands in timeline and audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import {tellReferrer} from '../referrals/tell-referrer.server.ts';
import type {CaseStatus, Tier} from './case-choices.ts';
import {stepColumns} from './case-rows.server.ts';
import {statusAfter} from './case-status.ts';
import type {Close, Contact, NextStep, Pause} from './read-case-forms.ts';

export type CaseOutcome = {ok: true} | {ok: false; reason: 'gone' | 'changed' | 'closed' | 'open' | 'nobody'};

/** A form about a case, with the version it was shown with. */
export interface CaseForm extends Sender {
  sql: Sql;
  version: number;
}

interface Held {
  status: CaseStatus;
  personId: string;
  version: number;
  referralId: string | null;
  firstContactAt: Date | null;
}

type Work = (tx: ISql, held: Held) => Promise<CaseOutcome>;

/** Holds the case and does one thing with it. Of another provider there is nothing to hold, shared or not. */
function changeCase(
  form: CaseForm,
  caseId: string,
  action: Action,
  work: Work,
  ignoresVersion = false,
): Promise<CaseOutcome> {
  const {sql, viewer, address, submission, door, version} = form;
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<CaseOutcome> => {
      const [held] = await tx<Held[]>`
        select status, person_id, version, referral_id, first_contact_at
        from cases
        where id = ${caseId} and partner_id = ${viewer.partnerId}
        for update
      `;
      if (!held) return {ok: false, reason: 'gone'};
      if (!ignoresVersion && held.version !== version) return {ok: false, reason: 'changed'};
      const outcome = await work(tx, held);
      if (outcome.ok) await recordAct(tx, {action, personId: held.personId, details: {case: caseId}});
      return outcome;
    }),
  );
}

async function set(tx: ISql, caseId: string, columns: Record<string, unknown>) {
  await tx`update cases set ${tx(columns as never)}, version = version + 1 where id = ${caseId}`;
}

async function note(tx: ISql, form: CaseForm, caseId: string, kind: string, words: string | null = null) {
  await tx`
    insert into case_events (case_id, partner_id, kind, words, by_id)
    values (${caseId}, ${form.viewer.partnerId}, ${kind}, ${words}, ${form.viewer.staffId})
  `;
}

/**
 * Writes down a contact, or an attempt, with the next step. It is added whatever else was changed meanwhile: two who were
 * both in touch have both been in touch.
 */
export function recordContact(form: CaseForm, caseId: string, contact: Contact): Promise<CaseOutcome> {
  const {viewer} = form;
  return changeCase(
    form,
    caseId,
    'case_contact_recorded',
    async (tx, held) => {
      if (held.status === 'closed') return {ok: false, reason: 'closed'};
      const {mode, wasReached, minutes, whoWith, note: words, at, next} = contact;
      await tx`
        insert into case_contacts ${tx({
          caseId,
          partnerId: viewer.partnerId,
          mode,
          wasReached,
          minutes,
          whoWith,
          note: words,
          at,
          staffId: viewer.staffId,
          nextOn: next.on,
        })}
      `;
      await set(tx, caseId, {...stepColumns(next), status: statusAfter(held.status, wasReached)});
      await tx`delete from case_drafts where case_id = ${caseId} and staff_id = ${viewer.staffId}`;
      const isFirst = wasReached && held.firstContactAt === null;
      if (isFirst && held.referralId) await tellReferrer(tx, viewer, held.referralId, 'first_contact');
      return {ok: true};
    },
    true,
  );
}

export function setNextStep(form: CaseForm, caseId: string, next: NextStep): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_changed', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    await set(tx, caseId, stepColumns(next));
    await note(tx, form, caseId, 'next_step', next.step ?? next.whyNone);
    return {ok: true};
  });
}

/** A note in the timeline that is no contact. */
export function noteOnCase(form: CaseForm, caseId: string, words: string): Promise<CaseOutcome> {
  return changeCase(
    form,
    caseId,
    'case_changed',
    async (tx) => {
      await note(tx, form, caseId, 'note', words);
      return {ok: true};
    },
    true,
  );
}

export function setTier(form: CaseForm, caseId: string, tier: Tier, words: string): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_changed', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    await set(tx, caseId, {tier});
    await note(tx, form, caseId, 'tier', words);
    return {ok: true};
  });
}

export function pauseCase(form: CaseForm, caseId: string, {reason, until}: Pause): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_changed', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    await set(tx, caseId, {status: 'paused', pauseReason: reason, pausedUntil: until});
    await note(tx, form, caseId, 'paused', reason);
    return {ok: true};
  });
}

/** Goes on with a paused case, or moves an active one into follow-up and back. */
export function resumeCase(
  form: CaseForm,
  caseId: string,
  to: 'active' | 'follow_up',
  next: NextStep,
): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_changed', async (tx, {status}) => {
    if (status === 'closed') return {ok: false, reason: 'closed'};
    await set(tx, caseId, {status: to, pauseReason: null, pausedUntil: null, ...stepColumns(next)});
    await note(tx, form, caseId, status === 'paused' ? 'resumed' : 'status', next.step ?? next.whyNone);
    return {ok: true};
  });
}

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

export function closeCase(form: CaseForm, caseId: string, {reason, outcome}: Close): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_closed', async (tx, held) => {
    if (held.status === 'closed') return {ok: false, reason: 'closed'};
    await tx`
      update cases
      set
        status = 'closed',
        closed_at = now(),
        closed_by = ${form.viewer.staffId},
        close_reason = ${reason},
        outcome = ${outcome},
        pause_reason = null,
        paused_until = null,
        next_step = null,
        next_step_on = null,
        no_step_reason = null,
        version = version + 1
      where id = ${caseId}
    `;
    await note(tx, form, caseId, 'closed', outcome);
    if (held.referralId) await tellReferrer(tx, form.viewer, held.referralId, 'closed');
    return {ok: true};
  });
}

/** Opens it again, with the viewer walking and a next step. */
export function reopenCase(form: CaseForm, caseId: string, next: NextStep): Promise<CaseOutcome> {
  return changeCase(form, caseId, 'case_reopened', async (tx, {status}) => {
    if (status !== 'closed') return {ok: false, reason: 'open'};
    await tx`
      update cases
      set
        status = case when first_contact_at is null then 'referred' else 'active' end,
        closed_at = null,
        closed_by = null,
        close_reason = null,
        outcome = null,
        worker_id = ${form.viewer.staffId},
        next_step = ${next.step},
        next_step_on = ${next.on},
        no_step_reason = ${next.whyNone},
        version = version + 1
      where id = ${caseId}
    `;
    await note(tx, form, caseId, 'reopened', next.step ?? next.whyNone);
    return {ok: true};
  });
}

/** Lets another provider read the case. The person has said yes to that: it is for whoever shares it to say so. */
export function shareCase(form: CaseForm, caseId: string, toPartnerId: string, why: string): Promise<CaseOutcome> {
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
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${caseId}, ${form.viewer.partnerId}, ${toPartnerId}, ${why}, ${form.viewer.staffId})
      on conflict (case_id, to_partner_id) do update
      set ended_at = null, why = excluded.why, shared_by = excluded.shared_by, shared_at = now()
    `;
    await tx`update cases set version = version + 1 where id = ${caseId}`;
    await note(tx, form, caseId, 'shared', `With ${provider.name}. ${why}`);
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

/** Keeps a contact that somebody is writing, for them alone. False when the case is not theirs to write in. */
export function keepContactDraft(
  sql: Sql,
  {viewer, address}: Pick<Sender, 'viewer' | 'address'>,
  caseId: string,
  fields: Record<string, string>,
): Promise<boolean> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const {count} = await tx`
      insert into case_drafts (case_id, partner_id, staff_id, fields)
      select id, partner_id, ${viewer.staffId}, ${tx.json(fields)}
      from cases
      where id = ${caseId} and partner_id = ${viewer.partnerId} and status <> 'closed'
      on conflict (case_id, staff_id) do update set fields = excluded.fields, changed_at = now()
    `;
    return count > 0;
  });
}
