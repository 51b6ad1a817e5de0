import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Sender} from '../people/staff-request.ts';
import {takeIntoPlan} from './find-for-plan.server.ts';
import {EMPTY_PLAN} from './plan-choices.ts';
import {followPlan, saveDraft} from './plan-draft.server.ts';
import {typedPlan} from './plan-form.ts';
import {getPlan, givePlan, keepPlan, openCopy, openPlan, type PlanGiven} from './plans.server.ts';

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
  keepPlan(database.web, form, id, {
    seen,
    sent: {page: randomUUID(), seen, typed: {...typedPlan({...EMPTY_PLAN, matters}), agreedBy: 'person'}, known: {}},
  });
const type = (viewer: TestStaff, id: string, page: string, seen: number, name: string, value: string, base = 0) =>
  saveDraft(database.web, {viewer}, id, {page, seen, changes: [{name, value, base}]});
const opened = async (viewer: TestStaff, id: string) => {
  const found = await openPlan(database.web, {viewer}, id);
  return found && Object.fromEntries(found.fields.map(({name, value}) => [name, value]));
};
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
    expect(await keep(worker, id, 'My dog', 0)).toMatchObject({ok: false, reason: 'conflicts'});
    const two = await Promise.all(['My dog', 'My cat'].map((matters) => keep(worker, id, matters, 1)));
    expect(two.filter(({ok}) => ok)).toHaveLength(1);
    expect(await opened(worker, id)).toEqual({});
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

describe('a plan that is being written', () => {
  it('stands on the server field by field for everyone of the provider, and becomes a version when it is kept', async () => {
    const {id} = await insertCase(database.sql, worker);
    const colleague = await insertStaff(database.sql, worker, {roles: ['link_worker']});
    const [mine, hers] = [randomUUID(), randomUUID()];
    expect(await type(worker, id, mine, 0, 'matters', 'My gard')).toMatchObject({ok: true, conflicts: []});
    expect(await type(worker, id, mine, 0, 'matters', 'My garden')).toMatchObject({
      saved: [{name: 'matters', version: 2}],
    });
    expect(await opened(colleague, id)).toEqual({matters: 'My garden'});
    expect(await type(colleague, id, hers, 0, 'hard', 'Ring Jo')).toMatchObject({ok: true});
    // She had not seen what he typed: neither is lost, and somebody has to choose.
    expect(await type(colleague, id, hers, 0, 'matters', 'My dog')).toMatchObject({
      conflicts: [{name: 'matters', value: 'My garden', byName: 'Wanda Walker', isYou: false}],
    });
    // He himself, in another window, is told that it was he.
    expect(await type(worker, id, randomUUID(), 0, 'matters', 'My cat')).toMatchObject({conflicts: [{isYou: true}]});
    const heard = await followPlan(database.web, {viewer: worker}, id, {
      page: mine,
      seen: 0,
      field: 'matters',
      known: {matters: 2},
    });
    expect(heard).toMatchObject({ok: true, fields: [{name: 'hard', value: 'Ring Jo', isOwn: false}]});
    expect(await getPlan(database.web, {viewer: worker}, id)).toMatchObject({versions: [], isBegun: true});
    const form = formOf(worker);
    expect(await keepPlan(database.web, form, id, {seen: 0, sent: null})).toEqual({ok: true});
    const kept = await getPlan(database.web, {viewer: worker}, id);
    expect(kept).toMatchObject({isBegun: false, versions: [{plan: {matters: 'My garden', hard: 'Ring Jo'}}]});
    expect(await type(colleague, id, hers, 0, 'hard', 'Ring Sam')).toEqual({
      ok: false,
      reason: 'closed',
      byName: 'Wanda Walker',
      isYou: false,
    });
    expect(await type(worker, id, randomUUID(), 0, 'hard', 'Ring Sam')).toMatchObject({reason: 'closed', isYou: true});
  });

  it('goes on top of the version that somebody has kept meanwhile', async () => {
    const {id} = await insertCase(database.sql, worker);
    await keep(worker, id, 'My garden', 0);
    await keep(worker, id, 'My garden and my dog', 1);
    const typed = {...typedPlan({...EMPTY_PLAN, matters: 'My garden'}), hard: 'Ring Jo'};
    const sent = {page: randomUUID(), seen: 1, typed, known: {}};
    expect(await keepPlan(database.web, formOf(worker), id, {seen: 1, sent})).toMatchObject({
      reason: 'moved_on',
      isYou: true,
    });
    expect(await opened(worker, id)).toEqual({hard: 'Ring Jo'});
    const both = {...sent, typed: {...typed, matters: 'My cat'}};
    expect(await keepPlan(database.web, formOf(worker), id, {seen: 1, sent: both})).toMatchObject({
      reason: 'conflicts',
      conflicts: [{name: 'matters', value: 'My garden and my dog', isYou: true}],
    });
  });

  it('is not there for another provider, nor written in by one with whom the case is shared', async () => {
    const {id} = await insertCase(database.sql, worker);
    await type(worker, id, randomUUID(), 0, 'matters', 'My garden');
    for (const shared of [false, true]) {
      if (shared) {
        await database.sql`
          insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
          values (${id}, ${worker.partnerId}, ${theirs.partnerId}, 'Together', ${worker.staffId})
        `;
      }
      expect(await openPlan(database.web, {viewer: theirs}, id)).toBeNull();
      expect(await type(theirs, id, randomUUID(), 0, 'hard', 'x')).toEqual({
        ...{ok: false, reason: 'gone', byName: null, isYou: false},
      });
    }
    expect(await getPlan(database.web, {viewer: theirs}, id)).toMatchObject({isBegun: false});
  });

  it('takes in what was found, once, beside what somebody is typing', async () => {
    const {id} = await insertCase(database.sql, worker);
    await type(worker, id, randomUUID(), 0, 'goal.0.words', 'Have company');
    const form = formOf(worker);
    const found = {goal: 0, services: [{id: randomUUID(), name: 'Choir'}]};
    for (let sending = 0; sending < 2; sending++)
      expect(await takeIntoPlan(database.web, form, id, found)).toEqual({ok: true});
    expect(await opened(worker, id)).toEqual({
      'goal.0.words': 'Have company',
      'goal.0.step.0.what': 'Try Choir',
      'goal.0.step.0.service': found.services[0]!.id,
    });
    expect(await takeIntoPlan(database.web, formOf(worker), id, {...found, goal: 1})).toMatchObject({
      reason: 'no_goal',
    });
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
