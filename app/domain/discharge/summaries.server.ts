/** The one-page summary of somebody whom a call was about, and who was given it. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {readStoredCall, type Call} from '../calls/get-call.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import {getRecord, type PersonRecord} from '../people/get-record.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Handover} from './handover-words.ts';

export interface SummaryParts {
  call: Call;
  /** Null until the viewer has opened the record. */
  record: PersonRecord | null;
  /** What must be known of the person before anything else. */
  mustKnow: AlertsAndNeeds | null;
  handovers: GivenSummary[];
}

export interface GivenSummary {
  givenTo: string;
  givenBy: string;
  givenAt: Date;
  way: 'paper' | 'email' | 'text';
  /** The link that was sent; null on paper. */
  linkId: string | null;
  expiresAt: Date | null;
  endedAt: Date | null;
  looks: number | null;
  lastLookAt: Date | null;
  /** Of whom the call was taken for before it was put right: only a lead of its desk is told. */
  isOfAnother: boolean;
}

/**
 * What the summary is made of, for whoever may read the call and has opened the record of the person. That it was made is
 * committed to the audit before it is given. Null where there is no such call.
 */
export async function getSummaryParts(sql: Sql, asker: Asker, callId: string): Promise<SummaryParts | null> {
  const found = await within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const call = await readStoredCall(tx, callId);
    if (!call) return null;
    const handovers = await tx<SummaryParts['handovers']>`
      select
        given_to, staff.name as given_by, given_at, way, link.id as link_id, link.expires_at, link.ended_at, link.looks,
        link.last_look_at, summary_handovers.person_id is distinct from ${call.personId}::uuid as is_of_another
      from summary_handovers
      join staff on staff.id = summary_handovers.given_by
      left join summary_links as link on link.handover_id = summary_handovers.id
      where summary_handovers.call_id = ${callId}
      order by given_at desc
      limit 50
    `;
    await recordAct(tx, {action: 'call_viewed', personId: call.personId, details: {call: callId, page: 'summary'}});
    return {call, mustKnow: await alertsAndNeedsOf(tx, call.personId), handovers: [...handovers]};
  });
  if (!found) return null;
  const {personId} = found.call;
  const record = personId ? await getRecord(sql, asker, personId, 'summary') : null;
  if (record) {
    await within(sql, {purpose: 'desk', ...asker}, (tx) =>
      recordAct(tx, {action: 'summary_made', personId, details: {call: callId}}),
    );
  }
  return {...found, record};
}

/** Writes down that the printed page was given to somebody, and under which consent. False where there is no such call. */
export function recordHandover(sql: Sql, sender: Sender, callId: string, handover: Handover): Promise<boolean> {
  const {viewer, address, submission, door} = sender;
  const {to: _to, ...facts} = handover;
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [row] = await tx<{personId: string | null}[]>`
        with call as (select id, partner_id, person_id from calls where id = ${callId}),
        handover as (
          insert into summary_handovers (call_id, partner_id, given_to, consent_by, consent_how, given_by)
          select id, partner_id, ${handover.givenTo}, ${handover.consentBy}, ${handover.consentHow}, ${viewer.staffId}
          from call
        )
        select person_id from call
      `;
      if (!row) return false;
      await recordAct(tx, {action: 'call_printed', personId: row.personId, details: {call: callId, ...facts}});
      return true;
    }),
  );
}
