/** Passing somebody on to a listed service, and what came back. Every look is in the audit. */
import {randomUUID} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import {hashToken} from '../access/secrets.server.ts';
import {inCase, type Done} from '../cases/in-case.server.ts';
import {lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {onwardMessage} from '../messages/texts.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {LINK_DAYS, type DeclineReason, type Ending, type OnwardKind, type OnwardState} from './onward-life.ts';
import type {ChosenService} from './choose-service.server.ts';
import {onwardToken} from './onward-token.server.ts';
import type {NewOnward, OnwardAnswer} from './read-onward.ts';

export interface OnwardRow {
  id: string;
  serviceName: string;
  kind: OnwardKind;
  state: OnwardState;
  shared: string | null;
  madeAt: Date;
  seenAt: Date | null;
  /** When its provider was last reminded. */
  nudgedAt: Date | null;
  answeredAt: Date | null;
  declineReason: DeclineReason | null;
  attended: number;
  endedHow: Ending | null;
  /** Whether the provider of the service can still answer by their link. */
  isOpen: boolean;
}

interface CaseOnward {
  header: CaseHeader;
  mustKnow: AlertsAndNeeds | null;
  /** The postcode of their referral, or the first half of the one in their record: where services are looked for. */
  near: string | null;
  /** What it can be for: the needs of the case, or all where it has none. */
  needs: {key: string; name: string}[];
  /** Newest first. */
  onward: OnwardRow[];
}

const MOST_SHOWN = 50;

/** Where somebody was passed on to; null where the viewer sees no such case. Whoever walks with them has then seen the replies. */
export function getOnward(sql: Sql, asker: Asker, caseId: string): Promise<CaseOnward | null> {
  const {viewer} = asker;
  return lookAtCase(sql, asker, caseId, 'onward_viewed', async (tx, header) => {
    const [place] = await tx<{near: string | null}[]>`
      select coalesce(referrals.postcode, people.outcode) as near
      from cases
      left join referrals on referrals.id = cases.referral_id
      left join people on people.id = cases.person_id
      where cases.id = ${caseId}
    `;
    const needs = await tx<CaseOnward['needs']>`
      select key, name from needs where key = any(${header.needs}) or ${header.needs.length === 0} order by name
    `;
    const onward = await listOnward(tx, caseId);
    await tx`
      update onward_referrals set looked_at = now()
      from cases
      where
        onward_referrals.case_id = ${caseId}
        and reply_at is not null
        and looked_at is null
        and cases.id = onward_referrals.case_id
        and (cases.worker_id = ${viewer.staffId} or viewer_covers(cases.worker_id))
    `;
    const mustKnow = await alertsAndNeedsOf(tx, header.personId);
    return {header, mustKnow, near: place?.near ?? null, needs, onward};
  });
}

function listOnward(tx: ISql, caseId: string): Promise<OnwardRow[]> {
  return tx<OnwardRow[]>`
    select
      id, service_name, kind, state, shared, made_at, seen_at, nudged_at, answered_at, decline_reason, attended, ended_how,
      -- Whoever declined sees nothing of the person by their link any more: there is nothing left to end.
      coalesce(withdrawn_at is null and expires_at > now() and state <> 'declined', false) as is_open
    from onward_referrals
    where case_id = ${caseId}
    order by made_at desc
    limit ${MOST_SHOWN}
  `;
}

/**
 * Writes down that somebody was told of a service, or sends its provider a private link to what they agreed to share.
 * `refused`: their record says that they do not agree to share with it; that stands until they say otherwise there.
 */
export function passOn(
  sql: Sql,
  form: Sender,
  caseId: string,
  {
    service,
    made,
    siteAddress,
    siteSecret,
  }: {
    service: Pick<ChosenService, 'id' | 'name' | 'organisation'>;
    made: NewOnward;
    siteAddress: string;
    siteSecret: string;
  },
): Promise<Done<'refused'>> {
  const {partnerId, staffId} = form.viewer;
  const {kind, needKey, sent} = made;
  return inCase<Done<'refused'>>(sql, form, caseId, 'onward_made', async (tx, {personId}) => {
    if (sent && !(await mayShare(tx, {caseId, personId, service, sent}))) {
      return {outcome: {ok: false, reason: 'refused'}};
    }
    const id = randomUUID();
    const token = onwardToken(siteSecret, id);
    await tx`
      insert into onward_referrals (
        id, case_id, partner_id, service_id, service_name, need_key, kind, state, made_by,
        shared, consent_by, consent_how, to_email, token_hash, expires_at, site_address
      )
      values (
        ${id}, ${caseId}, ${partnerId}, ${service.id}, ${service.name}, ${needKey}, ${kind}, ${sent ? 'sent' : 'told'}, ${staffId},
        ${sent?.shared ?? null}, ${sent?.consentBy ?? null}, ${sent?.consentHow ?? null}, ${sent?.to ?? null},
        ${sent ? hashToken(token) : null}, ${sent ? tx`now() + make_interval(days => ${LINK_DAYS})` : null},
        ${sent ? siteAddress || null : null}
      )
    `;
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (${caseId}, ${partnerId}, 'onward', ${`${service.name}: ${sent ? 'sent' : 'told about it'}`}, ${staffId})
    `;
    if (sent) {
      const message = onwardMessage({
        serviceName: service.name,
        link: `${siteAddress}/onward/${token}`,
        days: LINK_DAYS,
      });
      await sendMessage(tx, {channel: 'email', to: sent.to, ...message, partnerId});
    }
    return {outcome: {ok: true}, details: {service: service.id, kind}};
  });
}

/** A refusal on record stands. What the person agreed to just now goes into their record, where they can take it back. */
async function mayShare(
  tx: ISql,
  about: {
    caseId: string;
    personId: string;
    service: Pick<ChosenService, 'name' | 'organisation'>;
    sent: NonNullable<NewOnward['sent']>;
  },
): Promise<boolean> {
  const {caseId, personId, service, sent} = about;
  const said = await tx<{said: string}[]>`
    select may_share(${personId}, named, false) as said from unnest(${[service.name, service.organisation]}::text[]) as named
  `;
  if (said.some((one) => one.said === 'refused')) return false;
  if (sent.consentBy === 'person' && !said.some((one) => one.said === 'given')) {
    await tx`select note_share_consent(${caseId}, ${service.organisation.slice(0, 200)}, 'person', null, ${sent.consentHow})`;
  }
  return true;
}

/** Writes down what a worker heard, by telephone or from the person. `not_now`: it has gone on meanwhile. */
export function noteOnward(
  sql: Sql,
  form: Sender,
  caseId: string,
  onwardId: string,
  {becomes, reason, times, how}: OnwardAnswer,
): Promise<Done<'not_now'>> {
  return inCase<Done<'not_now'>>(sql, form, caseId, 'onward_noted', async (tx) => {
    const [row] = await tx<{outcome: 'kept' | 'not_now' | 'gone'}[]>`
      select note_onward(id, ${becomes}, ${reason}, ${times}, ${how}) as outcome
      from onward_referrals
      where id = ${onwardId} and case_id = ${caseId}
    `;
    if (row?.outcome !== 'kept') return {outcome: {ok: false, reason: row?.outcome === 'not_now' ? 'not_now' : 'gone'}};
    return {outcome: {ok: true}, details: {onward: onwardId, answer: becomes}};
  });
}

/** Ends a link before its time. */
export function withdrawOnward(sql: Sql, form: Sender, caseId: string, onwardId: string): Promise<Done> {
  return inCase<Done>(sql, form, caseId, 'onward_withdrawn', async (tx) => {
    const {count} = await tx`
      update onward_referrals set withdrawn_at = now()
      where id = ${onwardId} and case_id = ${caseId} and withdrawn_at is null and token_hash is not null
    `;
    return count === 0 ? {outcome: {ok: false, reason: 'gone'}} : {outcome: {ok: true}, details: {onward: onwardId}};
  });
}
