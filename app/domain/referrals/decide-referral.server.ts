/** What a provider does with a referral. Each act counts once and refuses what was changed meanwhile. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Tier} from '../cases/case-choices.ts';
import {stepColumns} from '../cases/case-rows.server.ts';
import type {NextStep} from '../cases/read-case-forms.ts';
import type {Sender} from '../people/staff-request.ts';
import type {DeclineReason, ReferralStatus} from './referral-choices.ts';
import {saidNeeds} from './said-needs.ts';
import {tellReferrer} from './tell-referrer.server.ts';

export interface ReferralForm extends Sender {
  sql: Sql;
  version: number;
}

export type Deciding =
  | {ok: true; caseId: string | null}
  | {ok: false; reason: 'gone' | 'changed' | 'decided' | 'no_person' | 'no_consent' | 'nobody'};

interface Held {
  status: ReferralStatus;
  personId: string | null;
  communication: string | null;
  consent: 'given' | 'not_yet';
  version: number;
}

const isOpen = ({status}: Held) => status === 'received' || status === 'more_asked';

function decide(
  form: ReferralForm,
  id: string,
  action: Action,
  work: (tx: ISql, held: Held) => Promise<Deciding>,
): Promise<Deciding> {
  const {sql, viewer, address, submission, door, version} = form;
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Deciding> => {
      const [held] = await tx<Held[]>`
        select status, person_id, communication, consent, version from referrals where id = ${id} for update
      `;
      if (!held) return {ok: false, reason: 'gone'};
      if (held.version !== version) return {ok: false, reason: 'changed'};
      const outcome = await work(tx, held);
      if (outcome.ok) await recordAct(tx, {action, personId: held.personId, details: {referral: id}});
      return outcome;
    }),
  );
}

async function note(tx: ISql, {viewer}: ReferralForm, id: string, kind: string, words: string | null = null) {
  await tx`
    insert into referral_events (referral_id, partner_id, kind, words, by_id)
    values (${id}, ${viewer.partnerId}, ${kind}, ${words}, ${viewer.staffId})
  `;
}

const stamp = (tx: ISql, {viewer}: ReferralForm) =>
  tx`status_at = now(), status_by = ${viewer.staffId}, version = version + 1`;

/** Lets through what was held back. */
export function letThrough(form: ReferralForm, id: string): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx) => {
    await tx`update referrals set held_until = now(), ${stamp(tx, form)} where id = ${id} and held_because is not null`;
    await note(tx, form, id, 'let_through');
    return {ok: true, caseId: null};
  });
}

/** Says which person it is: someone whom the provider may come near. */
export function matchPerson(form: ReferralForm, id: string, personId: string): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    const [near] = await tx`
      select 1 from person_access where person_id = ${personId} and partner_id = ${form.viewer.partnerId}
    `;
    if (!near) return {ok: false, reason: 'no_person'};
    await tx`update referrals set person_id = ${personId}, ${stamp(tx, form)} where id = ${id}`;
    await note(tx, form, id, 'matched');
    return {ok: true, caseId: null};
  });
}

/** Says which team looks after it, or that none does any more. @param teamId an open team of the provider, or null */
export function giveToTeam(form: ReferralForm, id: string, teamId: string | null): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    const [team] = teamId
      ? await tx<{name: string}[]>`
          select name from teams where id = ${teamId} and partner_id = ${form.viewer.partnerId} and closed_at is null
        `
      : [];
    if (teamId && !team) return {ok: false, reason: 'nobody'};
    await tx`update referrals set team_id = ${teamId}, ${stamp(tx, form)} where id = ${id}`;
    await note(tx, form, id, 'note', team ? `For the team ${team.name}.` : 'For no team in particular.');
    return {ok: true, caseId: null};
  });
}

export function askForMore(form: ReferralForm, id: string, words: string): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    await tx`update referrals set status = 'more_asked', ${stamp(tx, form)} where id = ${id}`;
    await note(tx, form, id, 'more_asked', words);
    await tellReferrer(tx, form.viewer, id, 'more_asked');
    return {ok: true, caseId: null};
  });
}

/** What came back, or what a worker found out; with it a consent that was still missing. */
export function noteOnReferral(form: ReferralForm, id: string, words: string, consents: boolean): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    await tx`
      update referrals
      set
        status = 'received',
        consent = case when ${consents} then 'given' else consent end,
        consent_by = case when ${consents} and consent_by is null then 'person' else consent_by end,
        consent_how = case when ${consents} and consent_how is null then 'spoken' else consent_how end,
        ${stamp(tx, form)}
      where id = ${id}
    `;
    await note(tx, form, id, 'note', words);
    return {ok: true, caseId: null};
  });
}

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

/**
 * Passes it on to another provider, as it is: with its reference, and with the time that has gone by. Here it stays as
 * passed on.
 */
export function passOnReferral(form: ReferralForm, id: string, toPartnerId: string, why: string): Promise<Deciding> {
  return decide(form, id, 'referral_passed_on', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    const [provider] = await tx<{name: string}[]>`
      select partners.name
      from referral_providers
      join partners on partners.id = referral_providers.partner_id
      where partner_id = ${toPartnerId} and partner_id <> ${form.viewer.partnerId} and closed_at is null
    `;
    if (!provider) return {ok: false, reason: 'nobody'};
    await tx`update referrals set status = 'passed_on', ${stamp(tx, form)} where id = ${id}`;
    // Made here and not returned: the row is no longer ours to read.
    const [{next}] = await tx<[{next: string}]>`select gen_random_uuid() as next`;
    await tx`
      insert into referrals (
        id, reference, partnership_id, from_partner_id, to_partner_id, person_id, source, call_id, reason, needs, consent_by,
        consent_how, made_by, made_at, service_id, given_name, family_name, birth_date, estimated_age, phone, email,
        address_lines, town, postcode, outcode, practice, language, needs_interpreter, communication, reach_by,
        safe_to_call, safe_to_leave_message, reach_note, referrer_name, referrer_organisation, referrer_email,
        referrer_checked_at, referrer_phone, referrer_relation, referrer_reference, may_tell_referrer, urgency,
        known_risks, consent, check_hash, wants_mdt, passed_from
      )
      select
        ${next}, reference, partnership_id, from_partner_id, ${toPartnerId}, person_id, source, call_id, reason, needs,
        consent_by, consent_how, made_by, made_at, service_id, given_name, family_name, birth_date, estimated_age, phone,
        email, address_lines, town, postcode, outcode, practice, language, needs_interpreter, communication, reach_by,
        safe_to_call, safe_to_leave_message, reach_note, referrer_name, referrer_organisation, referrer_email,
        referrer_checked_at, referrer_phone, referrer_relation, referrer_reference, may_tell_referrer, urgency,
        known_risks, consent, check_hash, wants_mdt, id
      from referrals
      where id = ${id}
    `;
    await note(tx, form, id, 'passed_on', `To ${provider.name}. ${why}`);
    await tx`
      insert into referral_events (referral_id, partner_id, kind, words, by_id)
      values (${next}, ${toPartnerId}, 'came_on', ${why}, ${form.viewer.staffId})
    `;
    return {ok: true, caseId: null};
  });
}

export function declineReferral(
  form: ReferralForm,
  id: string,
  {reason, alternative}: {reason: DeclineReason; alternative: string | null},
): Promise<Deciding> {
  return decide(form, id, 'referral_declined', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    await tx`
      update referrals
      set status = 'declined', decline_reason = ${reason}, alternative = ${alternative}, ${stamp(tx, form)}
      where id = ${id}
    `;
    await note(tx, form, id, 'declined', alternative);
    await tellReferrer(tx, form.viewer, id, 'declined');
    return {ok: true, caseId: null};
  });
}
