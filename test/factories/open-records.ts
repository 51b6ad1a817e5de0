/** Records opened with a reason, as their pages do it, for tests. */
import type {Editor} from '../../app/domain/people/change-record.server.ts';
import {openRecord, standingOpening} from '../../app/domain/people/open-record.server.ts';
import {readReason, typedOpening, type Reason} from '../../app/domain/people/opening-reasons.ts';
import type {ISql, Sql} from '../../db/client.ts';
import type {TestDatabase} from '../setup/database.ts';
import {addSomeone, formOf, insertColleague, insertPartnership, type Colleague} from './people.ts';

/** Nell, whom a colleague of ours wrote down, and a colleague of another organisation beside ours. */
export async function insertNell({
  sql,
  web,
}: TestDatabase): Promise<Record<'ours' | 'theirs', Colleague> & {person: string}> {
  const partnership = await insertPartnership(sql);
  const ours = await insertColleague(sql, partnership);
  const theirs = await insertColleague(sql, partnership);
  const person = await addSomeone(web, ours, {givenName: 'Nell', familyName: 'Example', phone: '07700 900123'});
  return {ours, theirs, person};
}

/** A reason for opening a record, from the fields of the form that asks for it. */
export function reasonOf(fields: Record<string, string>): Reason {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const read = readReason(typedOpening(form));
  if (!read.ok) throw new Error('no reason');
  return read.reason;
}
export const AGREED = reasonOf({basis: 'consent'});

/** A form that changes the record, opened with their agreement where it is not open yet. */
export async function editorOf(web: Sql, viewer: Colleague, person: string): Promise<Editor> {
  const standing = await standingOpening(web, {viewer}, person);
  const openingId = standing?.id ?? (await openRecord(web, formOf(viewer, 'people.open'), person, AGREED));
  return {...formOf(viewer), openingId: openingId!};
}

/** What is in the audit about somebody, of one kind of act, in order. */
export const actsAbout = (sql: ISql, person: string, action: string) => sql`
  select details from audit_entries where person_id = ${person} and action = ${action} order by seq
`;
