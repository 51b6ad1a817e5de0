/** An engine of one's own that does not take what the settings say stops the start: one line that names the setting, and no stack. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, inject, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

/** What whoever starts the site reads where it does not start. */
async function toldWith(settings: Record<string, string>): Promise<string> {
  const env = {...process.env, FINGERPOST_SEED: 'none', DATABASE_URL: database.url, ...settings};
  const words = ['--import', 'tsx', 'scripts/prepare.ts'];
  return promisify(execFile)(process.execPath, words, {env: {...env, DATABASE_WEB_URL: database.webUrl}}).then(
    () => 'it started',
    ({stderr}: {stderr: string}) => stderr.trim(),
  );
}

test('a key that Meilisearch refuses', {timeout: 60_000}, async () => {
  const {meili} = inject('engines');
  if (!meili) throw new Error('This test needs Meilisearch, and there is none for this system.');
  const told = await toldWith({MEILI_URL: meili.url, MEILI_KEY: 'another key altogether'});
  expect(told).toBe(`MEILI_KEY: the Meilisearch at ${meili.url} refuses this key`);
});

test('a password that PostgreSQL refuses', {timeout: 60_000}, async () => {
  const url = new URL(database.url);
  url.password = 'wrong';
  const told = await toldWith({DATABASE_URL: String(url)});
  expect(told).toMatch(/^DATABASE_URL: the database does not answer \(password authentication failed .*\)$/);
});
