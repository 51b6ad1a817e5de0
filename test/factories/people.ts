/** People and their records for tests, and colleagues who open them. */
import {randomUUID} from 'node:crypto';
import type {Role} from '../../app/domain/access/roles.ts';
import {addPerson} from '../../app/domain/people/add-person.server.ts';
import {readNewPerson} from '../../app/domain/people/new-person.ts';
import type {Sender} from '../../app/domain/people/staff-request.ts';
import type {ISql, Sql} from '../../db/client.ts';
import {within, type Context} from '../../db/within.ts';
import {insertPartner, insertStaff} from './staff.ts';

export {insertPartnership} from './staff.ts';

/** Someone who works there, as far as a record is concerned. */
export type Colleague = Sender['viewer'];

/** A form of theirs, sent for the first time. */
export const formOf = (viewer: Colleague, door = 'people.change'): Sender => ({viewer, door, submission: randomUUID()});

/** Someone who works for a new organisation of the partnership, or for `partnerId`. */
export async function insertColleague(
  sql: ISql,
  partnershipId: string,
  {partnerId, partnerName, roles}: {partnerId?: string; partnerName?: string; roles?: Role[]} = {},
): Promise<Colleague> {
  const partner = partnerId
    ? {partnerId, partnershipId, partnerName: partnerName ?? '', isHost: false}
    : await insertPartner(sql, {beside: {partnershipId}, ...(partnerName ? {name: partnerName} : {})});
  return insertStaff(sql, partner, roles ? {roles} : {});
}

/** A person of a colleague's organisation, as thin as can be, without anything to find them by. */
export async function insertPerson(
  sql: ISql,
  keeper: Colleague,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const [row] = await sql<[{id: string}]>`
    insert into people ${sql({...fields, partnerId: keeper.partnerId, partnershipId: keeper.partnershipId})}
    returning id
  `;
  return row.id;
}

/** An opening that stands, made through the web role as the product makes it. */
export function insertOpening(web: Sql, viewer: Colleague, personId: string): Promise<string> {
  return within(web, {purpose: 'open-record', viewer}, async (tx) => {
    const [row] = await tx<[{id: string}]>`
      insert into openings (staff_id, partner_id, person_id, basis, consent_by, consent_how)
      values (${viewer.staffId}, ${viewer.partnerId}, ${personId}, 'consent', 'person', 'spoken')
      returning id
    `;
    return row.id;
  });
}

/** `within` the record of someone whom the viewer has opened just now. */
export async function inRecord<T>(
  web: Sql,
  viewer: Colleague,
  personId: string,
  work: (tx: ISql) => Promise<T>,
): Promise<T> {
  const context: Context = {purpose: 'record', viewer, openingId: await insertOpening(web, viewer, personId)};
  return within(web, context, work);
}

/** Someone written down as the product does it, from the fields of its form. */
export async function addSomeone(
  web: Sql,
  viewer: Colleague,
  fields: Record<string, string>,
  today = '2026-11-22',
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const read = readNewPerson(form, today);
  if (!read.ok) throw new Error(`The fields are not right: ${JSON.stringify(read.problems)}`);
  return (await addPerson(web, formOf(viewer, 'people.add'), read.person, today)).id;
}

/**
 * Somebody whose name no other test has, with all that has to be in view when they are spoken with: alerts, communication
 * needs, an interpreter, ways to reach them that are safe and that are not.
 */
export async function insertWellKnown(sql: Sql, keeper: Colleague, familyName: string): Promise<string> {
  const id = await addSomeone(sql, keeper, {givenName: 'Małgorzata', familyName, birthDate: '17/2/1951'});
  await inRecord(sql, keeper, id, async (tx) => {
    await tx`
      insert into person_alerts (person_id, kind, note)
      values (${id}, 'visit_in_pairs', 'He has shouted at visitors. Ring first'), (${id}, 'animal', 'A large dog in the yard')
    `;
    await tx`
      insert into person_communication (person_id, kind, need, identified_on)
      values
        (${id}, 'information_format', 'Large print, 18 point', '2026-03-09'),
        (${id}, 'information_format', 'Easy read', '2026-03-09'),
        (${id}, 'communication_support', 'Wears hearing aids; speak slowly', '2026-03-09')
    `;
    await tx`insert into person_languages (person_id, language, is_preferred, interpreter) values (${id}, 'Polish', true, 'yes')`;
    await tx`
      insert into person_contacts (person_id, kind, value, safe_to_call, safe_to_leave_message, safe_to_text)
      values
        (${id}, 'mobile', '+447700900441', 'yes', 'no', 'no'),
        (${id}, 'mobile', '+447700900442', 'yes', 'yes', 'yes'),
        (${id}, 'email', ${`${familyName.toLowerCase()}@mail.example`}, 'not_asked', 'no', 'not_asked')
    `;
    await tx`
      insert into person_addresses (person_id, kind, lines, town, postcode, safe_to_post)
      values (${id}, 'home', '4 Larch Close', 'Bracknell', 'RG12 1JX', 'no')
    `;
    await tx`insert into person_practices (person_id, name) values (${id}, 'Larch Lane Surgery')`;
  });
  return id;
}
