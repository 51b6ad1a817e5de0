import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly, outcomeOf} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {NewPerson} from './new-person.ts';
import {refreshKeys} from './person-keys.server.ts';
import type {Sender} from './staff-request.ts';

/**
 * Writes down someone new; the viewer's organisation keeps the record. Someone of whom nothing is known is written down
 * as well: the reference is then all there is to call them by.
 * @param today 'YYYY-MM-DD', the day on which an age is estimated
 */
export function addPerson(
  sql: Sql,
  sender: Sender,
  person: NewPerson,
  today: string,
): Promise<{id: string; reference: string}> {
  const {viewer, address, submission, door} = sender;
  return within(sql, {purpose: 'add-person', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const {pronouns, ...thin} = person.about;
      const row = {
        ...thin,
        estimatedOn: thin.estimatedAge === null ? null : today,
        partnershipId: viewer.partnershipId,
        partnerId: viewer.partnerId,
        createdBy: viewer.staffId,
      };
      const [added] = await tx<
        [{id: string; reference: string}]
      >`insert into people ${tx(row)} returning id, reference`;
      if (pronouns) await tx`insert into person_about ${tx({personId: added.id, pronouns})}`;
      await addReach(tx, added.id, person);
      await refreshKeys(tx, added.id);
      await recordAct(tx, {action: 'person_added', personId: added.id});
      return {id: added.id, reference: added.reference};
    }),
  );
}

/** Whom this form has written down already, or null: sent again, it is not asked whether they are somebody else. */
export function writtenDownBefore(sql: Sql, {viewer, address, submission, door}: Sender): Promise<string | null> {
  return within(sql, {purpose: 'add-person', viewer, address}, async (tx) => {
    const kept = await outcomeOf(tx, {submission, staffId: viewer.staffId, door});
    return kept ? (kept.outcome as {id: string}).id : null;
  });
}

async function addReach(tx: ISql, personId: string, person: NewPerson) {
  const {phone, safeToCall, email, lines, town, postcode, hasNoHome, nhsNumber} = person;
  if (phone) {
    const kind = phone.startsWith('+447') ? 'mobile' : 'home_phone';
    await tx`insert into person_contacts ${tx({personId, kind, value: phone, safeToCall})}`;
  }
  if (email) await tx`insert into person_contacts ${tx({personId, kind: 'email', value: email})}`;
  if (hasNoHome || lines || town || postcode) {
    const kind = hasNoHome ? 'no_fixed_abode' : 'home';
    await tx`insert into person_addresses ${tx({personId, kind, lines, town, postcode})}`;
  }
  if (nhsNumber) await tx`insert into person_identifiers ${tx({personId, kind: 'nhs_number', value: nhsNumber})}`;
}
