import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../setup/database.ts';

describe('the test set-up', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('gives every test file a migrated database of its own', async () => {
    await first.sql`create table only_here (id int)`;
    const [here] = await first.sql`select to_regclass('only_here') as name, to_regclass('services') as services`;
    const [there] = await second.sql`select to_regclass('only_here') as name`;
    expect(here).toEqual({name: 'only_here', services: 'services'});
    expect(there).toEqual({name: null});
  });

  it('removes it when told', async () => {
    const third = await testDatabase();
    const name = third.url.split('/').at(-1) ?? '';
    await third.drop();
    expect(await first.sql`select 1 from pg_database where datname = ${name}`).toHaveLength(0);
  });

  it('runs a real Meilisearch beside it', async () => {
    const answer = await fetch(`${inject('engines').meili?.url}/health`);
    expect(await answer.json()).toEqual({status: 'available'});
  });
});
