/** Calls for tests, taken and ended as the product does it. */
import {randomUUID} from 'node:crypto';
import type {Sql} from '../../db/client.ts';
import {closeCall, type Closing} from '../../app/domain/calls/close-call.server.ts';
import type {CallValues} from '../../app/domain/calls/call-fields.ts';
import type {Viewer} from '../../app/domain/access/viewer.ts';
import type {Discipline} from '../../app/domain/access/roles.ts';
import type {Channel} from '../../app/domain/calls/call-choices.ts';
import {choosePerson, saveFields, startCall} from '../../app/domain/calls/drafts.server.ts';
import {aSimpleCall} from './simple-call.ts';

type Taker = Pick<Viewer, 'staffId' | 'partnerId' | 'partnershipId' | 'sessionId'>;

/** No postcode is looked up. */
export const noPlaces = {find: async () => ({ok: false}) as const};

export const formBy = (viewer: Taker, door = 'desk.take') => ({viewer, door, submission: randomUUID()});

/** Puts a need into the one list, for databases without a vocabulary. */
export async function insertNeeds(sql: Sql, ...keys: string[]): Promise<void> {
  for (const key of keys)
    await sql`insert into needs (key, name, need_group) values (${key}, ${key}, 'wellbeing') on conflict do nothing`;
}

/** A call that is being taken, with these fields typed. */
export async function aDraft(
  web: Sql,
  viewer: Taker,
  values: CallValues = {},
  {channel = 'phone', personId = null}: {channel?: Channel; personId?: string | null} = {},
): Promise<string> {
  const {id} = await startCall(web, formBy(viewer), channel);
  if (personId) await choosePerson(web, {viewer}, id, personId);
  await saveFields(web, {viewer}, id, randomUUID(), typed(values));
  return id;
}

/** A call that has ended. @throws when it could not be ended; the message says what was wrong */
export async function anEndedCall(
  web: Sql,
  viewer: Taker,
  values: CallValues = {},
  options: {channel?: Channel; personId?: string | null; now?: Date} = {},
): Promise<string> {
  const id = await aDraft(web, viewer, {...aSimpleCall, ...values}, options);
  const closing = await end(web, viewer, id, {}, options.now);
  if (!closing.ok) throw new Error(`The call was not ended: ${JSON.stringify(closing)}`);
  return id;
}

export function end(web: Sql, viewer: Taker, id: string, values: CallValues = {}, now?: Date): Promise<Closing> {
  return closeCall({sql: web, places: noPlaces}, {viewer}, {id, page: randomUUID(), changes: typed(values)}, now);
}

/** As a page sends fields that were empty before. */
export const typed = (values: CallValues) =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{name, value, base: 0}]));

/** A queue of a colleague's organisation that is open round the clock. */
export async function insertQueue(
  sql: Sql,
  {partnerId, partnershipId}: Taker,
  discipline: Discipline,
  {leadId = null}: {leadId?: string | null} = {},
): Promise<string> {
  const allDay = [['00:00', '24:00']];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'bankHoliday'];
  const [queue] = await sql<[{id: string}]>`
    insert into queues (partnership_id, partner_id, discipline, hours, out_of_hours, lead_id)
    values (
      ${partnershipId}, ${partnerId}, ${discipline}, ${sql.json(Object.fromEntries(days.map((day) => [day, allDay])))},
      ${sql.json({rule: 'wait', says: 'It is taken up when they open.'})}, ${leadId}
    )
    returning id
  `;
  return queue.id;
}
