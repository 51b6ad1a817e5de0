import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {aDraft} from '../../../test/factories/calls.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {insertPartner, insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from '../places/find-place.server.ts';
import {closeCall} from './close-call.server.ts';

let database: TestDatabase;
let handler: TestStaff;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  handler = await insertStaff(database.sql, await insertPartner(database.sql));
});
afterAll(() => database.drop());

it('more calls are ended at the same moment than there are connections, and none waits for another for ever', async () => {
  const {web} = database;
  const places = {find: (words: string) => findPlace(web, words)};
  const drafts = await Promise.all(
    Array.from({length: 20}, () => aDraft(web, handler, {...aSimpleCall, near: 'RG12 1JX'})),
  );
  const closed = await Promise.all(
    drafts.map((id) => closeCall({sql: web, places}, {viewer: handler}, {id, page: randomUUID(), changes: []})),
  );
  expect(closed.map(({ok}) => ok)).toEqual(drafts.map(() => true));
  const [row] = await database.sql<{outcodes: string[]}[]>`
    select array_agg(distinct outcode) as outcodes from calls where id = any(${drafts})
  `;
  expect(row?.outcodes).toEqual(['RG12']);
}, 60_000);
