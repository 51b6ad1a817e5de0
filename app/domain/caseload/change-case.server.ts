/** What is done with a case. Each act counts once, refuses what was changed meanwhile, and stands in timeline and audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import type {Action} from '../audit/actions.ts';
import type {Sender} from '../people/staff-request.ts';
import {tellReferrer, tellReferrerJointly} from '../referrals/tell-referrer.server.ts';
import type {CaseStatus, Tier} from '../cases/case-choices.ts';
import {stepColumns} from '../cases/case-rows.server.ts';
import {statusAfter} from '../cases/case-status.ts';
import {endContactDraft} from '../cases/contact-draft.server.ts';
import {inCase, type HeldCase} from '../cases/in-case.server.ts';
import {setJointStep} from '../cases/joint-steps.server.ts';
import type {Close, Contact, NextStep, Pause} from '../cases/read-case-forms.ts';

export type CaseOutcome = {ok: true} | {ok: false; reason: 'gone' | 'changed' | 'closed' | 'open' | 'nobody'};

/** A form about a case, with the version it was shown with. */
export interface CaseForm extends Sender {
  sql: Sql;
  version: number;
}

type Work = (tx: ISql, held: HeldCase) => Promise<CaseOutcome>;

interface Whether {
  /** It holds whatever else was changed meanwhile. */
  ignoresVersion?: boolean;
  /** Another organisation that walks in the case too may do it. */
  isForJoint?: boolean;
}

/** Does one thing with a case. */
export const changeCase = (
  form: CaseForm,
  caseId: string,
  action: Action,
  work: Work,
  {ignoresVersion = false, isForJoint = false}: Whether = {},
) =>
  inCase<CaseOutcome>(
    form.sql,
    form,
    caseId,
    action,
    async (tx, held) => ({
      outcome: ignoresVersion || held.version === form.version ? await work(tx, held) : {ok: false, reason: 'changed'},
    }),
    isForJoint,
  );

/** Changes columns of the case, which is another version of it then. */
export async function set(tx: ISql, caseId: string, columns: Record<string, unknown>) {
  await tx`update cases set ${tx(columns as never)}, version = version + 1 where id = ${caseId}`;
}

const isOurs = ({viewer}: CaseForm, held: HeldCase) => held.partnerId === viewer.partnerId;

/** What comes next for whoever sets it: in a joint case each of the two organisations has a step of its own. */
async function setStep(tx: ISql, form: CaseForm, held: HeldCase, next: NextStep, status: CaseStatus) {
  if (isOurs(form, held)) return set(tx, held.id, {...stepColumns(next), status});
  await set(tx, held.id, {status});
  await setJointStep(tx, held.id, next);
}

/** A line of the timeline that is no contact. It belongs to the case, whoever writes it. */
export async function note(tx: ISql, form: CaseForm, caseId: string, kind: string, words: string | null = null) {
  await tx`
    insert into case_events (case_id, partner_id, kind, words, by_id)
    select id, partner_id, ${kind}, ${words}, ${form.viewer.staffId} from cases where id = ${caseId}
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
          partnerId: held.partnerId,
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
      await setStep(tx, form, held, next, statusAfter(held.status, wasReached));
      await endContactDraft(tx, form, held, contact.draft ?? null);
      if (wasReached && held.firstContactAt === null && held.referralId)
        await (isOurs(form, held)
          ? tellReferrer(tx, viewer, held.referralId, 'first_contact')
          : tellReferrerJointly(tx, caseId));
      return {ok: true};
    },
    {ignoresVersion: true, isForJoint: true},
  );
}

export function setNextStep(form: CaseForm, caseId: string, next: NextStep): Promise<CaseOutcome> {
  const work: Work = async (tx, held) => {
    if (held.status === 'closed') return {ok: false, reason: 'closed'};
    await setStep(tx, form, held, next, held.status);
    await note(tx, form, caseId, 'next_step', next.step ?? next.whyNone);
    return {ok: true};
  };
  return changeCase(form, caseId, 'case_changed', work, {isForJoint: true});
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
    {ignoresVersion: true, isForJoint: true},
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
