import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {insertColleague, insertPartnership} from '../../../test/factories/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

test('a reference that is taken is not given again', async () => {
  const {sql} = database;
  const keeper = await insertColleague(sql, await insertPartnership(sql));
  const references = await sql.begin(async (tx) => {
    const made: string[] = [];
    for (let turn = 1; turn <= 3; turn++) {
      // The same chance every time, so the same reference would be made.
      await tx`select setseed(0.42)`;
      const [row] = await tx<[{reference: string}]>`
        insert into people (partnership_id, partner_id) values (${keeper.partnershipId}, ${keeper.partnerId}) returning reference
      `;
      made.push(row.reference);
    }
    return made;
  });
  expect(new Set(references).size).toBe(3);
});
