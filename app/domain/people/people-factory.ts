/** For tests: a partnership with two organisations and someone who works in each. */
import {randomUUID} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import type {Role} from '../access/roles.ts';
import {addPerson} from './add-person.server.ts';
import {readNewPerson} from './new-person.ts';
import type {Sender} from './staff-request.ts';

export interface Colleague {
  staffId: string;
  partnerId: string;
  partnershipId: string;
}

/** A form of theirs, sent for the first time. */
export const formOf = (viewer: Colleague, door = 'people.change'): Sender => ({viewer, door, submission: randomUUID()});

/** A partnership of its own, so that tests do not meet each other. */
export async function insertPartnership(sql: ISql): Promise<string> {
  const id = randomUUID();
  await sql`insert into partnerships (id, key, name) values (${id}, ${`shire-${id.slice(0, 8)}`}, 'Testshire')`;
  return id;
}

/** Someone who works for a new organisation of the partnership, or for `partnerId`. */
export async function insertColleague(
  sql: ISql,
  partnershipId: string,
  {partnerId = randomUUID() as string, roles = ['call_handler'] as Role[], partnerName = ''} = {},
): Promise<Colleague> {
  await sql`
    insert into partners (id, partnership_id, name, kind)
    values (${partnerId}, ${partnershipId}, ${partnerName || `Organisation ${partnerId.slice(0, 8)}`}, 'voluntary')
    on conflict (id) do nothing
  `;
  const staffId = randomUUID();
  await sql`
    insert into staff (id, partnership_id, partner_id, name, email)
    values (${staffId}, ${partnershipId}, ${partnerId}, 'Sam Example', ${`${staffId}@staff.example`})
  `;
  for (const role of roles) await sql`insert into staff_roles (staff_id, role) values (${staffId}, ${role})`;
  return {staffId, partnerId, partnershipId};
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
