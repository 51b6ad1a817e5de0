/** What stands in a worker's day beside the next steps: theirs alone, and gone when it is done. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertPromisedCall, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {EMPTY_PLAN} from '../plans/plan-choices.ts';
import {recordAttempt} from '../second-level/call-backs.server.ts';
import {myDay} from './list-cases.server.ts';

const TODAY = '2026-11-28';

let database: TestDatabase;
let worker: TestStaff;
let colleague: TestStaff;
let elsewhere: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  colleague = await insertStaff(database.sql, worker, {roles: ['link_worker', 'team_lead', 'call_handler']});
  elsewhere = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const dayOf = (viewer: TestStaff) => myDay(database.web, {viewer}, TODAY);
const attempt = (viewer: TestStaff, id: string, result: 'no_answer' | 'reached', submission: string = randomUUID()) =>
  recordAttempt(database.web, {viewer, door: 'caseload', submission}, id, {result, note: null, end: null}, 'caseload');

describe('a promise of the desk to ring back', () => {
  it('stands in the day of whoever it was promised for, also of a restricted call, until they are reached', async () => {
    const id = await insertPromisedCall(database.sql, worker, true);
    expect((await dayOf(worker)).calls).toMatchObject([{id, about: 'Which day the choir meets.', tries: 0}]);
    for (const other of [colleague, elsewhere]) {
      expect((await dayOf(other)).calls).toEqual([]);
      expect(await attempt(other, id, 'reached')).toEqual({ok: false, reason: 'done_already'});
    }

    const form = randomUUID();
    await Promise.all([1, 2, 3].map(() => attempt(worker, id, 'no_answer', form)));
    expect((await dayOf(worker)).calls).toMatchObject([{id, tries: 1}]);
    expect(await attempt(worker, id, 'reached')).toEqual({ok: true, isDone: true});
    expect((await dayOf(worker)).calls).toEqual([]);
  });
});

describe('a plan that is to be looked at again', () => {
  const version = (caseId: string, number: number, reviewOn: string | null) =>
    database.sql`
      insert into plan_versions ${database.sql({caseId, partnerId: worker.partnerId, number, content: database.sql.json({...EMPTY_PLAN, reviewOn} as never), agreedBy: 'together', madeBy: worker.staffId})}
    `;

  it('stands there by its newest version, from a week before, while the case is open', async () => {
    const {id} = await insertCase(database.sql, worker);
    const reviews = async () => (await dayOf(worker)).reviews.map(({caseId, reviewOn}) => ({caseId, reviewOn}));
    await version(id, 1, '2026-12-06');
    expect(await reviews()).toEqual([]);
    await version(id, 2, '2026-12-05');
    expect(await reviews()).toEqual([{caseId: id, reviewOn: '2026-12-05'}]);
    expect((await dayOf(colleague)).reviews).toEqual([]);
    await version(id, 3, null);
    expect(await reviews()).toEqual([]);
  });
});
