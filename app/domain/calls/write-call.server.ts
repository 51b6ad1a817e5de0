/** A call that has ended, as it is written into the database. */
import type {ISql} from '../../../db/client.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {CALLER_KINDS} from './call-choices.ts';
import {asMessage} from './call-message.ts';
import type {Draft} from './drafts.server.ts';
import type {FollowUp} from './follow-up.server.ts';
import type {EndedCall} from './read-call.ts';

export type LockedDraft = Pick<Draft, 'id' | 'reference' | 'personId'>;

/** Where a call is counted. */
export interface Area {
  outcode: string | null;
  wardGss: string | null;
  /** When its gaps were met with; now where nothing is said. */
  recordedAt?: Date;
}

/**
 * The call and everything that follows from it, with the audit and what is to be sent, in one statement: either all of it
 * is there or nothing.
 */
export async function writeCall(
  tx: ISql,
  {viewer}: Asker,
  {id, reference, personId}: LockedDraft,
  call: EndedCall,
  {outcode, wardGss}: Area,
  next: FollowUp,
) {
  const kinds = call.endings.map(({kind}) => kind);
  const isRestricted = kinds.includes('safeguarding');
  const {partnerId, staffId, partnershipId} = viewer;
  const message = asMessage(call, partnerId);
  const asker = askerOf(call);
  const none = tx`select 1 where false`;
  await tx`
    with
      draft as (
        delete from call_drafts where id = ${id}
        returning channel, opened_at, held_seconds + coalesce(extract(epoch from now() - held_since), 0)::integer as held,
          coalesce(talk_ended_at, now()) as talk_ended_at
      ),
      call as (
        insert into calls (
          id, reference, partnership_id, partner_id, channel, handler_id, started_at, talk_seconds, held_seconds,
          after_seconds, danger, danger_note, stayed_on_line, caller_kind, caller_name, caller_phone, caller_relation,
          caller_organisation, person_known, person_id, story, domain, needs, going_well, people_around, tried_before,
          outcode, ward_gss, dispositions, closing_text, sent_by, extra, is_restricted
        )
        select
          ${id}, ${reference}, ${partnershipId}, ${partnerId}, channel, ${staffId}, opened_at,
          greatest(0, extract(epoch from talk_ended_at - opened_at)::integer - held), held,
          extract(epoch from now() - talk_ended_at)::integer,
          ${call.danger}, ${call.danger === 'no' ? null : call.dangerNote}, ${call.stayedOnLine}, ${call.callerKind},
          ${call.callerName}, ${call.callerPhone}, ${call.callerRelation}, ${call.callerOrganisation},
          ${call.personKnown}, ${personId}::uuid, ${call.story}, ${call.domain}, ${call.needs}::text[],
          ${call.goingWell}, ${call.peopleAround}, ${call.triedBefore}, ${outcode}, ${wardGss}, ${kinds}::text[],
          ${call.closingText}, ${call.send?.by ?? null}, ${tx.json(call.extra as never)}, ${isRestricted}
        from draft
        returning id
      ),
      ${partsOfCall(tx, id, partnerId, partnershipId, call, {outcode, wardGss})},
      handoff as (${
        next.handoff
          ? tx`
            insert into handoffs (
              call_id, from_partner_id, queue_id, partner_id, person_id, priority, reason, is_restricted, created_by, due_at
            )
            values (
              ${id}, ${partnerId}, ${next.handoff.queueId}, ${next.handoff.partnerId}, ${personId},
              ${next.handoff.priority}, ${next.handoff.reason}, ${isRestricted}, ${staffId}, ${next.handoff.dueAt}
            )
            returning 1`
          : none
      }),
      concern as (${
        next.concern
          ? tx`
            insert into safeguarding_concerns (
              call_id, from_partner_id, partner_id, person_id, has_care_needs, is_at_risk, cannot_protect, concern, wishes,
              lead_id, raised_by, due_at
            )
            values (
              ${id}, ${partnerId}, ${next.concern.partnerId}, ${personId}, ${next.concern.hasCareNeeds},
              ${next.concern.isAtRisk}, ${next.concern.cannotProtect}, ${next.concern.concern},
              ${next.concern.concernWishes}, ${next.concern.leadId}, ${staffId}, ${next.concern.dueAt}
            )
            returning 1`
          : none
      }),
      call_back as (${
        next.callBack
          ? tx`
            insert into call_backs (call_id, partner_id, person_id, due_at, staff_id, phone, about)
            values (
              ${id}, ${partnerId}, ${personId}, ${next.callBack.callBackDue}, ${next.callBack.callBackBy},
              ${next.callBack.callBackPhone ?? call.callerPhone}, ${next.callBack.callBackAbout}
            )
            returning 1`
          : none
      }),
      referral as (${
        next.referral
          ? tx`
            insert into referrals (
              partnership_id, from_partner_id, to_partner_id, person_id, source, call_id, reason, needs, consent_by,
              consent_how, made_by, phone, outcode, referrer_name, referrer_relation, referrer_organisation, referrer_phone
            )
            values (
              ${partnershipId}, ${partnerId}, ${next.referral.referTo}, ${personId}, 'call', ${id},
              ${next.referral.referReason}, ${call.needs}::text[], ${next.referral.referConsentBy},
              ${next.referral.referConsentHow}, ${staffId},
              ${asker.phone}, ${outcode}, ${asker.name}, ${asker.relation}, ${asker.organisation}, ${asker.otherPhone}
            )
            returning 1`
          : none
      }),
      message as (${
        message
          ? tx`
            insert into messages (partner_id, channel, recipient, subject, body, call_id)
            values (
              ${partnerId}, ${message.channel}, ${message.to}, ${message.subject ?? null}, ${message.body}, ${id}
            )`
          : none
      })
    select count(*) from call
  `;
  await recordAct(tx, {
    action: 'call_closed',
    personId,
    details: {call: id, endings: kinds, sent: call.send?.by ?? 'nothing'},
  });
}

/** Needs, ways of ending, services and gaps: what a correction writes anew as well. */
export function partsOfCall(
  tx: ISql,
  id: string,
  partnerId: string,
  partnershipId: string,
  call: Pick<EndedCall, 'needs' | 'endings'>,
  {outcode, wardGss, recordedAt}: Area,
) {
  const services = call.endings.flatMap((ending) => (ending.kind === 'signposted' ? ending.services : []));
  const gap = call.endings.find((ending) => ending.kind === 'nothing_suitable');
  const rows = call.endings.map((ending) => ({
    kind: ending.kind,
    note: noteOf(ending),
    practice: ending.kind === 'passed_to_gp' ? ending.practice : null,
    emergencyService: ending.kind === 'emergency_services' ? ending.emergencyService : null,
    helpedTo: ending.kind === 'wrong_number' ? ending.helpedTo : null,
  }));
  return tx`
    needs_of_call as (
      insert into call_needs (call_id, partner_id, need_key, position)
      select ${id}, ${partnerId}, need.key, need.position
      from unnest(${call.needs}::text[]) with ordinality as need (key, position)
    ),
    endings_of_call as (
      insert into call_dispositions (call_id, partner_id, kind, note, practice, emergency_service, helped_to)
      select ${id}, ${partnerId}, ending.*
      from unnest(
        ${rows.map(({kind}) => kind)}::text[],
        ${rows.map(({note}) => note)}::text[],
        ${rows.map(({practice}) => practice)}::text[],
        ${rows.map(({emergencyService}) => emergencyService)}::text[],
        ${rows.map(({helpedTo}) => helpedTo)}::text[]
      ) as ending
    ),
    services_of_call as (
      insert into call_services (call_id, partner_id, service_id, position)
      select ${id}, ${partnerId}, service.id, service.position
      from unnest(${services}::uuid[]) with ordinality as service (id, position)
    ),
    gaps_of_call as (
      insert into gaps (
        partnership_id, call_id, partner_id, need_key, outcode, ward_gss, reason, service_id, source, recorded_at
      )
      select
        ${partnershipId}, ${id}, ${partnerId}, need, ${outcode}, ${wardGss}, ${gap?.gapReason ?? null},
        ${gap?.gapService ?? null}::uuid, 'call',
        coalesce(${recordedAt ?? null}::timestamptz, now())
      from unnest(${gap?.gapNeeds ?? []}::text[]) as need
    )
  `;
}

function noteOf(ending: EndedCall['endings'][number]): string | null {
  switch (ending.kind) {
    case 'information_given':
      return ending.informationNote;
    case 'self_care':
      return ending.selfCareNote;
    case 'reconnected':
      return ending.reconnectedWith;
    case 'passed_to_gp':
      return ending.gpNote;
    case 'emergency_services':
      return ending.emergencyNote;
    case 'caller_ended':
      return ending.callerEndedNote;
    default:
      return null;
  }
}

/** Who asked for a link worker: the person by their own number, or whoever rang for them, who is not told how it goes on. */
function askerOf({callerKind, callerName, callerPhone, callerRelation, callerOrganisation}: EndedCall) {
  if (callerKind === 'person')
    return {phone: callerPhone, name: null, relation: null, organisation: null, otherPhone: null};
  return {
    phone: null,
    name: callerName,
    relation: callerRelation ?? (callerKind === 'not_said' ? null : CALLER_KINDS[callerKind]),
    organisation: callerOrganisation,
    otherPhone: callerPhone,
  };
}
