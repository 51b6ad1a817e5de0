import {spawn} from 'node:child_process';
import {setTimeout} from 'node:timers/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {testEngine, type TestEngine} from '../../test/setup/meili.ts';
import {createSearch} from '../create-search.ts';
import {rebuildIndex} from './index-all.ts';
import {repairIndex} from './repair.ts';
import {parseSearch} from '../search-schema.ts';
import {outboxLag, syncOnce} from './sync.ts';

/** Words nothing else uses and no typo joins. */
const MARKS = ['aardvark', 'capybara', 'flamingo', 'jellyfish', 'pangolin', 'wombat'];

let database: TestDatabase;
let meili: TestEngine;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  meili = await testEngine(database.sql);
});
afterAll(async () => {
  await meili?.drop();
  await database?.drop();
});

const held = async (q: string) => (await meili.engine.listings.search(q, {matchingStrategy: 'all'})).estimatedTotalHits;

/** Until nothing waits: a worker that was killed may hold the lock until PostgreSQL notices that it is gone. */
async function drain() {
  while ((await outboxLag(database.sql)).rows > 0) {
    if ((await syncOnce({sql: database.sql, engine: meili.engine})) === 0) await setTimeout(20);
  }
}

test('a change, its row in the outbox and nothing else are one transaction', async () => {
  await database.sql
    .begin(async (tx) => {
      await tx`update services set name = 'Never Happened Club' where number = 1`;
      throw new Error('changed our mind');
    })
    .catch(() => {});
  expect((await outboxLag(database.sql)).rows).toBe(0);
});

test('an edited service is found by its new name, a deleted one by none', async () => {
  const [{id}] = (await database.sql`
    update services set name = 'Zanzibar Quilting Circle' where number = 2 returning id
  `) as unknown as [{id: string}];
  await drain();
  expect(await held('zanzibar quilting')).toBe(1);
  await database.sql`delete from services where id = ${id}`;
  await drain();
  expect(await held('zanzibar quilting')).toBe(0);
  expect(await database.sql`select from listings where service_id = ${id} and is_listed`).toHaveLength(0);
});

test.each([
  ['its cost', 'insert into cost_options (service_id, amount) select id, 3 from services where number = 3'],
  ['its language', `insert into languages (service_id, code) select id, 'ne' from services where number = 3`],
  [
    'its organisation',
    `update organisations set name = name || ' Ltd' where id = (select organisation_id from services where number = 3)`,
  ],
  [
    'its need',
    `insert into service_needs (service_id, need_key, rank) select id, 'debt', 9 from services where number = 3 on conflict do nothing`,
  ],
  [
    'its times',
    `insert into schedules (service_id, byday, opens_at, closes_at) select id, 'SU', '18:00', '19:00' from services where number = 3`,
  ],
  [
    'its times at one place',
    `insert into schedules (service_at_location_id, byday, opens_at, closes_at) select id, 'SU', '09:00', '10:00' from services_at_locations limit 1`,
  ],
  ['its type', `delete from attributes where link_id = (select id from services where number = 3)`],
])('changing %s queues the listing', async (_what, statement) => {
  await drain();
  await database.sql.unsafe(statement);
  expect((await outboxLag(database.sql)).rows).toBeGreaterThan(0);
  await drain();
});

test('changing a place queues every service there', async () => {
  await drain();
  await database.sql`
    update addresses set city = 'Newtown'
    where location_id = (select location_id from services_at_locations group by 1 order by count(*) desc limit 1)
  `;
  expect((await outboxLag(database.sql)).rows).toBeGreaterThan(1);
  await drain();
});

test('killed at any moment, nothing is lost and nothing doubled', async () => {
  await drain();
  const before = (await meili.engine.listings.getStats()).numberOfDocuments;
  for (let round = 0; round < MARKS.length; round++) {
    await database.sql`update services set keywords = array[${MARKS[round]!}] where number between 10 and 60`;
    const worker = spawn(process.execPath, ['--import', 'tsx', 'test/setup/sync-worker.ts'], {
      env: {...process.env, WORKER_DATABASE: database.url, WORKER_MEILI: JSON.stringify(meili.access)},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => worker.stdout.once('data', resolve));
    await setTimeout(round * 25);
    worker.kill('SIGKILL');
    await new Promise((resolve) => worker.once('exit', resolve));
  }
  await drain();
  const [{services}] = (await database.sql`
    select count(*)::integer as services from services where number between 10 and 60
  `) as unknown as [{services: number}];
  await expect.poll(() => held('wombat')).toBe(services);
  expect(await held('pangolin')).toBe(0);
  expect((await meili.engine.listings.getStats()).numberOfDocuments).toBe(before);
  expect(await repairIndex(database.sql, meili.engine)).toMatchObject({missing: 0, outdated: 0, extra: 0});
}, 60_000);

test('the nightly round finds and mends what went missing, what is out of date and what should be gone', async () => {
  await drain();
  const stray = {...(await meili.engine.listings.getDocument(20)), number: 999_999};
  await meili.engine.listings.deleteDocument(21).waitTask();
  await meili.engine.listings.updateDocuments([{number: 22, hash: 'old'}] as never).waitTask();
  await meili.engine.listings.addDocuments([stray]).waitTask();
  expect(await repairIndex(database.sql, meili.engine)).toMatchObject({missing: 1, outdated: 1, extra: 1});
  await drain();
  expect(await repairIndex(database.sql, meili.engine)).toMatchObject({missing: 0, outdated: 0, extra: 0});
});

test('a document that was changed in the engine is found by what is in it, though it says that it is up to date', async () => {
  await drain();
  await meili.engine.listings.updateDocuments([{number: 23, name: 'Zeppelin Repairs'}] as never).waitTask();
  expect(await held('zeppelin')).toBe(1);
  expect(await repairIndex(database.sql, meili.engine)).toMatchObject({missing: 0, outdated: 1, extra: 0});
  await drain();
  expect(await held('zeppelin')).toBe(0);
  expect(await repairIndex(database.sql, meili.engine)).toMatchObject({outdated: 0, index: 'sound'});
});

test('settings that are not as they should be are put right', async () => {
  await meili.engine.listings.updateSettings({filterableAttributes: ['tokens'], synonyms: {}}).waitTask();
  const report = () => repairIndex(database.sql, meili.engine, {isThorough: false});
  expect(await report()).toMatchObject({index: 'settings put right', compared: 0});
  expect(await report()).toMatchObject({index: 'sound'});
});

/** What comparing says, once the site has done with its own. */
async function compared() {
  for (;;) {
    const report = await repairIndex(database.sql, meili.engine);
    if (report) return report;
    await setTimeout(50);
  }
}

test('two that compare at once do it once', async () => {
  const reports = await Promise.all([1, 2].map(() => repairIndex(database.sql, meili.engine)));
  expect(reports.filter((report) => report === null)).toHaveLength(1);
});

test('what changes while everything is made anew is in the index that comes of it', async () => {
  await drain();
  const search = await createSearch({sql: database.sql, engine: meili.engine, log: {info() {}, warn() {}}});
  let isDone = false;
  const made = rebuildIndex(database.sql, meili.engine).finally(() => (isDone = true));
  for (let turn = 0; !isDone; turn++) {
    await database.sql`update services set keywords = array[${`otter${turn}`}] where number = ${100 + turn}`;
    await setTimeout(10);
  }
  await made;
  await expect.poll(async () => (await outboxLag(database.sql)).rows, {timeout: 20_000}).toBe(0);
  expect(await compared()).toMatchObject({missing: 0, outdated: 0, extra: 0});
  await search.close();
}, 60_000);

test('an index that is gone while the site runs is made anew, and never by one document', async () => {
  await drain();
  await meili.engine.client.deleteIndex(meili.engine.listings.uid).waitTask();
  await database.sql`update services set name = 'Narwhal Choir' where number = 6`;
  await expect(syncOnce({sql: database.sql, engine: meili.engine})).rejects.toThrow();
  await expect(meili.engine.listings.getStats()).rejects.toThrow();
  const search = await createSearch({sql: database.sql, engine: meili.engine, log: {info() {}, warn() {}}});
  const ask = () => search.search(parseSearch(new URLSearchParams('q=narwhal')), null);
  await expect.poll(async () => (await ask()).total, {timeout: 10_000, interval: 50}).toBe(1);
  await expect.poll(async () => (await ask()).engine, {timeout: 30_000, interval: 200}).toBe('meilisearch');
  await expect.poll(async () => (await ask()).total, {timeout: 10_000, interval: 200}).toBe(1);
  await search.close();
  expect(await compared()).toMatchObject({
    ...{missing: 0, outdated: 0, extra: 0},
    index: 'sound',
  });
}, 60_000);

test('an edit is findable within two seconds of being saved', async () => {
  const search = await createSearch({sql: database.sql, engine: meili.engine, log: {info() {}, warn() {}}});
  await database.sql`update services set name = 'Quokka Appreciation Hour' where number = 5`;
  await expect
    .poll(async () => (await search.search(parseSearch(new URLSearchParams('q=quokka')), null)).total, {
      timeout: 10_000,
      interval: 50,
    })
    .toBe(1);
  await search.close();
});
