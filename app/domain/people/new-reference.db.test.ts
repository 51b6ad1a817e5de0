import {afterAll, beforeAll, expect, test} from 'vitest';
import type {ISql} from '../../../db/client.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertPerson} from '../../../test/factories/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

test.each(['person', 'referral', 'case'] as const)(
  'a reference of a %s that is taken is not given again',
  async (kind) => {
    const {sql} = database;
    const keeper = await insertProvider(sql);
    const personId = await insertPerson(sql, keeper);
    const one = {
      person: async (tx: ISql) => {
        const [row] = await tx<[{reference: string}]>`
        insert into people (partnership_id, partner_id) values (${keeper.partnershipId}, ${keeper.partnerId}) returning reference
      `;
        return row;
      },
      referral: (tx: ISql) => insertReferral(tx, keeper),
      case: (tx: ISql) => insertCase(tx, keeper, {personId}),
    }[kind];
    const references = await sql.begin(async (tx) => {
      const made: string[] = [];
      for (let turn = 1; turn <= 3; turn++) {
        // The same chance every time, so the same reference would be made.
        await tx`select setseed(0.42)`;
        made.push((await one(tx)).reference);
      }
      return made;
    });
    expect(new Set(references).size).toBe(3);
  },
);
