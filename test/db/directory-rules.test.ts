import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({demo: true});
});
afterAll(() => database?.drop());

const service = (fields: Record<string, unknown>) => {
  const row = {slug: 'x', name: 'X', ...fields};
  return database.sql`insert into services ${database.sql(row)}`;
};
const location = (latitude: number, longitude: number) =>
  database.sql`insert into locations ${database.sql({latitude, longitude})}`;
const schedule = async (fields: Record<string, unknown>) => {
  const [{id}] = (await database.sql`select id from services limit 1`) as unknown as [{id: string}];
  return database.sql`insert into schedules ${database.sql({serviceId: id, ...fields})}`;
};

test.each<[string, () => Promise<unknown>]>([
  ['an age of −1', () => service({minimumAge: -1})],
  ['an oldest age below the youngest', () => service({minimumAge: 60, maximumAge: 18})],
  ['a latitude of 999', () => location(999, 0)],
  ['a longitude of −181', () => location(51, -181)],
  ['the null island', () => location(0, 0)],
  ['a latitude without a longitude', () => database.sql`insert into locations ${database.sql({latitude: 51.4})}`],
  ['closing before opening', () => schedule({opensAt: '17:00', closesAt: '09:00'})],
  ['a day that is no day', () => schedule({byday: 'XX'})],
  ['a last date before the first', () => schedule({validFrom: '2026-05-02', validTo: '2026-05-01'})],
  ['a kind off the list', () => service({kind: 'venue'})],
  ['a slug with spaces', () => service({slug: 'two words'})],
  ['an empty name', () => service({name: ''})],
  [
    'a cost below nothing',
    async () => database.sql`insert into cost_options (service_id, amount) select id, -1 from services limit 1`,
  ],
])('the database refuses %s', async (_name, insert) => {
  await expect(insert()).rejects.toMatchObject({code: '23514'});
});

test('every table and every view says what a row is', async () => {
  const bare = await database.sql<{name: string}[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and obj_description(oid) is null and relname <> 'migrations'
  `;
  expect(bare.map((row) => row.name)).toEqual([]);
});

test('every foreign key has an index that begins with it', async () => {
  const missing = await database.sql<{key: string}[]>`
    select conrelid::regclass || '.' || conname as key
    from pg_constraint
    where contype = 'f' and not exists (
      select from pg_index
      where indrelid = conrelid and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
    )
  `;
  expect(missing.map((row) => row.key)).toEqual([]);
});

test('the demonstration has about 400 services, no two alike, all reachable only at fictional addresses', async () => {
  const [row] = (await database.sql`
    select
      count(*)::integer as services,
      count(distinct name)::integer as names,
      count(distinct summary)::integer as summaries,
      count(distinct description)::integer as descriptions,
      count(*) filter (where url !~ '^https://[^/]+\\.example(/|$)' or email !~ '\\.example$')::integer as real_looking
    from services
  `) as unknown as [Record<string, number>];
  expect(row.services).toBeGreaterThanOrEqual(380);
  expect(row.names).toBe(row.services);
  expect(row.summaries).toBe(row.services);
  expect(row.descriptions).toBe(row.services);
  expect(row.realLooking).toBe(0);
  const phones = await database.sql`
    select number from phones where number !~ '^(01632 960[0-9]{3}|07700 900[0-9]{3}|0808 157 0[0-9]{3})$'
  `;
  expect(phones).toHaveLength(0);
});

test('every need has somewhere to go in the demonstration', async () => {
  const empty = await database.sql<{key: string}[]>`
    select key from needs where not exists (select from service_needs where need_key = needs.key)
  `;
  expect(empty.map((row) => row.key)).toEqual([]);
});
