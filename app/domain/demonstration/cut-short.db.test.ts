/** A first start that is ended while it makes the demonstration: what it was at is not there at all, and the next start makes it whole. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {seedQueues, seedStaff} from '../../../db/seed/load.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {loadDemonstrationMdt} from '../mdt/demonstration-mdt.server.ts';
import {loadDemonstrationPeople} from '../people/demonstration-people.server.ts';
import {loadHistory} from './calls/load-history.server.ts';
import {loadCaseload} from './caseload/load-caseload.server.ts';
import {loadDemonstrationCases} from './demonstration-cases.server.ts';

const UNTIL = new Date();
const TODAY = UNTIL.toISOString().slice(0, 10);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  await seedStaff(database.sql);
  await seedQueues(database.sql);
});
afterAll(() => database?.drop());

/** What each writes to first and last, in the order in which a start makes them. */
const STEPS = [
  {
    load: () => loadDemonstrationPeople(database.sql, TODAY),
    first: 'people',
    last: 'table consents',
  },
  {
    load: () => loadDemonstrationCases(database.sql, TODAY),
    first: 'referral_providers',
    last: 'table referral_events',
  },
  {load: () => loadDemonstrationMdt(database.sql, TODAY), first: 'mdts', last: 'table mdt_actions'},
  {
    load: () => loadCaseload(database.sql, {until: UNTIL, days: 60, referrals: 100}),
    first: 'staff',
    last: 'table onward_referrals',
  },
  {
    load: () => loadHistory(database.sql, {until: UNTIL, days: 20, calls: 200, people: 50}),
    first: 'calls',
    last: 'function count_phone_months',
  },
];

test.each(STEPS)('$first … $last', {timeout: 60_000}, async ({load, first, last}) => {
  const rows = async () => {
    const [row] = await database.sql<[{rows: number}]>`select count(*)::integer as rows from ${database.sql(first)}`;
    return row.rows;
  };
  const before = await rows();
  await database.sql.unsafe(`alter ${last} rename to out_of_reach`);
  await expect(load()).rejects.toThrow();
  expect(await rows()).toBe(before);

  const [kind, name] = last.split(' ');
  await database.sql.unsafe(`alter ${kind} out_of_reach rename to ${name}`);
  expect(await load()).toBeTruthy();
  expect(await rows()).toBeGreaterThan(before);
  expect((await load()) || null).toBeNull();
});
