/** Onward referrals that were sent, for tests of what the service and the worker do with them. */
import {randomUUID} from 'node:crypto';
import {passOn} from '../../app/domain/onward/onward.server.ts';
import type {NewOnward, OnwardAnswer} from '../../app/domain/onward/read-onward.ts';
import type {Sender} from '../../app/domain/people/staff-request.ts';
import type {Sql} from '../../db/client.ts';
import type {TestDatabase} from '../setup/database.ts';
import {insertCase, insertProvider} from './cases.ts';
import {insertListing, passedOn} from './onward.ts';
import type {TestStaff} from './staff.ts';

export const SITE = {siteAddress: 'https://help.example', siteSecret: 'a secret of forty characters, for a test'};

export const formOfOnward = (viewer: TestStaff): Sender => ({
  viewer,
  door: 'cases.onward',
  submission: randomUUID(),
});

/** What a service answers: yes, but for what is said. */
export const answerOf = (fields: Partial<OnwardAnswer>): OnwardAnswer => ({
  ...{becomes: 'accepted', reason: null, times: null, how: null},
  ...fields,
});
export const FULL = answerOf({becomes: 'declined', reason: 'full'});

/** A link worker, and one of another provider beside theirs. */
export async function insertBothSides(sql: Sql): Promise<{worker: TestStaff; theirs: TestStaff}> {
  await sql`insert into needs (key, name, need_group) values ('loneliness', 'Loneliness', 'People') on conflict do nothing`;
  const worker = await insertProvider(sql);
  return {worker, theirs: await insertProvider(sql, {beside: worker})};
}

/** Somebody passed on, by one form that may be sent again, and the token of the link. */
export async function sendOnward({sql, web}: TestDatabase, worker: TestStaff, made: NewOnward = passedOn()) {
  const {id: caseId} = await insertCase(sql, worker, {needs: ['loneliness']});
  const service = await insertListing(sql);
  const form = formOfOnward(worker);
  const send = () => passOn(web, form, caseId, {service, made, ...SITE});
  const outcome = await send();
  if (!outcome.ok) throw new Error(`Not passed on: ${outcome.reason}`);
  const [message] = await sql<{body: string; recipient: string}[]>`
    select body, recipient from messages where body like ${`%${service.name}%`}
  `;
  const [row] = await sql<[{id: string}]>`select id from onward_referrals where case_id = ${caseId}`;
  const token = /\/onward\/([\w-]{43})/.exec(message?.body ?? '')?.[1] ?? '';
  return {caseId, service, send, message, token, id: row.id};
}
