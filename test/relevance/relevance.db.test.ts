import {afterAll, beforeAll, expect, test} from 'vitest';
import {createSearch} from '../../search/create-search.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testEngine, type TestEngine} from '../setup/meili.ts';
import {judge, readJudged, readLater, summarise, type JudgedQuery} from './judge.ts';

let database: TestDatabase;
let meili: TestEngine;
let queries: JudgedQuery[];
/** The last that were written later than all others. */
let third: JudgedQuery[];
beforeAll(async () => {
  database = await testDatabase({demo: true});
  meili = await testEngine(database.sql);
  queries = await readJudged();
  third = await readLater('third');
});
afterAll(async () => {
  await meili?.drop();
  await database?.drop();
});

async function score(withEngine: boolean, asked = queries) {
  const search = await createSearch({
    sql: database.sql,
    engine: withEngine ? meili.engine : null,
    log: {info() {}, warn() {}},
    withSync: false,
  });
  const judgements = [];
  for (const query of asked) judgements.push(await judge(database.sql, search, query));
  await search.close();
  return summarise(judgements);
}

test('there are at least 120 judged queries, and every graded listing exists', async () => {
  expect(queries.length).toBeGreaterThanOrEqual(120);
  const slugs = new Set((await database.sql<{slug: string}[]>`select slug from services`).map((row) => row.slug));
  const unknown = [...queries, ...(await readLater())]
    .flatMap((query) => Object.keys(query.pooled))
    .filter((slug) => !slugs.has(slug));
  expect(unknown).toEqual([]);
});

/** What the queries of `later/third.yaml` reached: by both engines, less a little. */
const REACHED_LATER = 0.755;

test(`queries that were written later than all rules have nDCG@10 of at least ${REACHED_LATER} with either engine`, async () => {
  expect(third.length).toBeGreaterThanOrEqual(140);
  expect((await score(true, third)).ndcg).toBeGreaterThanOrEqual(REACHED_LATER);
  expect((await score(false, third)).ndcg).toBeGreaterThanOrEqual(REACHED_LATER);
}, 240_000);

/** The aim is 0.90. This is what has been reached, by the first grades and by the pooled ones; it is raised as search gets better and never lowered. */
const REACHED = {first: 0.9, pooled: 0.903};

test(`Meilisearch answers the judged set with nDCG@10 of at least ${REACHED.first}, and ${REACHED.pooled} by pooled grades`, async () => {
  const {ndcg, pooledNdcg} = await score(true);
  expect(ndcg).toBeGreaterThanOrEqual(REACHED.first);
  expect(pooledNdcg).toBeGreaterThanOrEqual(REACHED.pooled);
}, 240_000);

test('the PostgreSQL fallback answers it with nDCG@10 of at least 0.80', async () => {
  expect((await score(false)).ndcg).toBeGreaterThanOrEqual(0.8);
}, 240_000);
