import {afterAll, beforeAll, expect, it} from 'vitest';
import {seedStaff} from '../../../db/seed/load.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {loadDemonstrationPeople} from './demonstration-people.server.ts';
import {findPeople} from './find-people.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await seedStaff(database.sql);
});
afterAll(() => database?.drop());

it('the made-up people are put in once, are found, and are shared as they agreed', async () => {
  const {sql, web} = database;
  expect(await loadDemonstrationPeople(sql, '2026-11-22')).toBe(40);
  expect(await loadDemonstrationPeople(sql, '2026-11-22')).toBe(0);
  const [aisha] = await sql<{staffId: string; partnerId: string}[]>`
    select id as staff_id, partner_id from staff where email = 'aisha.rahman@lilyhill.example'
  `;
  const find = async (typed: string) =>
    (await findPeople(web, typed, 1, {viewer: aisha!, today: '2026-11-22'})).people.map(({familyName}) => familyName);
  expect(await find('peggy holloway')).toEqual(['Holloway']);
  expect(await find('jean copeland')).toEqual(['Copeland']);
  expect(await find('stephen clarke')).toEqual([]);
});

it('belong to nobody real: numbers and addresses are of ranges that are never given out', async () => {
  const {sql} = database;
  const values = await sql<{value: string}[]>`
    select value from person_contacts
    union all select other_phone from person_relationships where other_phone is not null
  `;
  for (const {value} of values) expect(value).toMatch(/^\+441632960\d{3}$|^\+447700900\d{3}$|@[a-z.]+\.example$/);
  const numbers = await sql<{value: string}[]>`select value from person_identifiers where kind = 'nhs_number'`;
  for (const {value} of numbers) expect(value).toMatch(/^999/);
});
