/** What stands in a worker's day beside the next steps: theirs alone, and gone when it is done. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertPromisedCall, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {EMPTY_PLAN} from '../plans/plan-choices.ts';
import {recordAttempt} from '../second-level/call-backs.server.ts';
import {boardCases, COLUMN_SIZE} from './board-cases.server.ts';
import {CASE_FILTERS, type CaseFilter} from '../cases/case-choices.ts';
import {listCases, myDay} from './list-cases.server.ts';

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

describe('the board', () => {
  it('has the cases of the list by the same filters, in columns that each have their pages', async () => {
    const other = await insertProvider(database.sql, {beside: worker});
    const put = (fields: Record<string, unknown>) => insertCase(database.sql, other, fields);
    for (let at = 0; at < COLUMN_SIZE + 2; at++) await put({status: 'active', nextStepOn: '2026-11-20'});
    await put({status: 'referred'});
    await put({status: 'paused', pauseReason: 'In hospital', workerId: null});
    const asker = {viewer: other};
    for (const filter of Object.keys(CASE_FILTERS) as CaseFilter[]) {
      for (const whose of ['all', 'nobody']) {
        const search = {filter, order: 'next', whose} as const;
        const list = await listCases(database.web, asker, {...search, words: '', page: 1}, TODAY);
        const board = await boardCases(database.web, asker, search, {}, TODAY);
        expect(
          board.columns.reduce((sum, {count}) => sum + count, 0),
          `${filter} ${whose}`,
        ).toBe(list.count);
      }
    }
    const columnOf = async (page: number) => {
      const search = {filter: 'open', order: 'name', whose: 'all'} as const;
      const {columns} = await boardCases(database.web, asker, search, {active: page}, TODAY);
      return columns.find(({status}) => status === 'active')!;
    };
    const pages = [await columnOf(1), await columnOf(2), await columnOf(9)];
    expect(pages.map(({page, pages: of, cases}) => [page, of, cases.length])).toEqual([
      [1, 2, COLUMN_SIZE],
      [2, 2, 2],
      [2, 2, 2],
    ]);
    const ids = [...pages[0]!.cases, ...pages[1]!.cases].map(({id}) => id);
    expect(new Set(ids).size).toBe(COLUMN_SIZE + 2);
    const outside = await boardCases(
      database.web,
      {viewer: elsewhere},
      {filter: 'open', order: 'next', whose: 'all'},
      {},
      TODAY,
    );
    expect(outside.columns.every(({count}) => count === 0)).toBe(true);
  });
});
