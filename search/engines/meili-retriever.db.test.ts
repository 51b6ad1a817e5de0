import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeRecordingSearch} from '../../test/bench/search-recording.ts';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {testEngine, type TestEngine} from '../../test/setup/meili.ts';
import {parseSearch, type SearchPlace} from '../search-schema.ts';

const BRACKNELL: SearchPlace = {
  label: 'RG12 1JX, Bracknell',
  latitude: 51.4155,
  longitude: -0.7505,
  precision: 'postcode',
  outcode: 'RG12',
  areas: ['bracknell-forest', 'berkshire', 'england', 'uk'],
};
let database: TestDatabase;
let engine: TestEngine;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  engine = await testEngine(database.sql);
});
afterAll(async () => {
  await engine?.drop();
  await database?.drop();
});

test('a search with its ways on asks the engine nothing twice, and for its words in no more than its own circle and anywhere', async () => {
  const {search, exchanges} = await makeRecordingSearch(database.sql, engine.access, engine.engine.prefix);
  const request = parseSearch(new URLSearchParams('q=guitar lessons&within=1&cost=free&day=SU'));
  const {suggestions} = await search.search(request, BRACKNELL);
  await search.close();
  expect(suggestions.map(({kind}) => kind)).toContain('drop-filter');
  const queries = exchanges().flatMap(({body}) => (JSON.parse(body) as {queries: {q: string}[]}).queries);
  expect(new Set(queries.map((query) => JSON.stringify(query))).size).toBe(queries.length);
  expect(queries.filter(({q}) => q === queries[0]!.q)).toHaveLength(2);
});
