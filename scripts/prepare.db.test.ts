/** Before a site is served. An engine of one's own that does not take what the settings say stops the start: one line that names the setting, and no stack. */
import {execFile} from 'node:child_process';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, inject, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

/** Prepares a site without the demonstration. What is printed; where it cannot be, what whoever starts it reads. */
async function toldWith(settings: Record<string, string> = {}): Promise<string> {
  const env = {...process.env, FINGERPOST_SEED: 'none', DATABASE_URL: database.url, ...settings};
  const words = ['--import', 'tsx', 'scripts/prepare.ts'];
  return promisify(execFile)(process.execPath, words, {env: {...env, DATABASE_WEB_URL: database.webUrl}}).then(
    ({stdout}) => stdout,
    ({stderr}: {stderr: string}) => stderr.trim(),
  );
}

test('a site without the demonstration has the needs and the words that every site has, and nothing made up', async () => {
  expect(await toldWith()).toMatch(/Vocabulary +put in/);
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

test('a Meilisearch that goes while it takes in the listings keeps nobody waiting', {timeout: 60_000}, async () => {
  const {meili} = inject('engines');
  if (!meili) throw new Error('This test needs Meilisearch, and there is none for this system.');
  // The real one, until it is asked how far it is.
  const goes = createServer((asked, answer) => {
    if (asked.url!.startsWith('/tasks/')) return void asked.socket.destroy();
    const {method, headers} = asked;
    asked.pipe(
      request(meili.url + asked.url, {method: method!, headers}, (real) => {
        answer.writeHead(real.statusCode!, real.headers);
        real.pipe(answer);
      }),
    );
  });
  await new Promise<void>((resolve) => goes.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(goes.address() as AddressInfo).port}`;
    const told = await toldWith({MEILI_URL: url, MEILI_KEY: meili.key!, MEILI_PREFIX: 'goes-'});
    expect(told).toMatch(/in PostgreSQL, which answers alone: Meilisearch did not/);
  } finally {
    goes.closeAllConnections();
    goes.close();
  }
});
