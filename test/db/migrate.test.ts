import {mkdtemp, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {connect} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {explain} from '../../scripts/steps/report.mjs';
import {testDatabase, type TestDatabase} from '../setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`drop schema public cascade`;
  await database.sql`create schema public`;
});
afterAll(() => database?.drop());

test('two instances that start together migrate once', async () => {
  const instances = [connect(database.url), connect(database.url), connect(database.url)];
  const results = await Promise.all(instances.map((sql) => migrate(sql)));
  const files = (await readdir('db/migrations')).filter((name) => name.endsWith('.sql'));
  expect(results.flatMap((result) => result.applied).sort()).toEqual(files.sort());
  expect(results.filter((result) => result.applied.length > 0)).toHaveLength(1);
  await Promise.all(instances.map((sql) => sql.end()));
});

test('a migration changed after it was applied stops the start and is named', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  for (const name of await readdir('db/migrations')) {
    await writeFile(path.join(folder, name), await readFile(path.join('db/migrations', name)));
  }
  await writeFile(path.join(folder, '0002_needs.sql'), 'select 1');
  const refusal: unknown = await migrate(database.sql, folder).catch((error: unknown) => error);
  // What whoever starts the site reads is that line alone, without where in the code it arose.
  expect(explain(refusal)).toMatch(/^Migration 0002_needs\.sql was changed [^\n]*$/);
});

test('a migration that fails leaves nothing behind and lets the next start try again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  for (const name of await readdir('db/migrations')) {
    await writeFile(path.join(folder, name), await readFile(path.join('db/migrations', name)));
  }
  const broken = path.join(folder, '9999_broken.sql');
  await writeFile(broken, 'create table half_done (id int); select nothing_here;');
  await expect(migrate(database.sql, folder)).rejects.toThrow(
    /^Migration 9999_broken\.sql could not be applied.*nothing_here/,
  );
  const [row] = await database.sql`select to_regclass('half_done') as made`;
  expect(row!.made).toBeNull();
  await writeFile(broken, 'create table half_done (id int);');
  expect((await migrate(database.sql, folder)).applied).toEqual(['9999_broken.sql']);
});
