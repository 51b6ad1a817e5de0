/** Opening a person's record: the reason is written down before anything is shown. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Reason} from './opening-reasons.ts';
import type {Asker, Sender} from './staff-request.ts';

/** An opening that stands. */
export interface Opening extends Reason {
  id: string;
  openedAt: Date;
  expiresAt: Date;
}

/** The few facts by which whoever opens a record sees that it is the right one. */
export interface Chosen {
  id: string;
  reference: string;
  knownAs: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
  estimatedAge: number | null;
  estimatedOn: string | null;
  isDeceased: boolean;
  outcode: string | null;
  mergedInto: string | null;
}

/**
 * Someone whom the viewer may come near, or null. Seen before a reason is given, so it is what the search shows; and like a
 * search it is written down.
 */
export function getChosen(sql: Sql, asker: Asker, personId: string, inEmergency = false): Promise<Chosen | null> {
  const purpose = inEmergency ? 'find-in-emergency' : 'open-record';
  return within(sql, {purpose, ...asker}, async (tx) => {
    const [person] = await tx<Chosen[]>`
      select
        id, reference, known_as, given_name, family_name, birth_date, estimated_age, estimated_on, is_deceased, outcode,
        merged_into
      from people
      where id = ${personId}
    `;
    if (person) await recordAct(tx, {action: 'person_chosen', personId});
    return person ?? null;
  });
}

/**
 * Writes down why the record is opened. In the same transaction it stands in the audit and, in an emergency, the records
 * officers are told: where any of that fails, the record stays shut. It is open in the sender's session only, and ends
 * with it.
 * @returns the id of the opening, or null for someone whom the viewer may not come near
 */
export function openRecord(sql: Sql, sender: Sender, personId: string, reason: Reason): Promise<string | null> {
  const {viewer, address, submission, door} = sender;
  const inEmergency = reason.basis === 'emergency';
  return within(sql, {purpose: inEmergency ? 'find-in-emergency' : 'open-record', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [person] = await tx`select id from people where id = ${personId}`;
      if (!person) return null;
      const [opening] = await tx<[{id: string}]>`
        insert into openings ${tx({...reason, staffId: viewer.staffId, partnerId: viewer.partnerId, personId})}
        returning id
      `;
      await recordAct(tx, {
        action: inEmergency ? 'emergency_access' : 'record_opened',
        personId,
        details: {basis: reason.basis, opening: opening.id},
      });
      return opening.id;
    }),
  );
}

/**
 * The viewer's opening of this record that stands, or null: one that was made in the session in which they ask. Whether it
 * still shows anything is for the policies to say.
 */
export function standingOpening(sql: Sql, asker: Asker, personId: string): Promise<Opening | null> {
  return within(sql, {purpose: 'open-record', ...asker}, async (tx) => {
    const [opening] = await tx<Opening[]>`
      select id, basis, consent_by, consent_how, work_kind, work_name, reason, opened_at, expires_at
      from openings
      where
        staff_id = ${asker.viewer.staffId}
        and partner_id = ${asker.viewer.partnerId}
        and person_id = ${personId}
        and closed_at is null
        and expires_at > clock_timestamp()
        and session_id = ${asker.viewer.sessionId}
        and viewer_is_signed_in()
      order by opened_at desc
      limit 1
    `;
    return opening ?? null;
  });
}

/** Shuts the record again for this viewer. Shutting it twice is no mistake. */
export function closeRecord(sql: Sql, asker: Asker, personId: string): Promise<void> {
  return within(sql, {purpose: 'open-record', ...asker}, async (tx) => {
    const {count} = await tx`
      update openings
      set closed_at = clock_timestamp()
      where staff_id = ${asker.viewer.staffId} and person_id = ${personId} and closed_at is null
    `;
    if (count > 0) await recordAct(tx, {action: 'record_closed', personId});
  });
}
