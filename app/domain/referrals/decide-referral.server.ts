/** What else a provider does with a referral than accept it. */
import type {DeclineReason} from './referral-choices.ts';
import {decide, isOpen, note, stamp, type Deciding, type ReferralForm} from './deciding.server.ts';
import {referrerLink} from './referrer-link.server.ts';
import {tellReferrer} from './tell-referrer.server.ts';

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

/** Asks whoever referred, behind a link of their own, where they may hear; else somebody rings. */
export function askForMore(form: ReferralForm, id: string, words: string): Promise<Deciding> {
  return decide(form, id, 'referral_changed', async (tx, held) => {
    if (!isOpen(held)) return {ok: false, reason: 'decided'};
    const {link, hash} = referrerLink(form.site, held.reference);
    await tx`
      update referrals set status = 'more_asked', referrer_hash = ${hash}, ${stamp(tx, form)} where id = ${id}
    `;
    await note(tx, form, id, 'more_asked', words);
    await tellReferrer(tx, form.viewer, id, 'more_asked', link);
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
        known_risks, consent, check_hash, wants_mdt, referrer_hash, passed_from
      )
      select
        ${next}, reference, partnership_id, from_partner_id, ${toPartnerId}, person_id, source, call_id, reason, needs,
        consent_by, consent_how, made_by, made_at, service_id, given_name, family_name, birth_date, estimated_age, phone,
        email, address_lines, town, postcode, outcode, practice, language, needs_interpreter, communication, reach_by,
        safe_to_call, safe_to_leave_message, reach_note, referrer_name, referrer_organisation, referrer_email,
        referrer_checked_at, referrer_phone, referrer_relation, referrer_reference, may_tell_referrer, urgency,
        known_risks, consent, check_hash, wants_mdt, referrer_hash, id
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
    const {link, hash} = referrerLink(form.site, held.reference);
    await tx`
      update referrals
      set
        status = 'declined', decline_reason = ${reason}, alternative = ${alternative}, referrer_hash = ${hash},
        ${stamp(tx, form)}
      where id = ${id}
    `;
    await note(tx, form, id, 'declined', alternative);
    await tellReferrer(tx, form.viewer, id, 'declined', alternative && link);
    return {ok: true, caseId: null};
  });
}
