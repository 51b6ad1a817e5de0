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
const organisation = (fields: Record<string, unknown>) =>
  database.sql`insert into organisations ${database.sql({name: 'X', ...fields})}`;
/** A row that hangs on the first service or place there is. */
const partOf = async (owner: 'services' | 'locations', table: string, fields: Record<string, unknown>) => {
  const [{id}] = (await database.sql`select id from ${database.sql(owner)} limit 1`) as unknown as [{id: string}];
  const row = {[owner === 'services' ? 'serviceId' : 'locationId']: id, ...fields};
  return database.sql`insert into ${database.sql(table)} ${database.sql(row)}`;
};
const schedule = (fields: Record<string, unknown>) => partOf('services', 'schedules', fields);
const ITSELF = '00000000-0000-4000-8000-000000000001';

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
  ['a name of blanks', () => service({name: ' \u00a0\u200b'})],
  ['a web address with a script', () => service({url: 'javascript:alert(1)'})],
  ['a web address that is none', () => service({url: 'example_page'})],
  ['an e-mail address that is none', () => service({email: 'ask at the desk'})],
  ['a check before anybody was born', () => service({checkedOn: '0202-05-01'})],
  ['an organisation that is its own parent', () => organisation({id: ITSELF, parentOrganisationId: ITSELF})],
  ['an organisation with a site of another kind', () => organisation({website: 'ftp://files.example'})],
  [
    'an address with a postcode that is none',
    () => partOf('locations', 'addresses', {address_1: '1 Elm Road', postalCode: 'ABC 1234'}),
  ],
  ['a phone without a number', () => partOf('services', 'phones', {number: 'ring the bell'})],
  ['weeks of the month in a weekly time', () => schedule({byday: '1MO'})],
  ['days of the month in a weekly time', () => schedule({bymonthday: '15'})],
  ['the same day twice', () => schedule({byday: 'MO,TU,MO'})],
  ['a year of four hundred', () => schedule({dtstart: '0402-01-01'})],
  ['a language that is not named', () => partOf('services', 'languages', {})],
  ['access of which nothing is said', () => partOf('services', 'accessibility', {})],
  ['a cost of which nothing is said', () => partOf('services', 'cost_options', {})],
  [
    'a cost below nothing',
    async () => database.sql`insert into cost_options (service_id, amount) select id, -1 from services limit 1`,
  ],
])('the database refuses %s', async (_name, insert) => {
  await expect(insert()).rejects.toMatchObject({code: '23514'});
});

test('a term belongs to something that is there, and goes with it', async () => {
  const {sql} = database;
  const nowhere = sql`
    insert into attributes (link_type, link_id, taxonomy_term_id)
    select 'service', ${ITSELF}, id from taxonomy_terms limit 1
  `;
  await expect(nowhere).rejects.toMatchObject({code: '23503'});
  const [place] = await sql<{id: string}[]>`insert into locations (name) values ('Elm Hall') returning id`;
  await sql`
    insert into attributes (link_type, link_id, taxonomy_term_id)
    select 'location', ${place!.id}, id from taxonomy_terms limit 1
  `;
  await sql`delete from locations where id = ${place!.id}`;
  expect(await sql`select from attributes where link_id = ${place!.id}`).toHaveLength(0);
});

test('every table and every view says what a row is', async () => {
  const bare = await database.sql<{name: string}[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and obj_description(oid) is null
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

test('every need has at least three places to go in the demonstration', async () => {
  const thin = await database.sql<{key: string}[]>`
    select key from needs
    where (select count(*) from service_needs where need_key = needs.key) < 3
  `;
  expect(thin.map((row) => row.key)).toEqual([]);
});
