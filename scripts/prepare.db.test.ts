import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

it('gives a site without the demonstration the needs and the words that every site has, and nothing made up', async () => {
  const {stdout} = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'prepare.ts')],
    {env: {...process.env, DATABASE_URL: database.url, DATABASE_WEB_URL: database.webUrl, FINGERPOST_SEED: 'none'}},
  );
  expect(stdout).toMatch(/Vocabulary +up to date/);
  const [row] = await database.sql`
    select
      (select count(*)::integer from needs where is_common) as common_needs,
      exists (select from need_phrases where phrase = 'i feel lonely') as has_phrases,
      (select count(*)::integer from services) as services,
      (select count(*)::integer from staff) as staff
  `;
  expect(row).toMatchObject({hasPhrases: true, services: 0, staff: 0});
  expect(row!.commonNeeds).toBeGreaterThan(5);
});
