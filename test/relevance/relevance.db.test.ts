import {afterAll, beforeAll, expect, test} from 'vitest';
import {createSearch} from '../../search/create-search.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {testEngine, type TestEngine} from '../setup/meili.ts';
import {judge, readJudged, summarise, type JudgedQuery} from './judge.ts';

let database: TestDatabase;
let meili: TestEngine;
let queries: JudgedQuery[];
beforeAll(async () => {
  database = await testDatabase({demo: true});
  meili = await testEngine(database.sql);
  queries = await readJudged();
});
afterAll(async () => {
  await meili?.drop();
  await database?.drop();
});

async function score(withEngine: boolean) {
  const search = await createSearch({
    sql: database.sql,
    engine: withEngine ? meili.engine : null,
    log: {info() {}, warn() {}},
    withSync: false,
  });
  const judgements = [];
  for (const query of queries) judgements.push(await judge(database.sql, search, query));
  await search.close();
  return summarise(judgements);
}

test('there are at least 120 judged queries, and every graded listing exists', async () => {
  expect(queries.length).toBeGreaterThanOrEqual(120);
  const slugs = new Set((await database.sql<{slug: string}[]>`select slug from services`).map((row) => row.slug));
  const unknown = queries.flatMap((query) => Object.keys(query.pooled)).filter((slug) => !slugs.has(slug));
  expect(unknown).toEqual([]);
});

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
