/** Writing down what a person agreed to, refused or took back. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {ConsentFact} from './consent-words.ts';
import {holdOpened} from './get-record.server.ts';
import type {Asker, Sender} from './staff-request.ts';

/**
 * Adds a fact about consent to a record that the viewer has opened. Sharing starts and ends with it at once. A refusal
 * or withdrawal is written for every record that was merged into this one too, so that it still stands if they are taken
 * apart.
 * @returns false when the record is not open (any more)
 */
export function recordConsent(
  sql: Sql,
  sender: Sender & {openingId: string},
  personId: string,
  fact: ConsentFact,
): Promise<{ok: boolean}> {
  const {viewer, address, openingId, submission, door} = sender;
  return within(sql, {purpose: 'record', viewer, address, openingId}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const people = await holdOpened(tx, personId);
      if (!people) return {ok: false};
      // In one order, in which whoever else needs several of them takes them too.
      const whose = fact.decision === 'given' ? [personId] : people.toSorted();
      const rows = whose.map((id) => ({
        ...fact,
        personId: id,
        recordedBy: viewer.staffId,
        recordedPartnerId: viewer.partnerId,
      }));
      // In one statement: after the first row of a withdrawal the viewer may see nothing more of the others.
      await tx`insert into consents ${tx(rows)}`;
      await recordAct(tx, {
        action: 'consent_recorded',
        personId,
        details: {kind: fact.kind, decision: fact.decision, partner: fact.partnerId},
      });
      return {ok: true};
    }),
  );
}

/** The organisations of the viewer's partnership with which a record may be shared, by name. */
export function listPartners(sql: Sql, asker: Asker): Promise<{id: string; name: string}[]> {
  return within(sql, {purpose: 'record', ...asker}, async (tx) => [
    ...(await tx<{id: string; name: string}[]>`
      select id, name
      from partners
      where partnership_id = ${asker.viewer.partnershipId} and closed_at is null and id <> ${asker.viewer.partnerId}
      order by name
    `),
  ]);
}
