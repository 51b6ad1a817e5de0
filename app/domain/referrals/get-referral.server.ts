/** One referral, as whoever decides about it reads it. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {listWalkers} from '../cases/case-rows.server.ts';
import {alertsAndNeedsOf} from '../people/alerts-and-needs.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {InboxRow} from './list-referrals.server.ts';
import {listOtherProviders, ownRoom, type OtherProvider} from './other-providers.server.ts';
import type {ProviderRoom} from './provider-room.ts';
import type {DeclineReason, ReachBy} from './referral-choices.ts';

export interface Referral extends InboxRow {
  partnerId: string;
  personId: string | null;
  personReference: string | null;
  callReference: string | null;
  fromPartnerName: string | null;
  serviceName: string | null;
  serviceSlug: string | null;
  reason: string;
  needs: string[];
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  addressLines: string | null;
  town: string | null;
  postcode: string | null;
  practice: string | null;
  language: string | null;
  needsInterpreter: boolean;
  communication: string | null;
  reachBy: ReachBy | null;
  safeToLeaveMessage: 'yes' | 'no' | 'not_asked';
  reachNote: string | null;
  referrerName: string | null;
  referrerEmail: string | null;
  referrerPhone: string | null;
  referrerRelation: string | null;
  referrerReference: string | null;
  referrerCheckedAt: Date | null;
  isCheckAsked: boolean;
  mayTellReferrer: boolean;
  /** Whether whoever asked hears by e-mail now: they may, they left an address, and it is known to be theirs. */
  referrerHears: boolean;
  wantsMdt: boolean;
  knownRisks: string | null;
  consentBy: string | null;
  consentHow: string | null;
  declineReason: DeclineReason | null;
  alternative: string | null;
  version: number;
  events: {id: string; kind: string; words: string | null; byName: string | null; at: Date}[];
  teamId: string | null;
  /** Open teams of the provider. */
  teams: {id: string; name: string}[];
  walkers: {id: string; name: string}[];
  providers: OtherProvider[];
  /** How full the viewer's own provider is. */
  room: ProviderRoom | null;
  /** Whether workers claim what comes in, or a lead gives it out. */
  givesOut: 'claim' | 'allocate';
}

/** A referral to the viewer's provider; null for any other, whether or not it exists. */
export function getReferral(sql: Sql, {viewer, address}: Asker, id: string): Promise<Referral | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [row] = await tx<
      Omit<Referral, 'mustKnow' | 'isAnswered' | 'events' | 'walkers' | 'teams' | 'providers' | 'room'>[]
    >`
      with shown as (select * from referrals where id = ${id})
      select
        shown.id, shown.reference, shown.to_partner_id as partner_id, shown.person_id, shown.source, shown.status,
        shown.urgency, shown.made_at, shown.reason, shown.needs, shown.given_name, shown.family_name, shown.birth_date,
        shown.phone, shown.email, shown.address_lines, shown.town, shown.postcode,
        coalesce(shown.outcode, people.outcode) as outcode, shown.practice, shown.language,
        shown.needs_interpreter, shown.communication, shown.reach_by, shown.safe_to_leave_message, shown.reach_note,
        shown.referrer_name, shown.referrer_organisation, shown.referrer_email, shown.referrer_phone,
        shown.referrer_relation, shown.referrer_reference, shown.referrer_checked_at,
        shown.check_hash is not null as is_check_asked, shown.may_tell_referrer, shown.wants_mdt, shown.known_risks, shown.consent,
        coalesce(
          shown.referrer_email is not null
          and (shown.check_hash is null or shown.referrer_checked_at is not null)
          and referrer_may_hear(shown.id),
          false
        ) as referrer_hears,
        shown.consent_by, shown.consent_how, shown.decline_reason, shown.alternative, shown.version,
        case when shown.held_until is null then shown.held_because end as held_because,
        coalesce(
          nullif(btrim(concat_ws(' ', coalesce(people.known_as, people.given_name), people.family_name)), ''),
          nullif(btrim(concat_ws(' ', shown.given_name, shown.family_name)), '')
        ) as name,
        people.reference as person_reference,
        (select calls.reference from calls where calls.id = shown.call_id) as call_reference,
        makers.name as from_partner_name,
        shown.team_id,
        teams.name as team_name,
        services.name as service_name,
        listings.slug as service_slug,
        array(
          select needs.name from needs where needs.key = any(shown.needs) order by array_position(shown.needs, needs.key)
        ) as need_names,
        coalesce(
          (select gives_out from referral_providers where referral_providers.partner_id = shown.to_partner_id), 'claim'
        ) as gives_out,
        doubles.open_case,
        doubles.twin,
        (select cases.id from cases where cases.referral_id = shown.id) as case_id
      from shown
      left join people on people.id = shown.person_id
      left join teams on teams.id = shown.team_id
      left join partners as makers on makers.id = shown.from_partner_id
      left join services on services.id = shown.service_id
      left join listings on listings.service_id = shown.service_id
      left join likely_doubles(array[${id}::uuid]) as doubles on doubles.referral_id = shown.id
    `;
    if (!row) return null;
    const [mustKnow, events, walkers, providers, room, teams] = await Promise.all([
      alertsAndNeedsOf(tx, row.personId),
      tx<Referral['events']>`
        select referral_events.id, kind, words, staff.name as by_name, at
        from referral_events
        left join staff on staff.id = referral_events.by_id
        where referral_id = ${id}
        order by at desc
      `,
      listWalkers(tx, viewer.partnerId),
      listOtherProviders(tx, viewer, row),
      ownRoom(tx, viewer),
      tx<Referral['teams']>`
        select id, name from teams where partner_id = ${viewer.partnerId} and closed_at is null order by name
      `,
    ]);
    await recordAct(tx, {action: 'referral_viewed', personId: row.personId, details: {referral: id}});
    const isAnswered = events[0]?.kind === 'answered';
    return {
      ...row,
      mustKnow,
      isAnswered,
      events: [...events],
      walkers: [...walkers],
      providers,
      room,
      teams: [...teams],
    };
  });
}
