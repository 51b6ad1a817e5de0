import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {faultyProxy, type FaultyProxy} from '../test/setup/faulty-proxy.ts';
import {testEngine, type TestEngine} from '../test/setup/meili.ts';
import {createSearch} from './create-search.ts';
import {connectMeili} from './engines/engine.ts';
import {parseSearch} from './search-schema.ts';
import type {SearchService} from './service.ts';

let database: TestDatabase;
let meili: TestEngine;
let proxy: FaultyProxy;
let search: SearchService;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  meili = await testEngine(database.sql);
  proxy = await faultyProxy(meili.access.url);
  const engine = connectMeili({...meili.access, url: proxy.url});
  search = await createSearch({sql: database.sql, engine, log: {info() {}, warn() {}}, withSync: true});
});
afterAll(async () => {
  proxy.mode = 'pass';
  await search?.close();
  await proxy?.close();
  await meili?.drop();
  await database?.drop();
});

// Words that name no kind of service: those are found without asking the engine.
const ask = () => search.search(parseSearch(new URLSearchParams('q=tea')), null);
const engineUsed = async () => (await ask()).engine;

test.each(['stall', 'refuse'] as const)(
  'when the engine does %s, PostgreSQL answers, says so, and the engine comes back by itself',
  async (mode) => {
    proxy.mode = 'pass';
    await expect.poll(engineUsed, {timeout: 20_000}).toBe('meilisearch');
    proxy.mode = mode;
    // The promise is 1.5 s. Beside a clock that a busy machine makes late as well, this tells a limit from none.
    const tooLong = new Promise<never>((_resolve, reject) => setTimeout(reject, 10_000, 'waited too long'));
    const answer = await Promise.race([ask(), tooLong]);
    tooLong.catch(() => {});
    expect(answer).toMatchObject({engine: 'postgres', isDegraded: true});
    expect(answer.total).toBeGreaterThan(3);
    expect((await search.health()).engine).toBe('down');
    proxy.mode = 'pass';
    await expect.poll(engineUsed, {timeout: 20_000, interval: 200}).toBe('meilisearch');
    expect((await ask()).isDegraded).toBe(false);
  },
  40_000,
);

test('an engine that goes while nobody searches is noticed all the same', async () => {
  proxy.mode = 'pass';
  await expect.poll(engineUsed, {timeout: 20_000}).toBe('meilisearch');
  const engineIs = async () => (await search.health()).engine;
  expect(await engineIs()).toBe('up');
  proxy.mode = 'refuse';
  await expect.poll(engineIs, {timeout: 20_000}).toBe('down');
  proxy.mode = 'pass';
  await expect.poll(engineIs, {timeout: 20_000}).toBe('up');
}, 60_000);

test('changes made while the engine is gone reach it when it is back', async () => {
  proxy.mode = 'refuse';
  await database.sql`update services set name = 'Narwhal Knitters' where number = 7`;
  const narwhals = () => search.search(parseSearch(new URLSearchParams('q=narwhal')), null);
  await expect.poll(async () => (await narwhals()).total, {timeout: 20_000}).toBe(1);
  expect(await narwhals()).toMatchObject({engine: 'postgres'});
  expect((await search.health()).outbox).toBeGreaterThan(0);
  proxy.mode = 'pass';
  await expect.poll(async () => (await narwhals()).engine, {timeout: 20_000, interval: 200}).toBe('meilisearch');
  await expect.poll(async () => (await narwhals()).total, {timeout: 20_000, interval: 200}).toBe(1);
  await expect.poll(async () => (await search.health()).outbox, {timeout: 20_000}).toBe(0);
}, 60_000);

test('while it hangs, whoever comes later waits no longer than the first who waits', async () => {
  proxy.mode = 'pass';
  const engine = connectMeili({...meili.access, url: proxy.url, patienceMs: 4000});
  const patient = await createSearch({sql: database.sql, engine, log: {info() {}, warn() {}}, withSync: false});
  try {
    const askNow = () => patient.search(parseSearch(new URLSearchParams('q=tea')), null);
    expect((await askNow()).engine).toBe('meilisearch');
    proxy.mode = 'stall';
    const first = askNow();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const began = Date.now();
    expect(await askNow()).toMatchObject({engine: 'postgres', isDegraded: true});
    // Its own four seconds are not over.
    expect(Date.now() - began).toBeLessThan(3500);
    expect((await first).engine).toBe('postgres');
  } finally {
    proxy.mode = 'pass';
    await patient.close();
  }
}, 40_000);

test('in its place PostgreSQL is asked once for a search, however many numbers stand beside the filters', async () => {
  const asked: string[] = [];
  const sql = new Proxy(database.sql, {
    apply(target, self, words: [TemplateStringsArray, ...unknown[]]) {
      asked.push(words[0].join(' '));
      return Reflect.apply(target, self, words) as unknown;
    },
  });
  const alone = await createSearch({sql, engine: null, log: {info() {}, warn() {}}, withSync: false});
  asked.length = 0;
  const answer = await alone.search(parseSearch(new URLSearchParams('q=tea&day=MO&part=morning&part=afternoon')), null);
  await alone.close();
  expect(answer.total).toBeGreaterThan(0);
  expect(answer.facets.day!.length).toBeGreaterThan(1);
  expect(asked.filter((words) => /from listings where is_listed and/.test(words))).toHaveLength(1);
});
