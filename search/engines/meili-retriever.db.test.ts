import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeRecordingSearch} from '../../test/bench/search-recording.ts';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {testEngine, type TestEngine} from '../../test/setup/meili.ts';
import {Atlas} from '../atlas/atlas.ts';
import {questionFor} from '../finding/find.ts';
import {partsFrom} from '../finding/parts-from.ts';
import {parseSearch, type SearchPlace} from '../search-schema.ts';
import {makeUnderstand} from '../understanding/understand.ts';
import {loadVocabulary} from '../understanding/vocabulary.ts';
import {meiliRetriever} from './meili-retriever.ts';

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

test.each([
  ['', ['support']],
  ['day=MO,TU&part=morning&cost=free', ['people']],
  ['q=gardening&within=5&audience=carers', ['group']],
  ['q="community"&within=15&how=in-person', ['community']],
  ['q=help at home&day=WE', ['help', 'home']],
])('what the engine counts where many have the words is what it would have named: %s, %s', async (params, words) => {
  const atlas = new Atlas();
  await atlas.refresh(database.sql);
  const vocabulary = await loadVocabulary(database.sql);
  const parts = {atlas, ...partsFrom(vocabulary)};
  const request = parseSearch(new URLSearchParams(`${params}&near=RG12 1JX`));
  const understood = makeUnderstand(vocabulary)(request.q);
  const question = {...questionFor(request, BRACKNELL, understood, parts), words};
  const [named, counted] = await Promise.all(
    [10_000, 1].map(async (mostNamed) => {
      const retriever = meiliRetriever(engine.engine, atlas, parts.others, {mostNamed, mostOfCrowd: 3});
      const {total, hasNearest, facets} = await retriever.retrieve(question);
      const numbers = (await retriever.numbers(question)).toSorted((one, other) => one - other);
      return {hasNearest, same: {total, numbers, facets: facets()}};
    }),
  );
  expect([named!.hasNearest, counted!.hasNearest]).toEqual([true, false]);
  expect(counted!.same).toEqual(named!.same);
  expect(named!.same.total).toBeGreaterThan(3);
});
