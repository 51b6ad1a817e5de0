import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Sender} from '../people/staff-request.ts';
import {EMPTY_PLAN} from './plan-choices.ts';
import {getPlan, givePlan, keepPlan, openCopy, type PlanGiven} from './plans.server.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const formOf = (viewer: TestStaff): Sender => ({viewer, door: 'cases.plan', submission: randomUUID()});
const keep = (viewer: TestStaff, id: string, matters: string, seen: number, form = formOf(viewer)) =>
  keepPlan(database.web, form, id, {plan: {...EMPTY_PLAN, matters}, agreedBy: 'person', seen});
const give = (id: string, fields: Partial<PlanGiven> = {}) =>
  givePlan(database.web, formOf(worker), id, {
    number: 1,
    email: 'nell@example.org',
    consentBy: 'person',
    consentHow: 'spoken',
    siteAddress: 'https://help.example',
    ...fields,
  });

describe('a plan', () => {
  it('is kept as versions, once for each form, and never over somebody else’s', async () => {
    const {id} = await insertCase(database.sql, worker);
    const form = formOf(worker);
    expect(await keep(worker, id, 'My garden', 0, form)).toEqual({ok: true});
    expect(await keep(worker, id, 'My garden', 0, form)).toEqual({ok: true});
    expect(await keep(worker, id, 'My dog', 0)).toEqual({ok: false, reason: 'changed'});
    const two = await Promise.all(['My dog', 'My cat'].map((matters) => keep(worker, id, matters, 1)));
    expect(two.filter(({ok}) => ok)).toHaveLength(1);
    const shown = await getPlan(database.web, {viewer: worker}, id);
    expect(shown?.versions.map(({number}) => number)).toEqual([2, 1]);
    expect(shown?.versions[1]).toMatchObject({
      plan: {matters: 'My garden'},
      agreedBy: 'person',
      madeByName: 'Wanda Walker',
    });
  });

  it('is not there for another provider, and only read where the case is shared', async () => {
    const {id} = await insertCase(database.sql, worker);
    await keep(worker, id, 'My garden', 0);
    expect(await getPlan(database.web, {viewer: theirs}, id)).toBeNull();
    await database.sql`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${id}, ${worker.partnerId}, ${theirs.partnerId}, 'Together', ${worker.staffId})
    `;
    expect((await getPlan(database.web, {viewer: theirs}, id))?.versions).toHaveLength(1);
    expect(await keep(theirs, id, 'Ours', 1)).toEqual({ok: false, reason: 'gone'});
  });
});

describe('the person’s copy', () => {
  it('goes by a private link in words that say nothing, and stays the version it was made of', async () => {
    const {id, personId} = await insertCase(database.sql, worker);
    await keep(worker, id, 'My garden', 0);
    expect(await give(id)).toEqual({ok: true});
    await keep(worker, id, 'My dog', 1);
    const [message] = await database.sql`select body from messages where partner_id = ${worker.partnerId}`;
    expect(message!.body).not.toMatch(/garden|Nell/);
    const token = /\/plan\/([\w-]+)/.exec(String(message!.body))![1]!;
    const here = {sql: database.web, address: null};
    expect(await openCopy(here, token)).toMatchObject({plan: {matters: 'My garden'}});
    expect(await openCopy(here, 'guessed')).toBeNull();
    const acts = await database.sql`
      select action from audit_entries where person_id = ${personId} and action like 'plan%' order by seq
    `;
    expect(acts.map(({action}) => action)).toEqual(['plan_changed', 'plan_given', 'plan_changed', 'plan_copy_opened']);
    await database.sql`update plan_copies set expires_at = now() - interval '1 minute' where case_id = ${id}`;
    expect(await openCopy(here, token)).toBeNull();
  });

  it('is not sent where the record says that it is not safe, nor of a version that is not there', async () => {
    const {id, personId} = await insertCase(database.sql, worker);
    await keep(worker, id, 'My garden', 0);
    await database.sql`
      insert into person_contacts ${database.sql({personId, kind: 'email', value: 'unsafe@example.org', safeToLeaveMessage: 'no'})}
    `;
    expect(await give(id, {email: 'unsafe@example.org'})).toEqual({ok: false, reason: 'not_safe'});
    expect(await give(id, {number: 2})).toEqual({ok: false, reason: 'gone'});
    expect(await give(id, {email: null})).toEqual({ok: true});
    const copies = await database.sql`select how from plan_copies where case_id = ${id}`;
    expect(copies).toMatchObject([{how: 'print'}]);
  });
});
