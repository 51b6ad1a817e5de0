import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {inOneTransaction} from './in-one-transaction.ts';
import {within} from './within.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`create table notes (words text)`;
});
afterAll(() => database?.drop());

const notes = async () =>
  (await database.sql<{words: string}[]>`select words from notes order by words`).map(Object.values).flat();
const purposeIn = async (sql: TestDatabase['sql']) =>
  (await sql<[{purpose: string | null}]>`select current_setting('fingerpost.purpose', true) as purpose`)[0].purpose;

test('transactions within it are kept together or not at all', async () => {
  const cutShort = inOneTransaction(database.sql, async (whole) => {
    await within(whole, {purpose: 'desk'}, (tx) => tx`insert into notes values ('first')`);
    await whole.begin((tx) => tx`insert into notes values ('second')`);
    throw new Error('cut short');
  });
  await expect(cutShort).rejects.toThrow('cut short');
  expect(await notes()).toEqual([]);

  await inOneTransaction(database.sql, async (whole) => {
    await within(whole, {purpose: 'desk'}, (tx) => tx`insert into notes values ('first')`);
    // One that fails takes nothing of the others with it.
    await whole.begin((tx) => tx`insert into nowhere values (1)`).catch(() => {});
    await whole.begin(async (tx) => tx`insert into notes values ('second')`);
  });
  expect(await notes()).toEqual(['first', 'second']);
});

test('what the policies were told for one part does not hold for what comes after it', async () => {
  const [during, after] = await inOneTransaction(database.sql, async (whole) => [
    await within(whole, {purpose: 'caseload'}, (tx) => purposeIn(tx as TestDatabase['sql'])),
    await purposeIn(whole),
  ]);
  expect([during, after || null]).toEqual(['caseload', null]);
});
