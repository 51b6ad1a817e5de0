import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {testEngine, type TestEngine} from '../test/setup/meili.ts';
import {createSearch} from './create-search.ts';
import {milesBetween} from './atlas/distance.ts';
import {matchesIn, parseSearch, type SearchPlace} from './search-schema.ts';
import type {SearchService} from './service.ts';

const BRACKNELL: SearchPlace = {
  label: 'RG12 1JX, Bracknell',
  latitude: 51.4155,
  longitude: -0.7505,
  precision: 'postcode',
  outcode: 'RG12',
  areas: ['bracknell-forest', 'berkshire', 'england', 'uk'],
};
const silent = {info: () => {}, warn: () => {}};
let database: TestDatabase;
let engine: TestEngine;
let byEngine: SearchService;
let byPostgres: SearchService;

beforeAll(async () => {
  database = await testDatabase({demo: true});
  engine = await testEngine(database.sql);
  byEngine = await createSearch({sql: database.sql, engine: engine.engine, log: silent, withSync: false});
  byPostgres = await createSearch({sql: database.sql, engine: null, log: silent, withSync: false});
});
afterAll(async () => {
  await byEngine?.close();
  await byPostgres?.close();
  await engine?.drop();
  await database?.drop();
});

const ask = (query: string) => parseSearch(new URLSearchParams(query));

test('a walking group near RG12 is found, nearest answers near the top', async () => {
  for (const service of [byEngine, byPostgres]) {
    const answer = await service.search(ask('q=walking group'), BRACKNELL);
    expect(answer.total).toBeGreaterThan(3);
    expect(answer.cards.slice(0, 3).every((card) => card.types.some((type) => type.includes('walk')))).toBe(true);
  }
});

test('nobody is shown a result beyond the distance asked for, unless it covers the place', async () => {
  for (const within of [1, 2, 5, 10]) {
    const answer = await byEngine.search(ask(`within=${within}`), BRACKNELL);
    for (const card of answer.cards) {
      if (card.coversHere) continue;
      expect(Math.min(...card.points.map((point) => milesBetween(BRACKNELL, point)))).toBeLessThanOrEqual(within);
    }
  }
});

test('what the map showed is searched, no more and no less, on the list, on the map and beside the filters', async () => {
  const query = 'near=Bracknell&within=-0.78,51.4,-0.74,51.43~Bracknell&sort=nearest';
  const near = await byEngine.search(ask('near=Bracknell&within=10'), BRACKNELL);
  const lies = ({latitude, longitude}: {latitude: number; longitude: number}) =>
    latitude >= 51.4 && latitude <= 51.43 && longitude >= -0.78 && longitude <= -0.74;
  for (const service of [byEngine, byPostgres]) {
    const found: number[] = [];
    const {pages, total, facets} = await service.search(ask(query), BRACKNELL);
    for (let page = 1; page <= pages; page++) {
      const {cards} = await service.search(ask(`${query}&page=${page}`), BRACKNELL);
      for (const card of cards) expect(card.coversHere || card.points.some(lies), card.name).toBe(true);
      found.push(...cards.map(({number}) => number));
    }
    const wanted: number[] = [];
    for (let page = 1; page <= near.pages; page++) {
      const {cards} = await byEngine.search(ask(`near=Bracknell&within=10&page=${page}`), BRACKNELL);
      wanted.push(...cards.filter((card) => card.coversHere || card.points.some(lies)).map(({number}) => number));
    }
    expect(new Set(found)).toEqual(new Set(wanted));
    expect(total).toBeLessThan(near.total);
    expect((await service.map(ask(query), BRACKNELL, {zoom: 12})).total).toBe(total);
    const free = facets.cost?.find(({value}) => value === 'free')?.count;
    expect((await service.search(ask(`${query}&cost=free`), BRACKNELL)).total).toBe(free);
  }
  // Under another place it means nothing, and with a distance it is gone.
  expect(ask('near=Ascot&within=-0.78,51.4,-0.74,51.43~Bracknell')).toMatchObject({frame: null, within: 5});
});

test('misspelt words are mended and the mending is told, unless they are asked for exactly', async () => {
  for (const service of [byEngine, byPostgres]) {
    const mended = await service.search(ask('q=walkng grop'), BRACKNELL);
    expect(mended).toMatchObject({mended: 'walking group'});
    expect(mended.total).toBe((await service.search(ask('q=walking group'), BRACKNELL)).total);
    const exact = await service.search(ask('q=walkng grop&exact=walkng grop'), BRACKNELL);
    expect(exact).toMatchObject({mended: null, total: 0});
    expect(exact.suggestions.some(({kind, detail}) => kind === 'spelling' && detail?.includes('walking'))).toBe(true);
    expect((await service.search(ask('q=choir&exact=choir'), BRACKNELL)).total).toBeGreaterThan(0);
  }
});

test('pages add up to the total, each listing once, in both engines', async () => {
  for (const service of [byEngine, byPostgres]) {
    const first = await service.search(ask('within=10'), BRACKNELL);
    const numbers: number[] = [];
    for (let page = 1; page <= first.pages; page++) {
      const answer = await service.search(ask(`within=10&page=${page}`), BRACKNELL);
      numbers.push(...answer.cards.map((card) => card.number));
    }
    expect(numbers).toHaveLength(first.total);
    expect(new Set(numbers).size).toBe(first.total);
  }
});

test('both engines agree on every total and every filter count', async () => {
  for (const query of [
    '',
    'cost=free',
    'day=MO&time=morning',
    'need=loneliness&how=in-person',
    'time=morning&time=evening',
    'access=step-free&access=hearing-loop',
    'join=self&space=now&age=65-plus',
  ]) {
    const [one, other] = await Promise.all([
      byEngine.search(ask(query), BRACKNELL),
      byPostgres.search(ask(query), BRACKNELL),
    ]);
    expect(one.total, query).toBe(other.total);
    expect(one.facets, query).toEqual(other.facets);
  }
});

test('the number beside a filter is what choosing it gives', async () => {
  const before = await byEngine.search(ask('q=lonely&day=WE'), BRACKNELL);
  for (const facet of ['kind', 'day', 'part', 'cost', 'how'] as const) {
    for (const {value, count} of before.facets[facet] ?? []) {
      const request = ask('q=lonely&day=WE');
      const after = await byEngine.search({...request, filters: {...request.filters, [facet]: [value]}}, BRACKNELL);
      expect(after.total, `${facet} ${value}`).toBe(count);
    }
  }
});

test('a page that would not be full is filled with what the words lean to, behind what was asked for', async () => {
  for (const engine of [byEngine, byPostgres]) {
    const answer = await engine.search(ask('q=dancing&within=any'), BRACKNELL);
    const isDance = answer.cards.map((card) => card.types.some((type) => /danc/i.test(type)));
    expect(isDance.slice(0, 3)).toEqual([true, true, true]);
    expect(isDance).toContain(false);
    for (const {value, count} of answer.facets.kind ?? []) {
      const chosen = await engine.search(ask(`q=dancing&within=any&kind=${value}`), BRACKNELL);
      expect(chosen.total, value).toBe(count);
    }
    const exactly = await engine.search(ask('q=dancing&within=any&exact=dancing'), BRACKNELL);
    expect(exactly.total).toBeLessThan(answer.total);
  }
});

test('everyday words find the need behind them', async () => {
  const lonely = await byEngine.search(ask('q=I feel lonely'), BRACKNELL);
  expect(lonely.needs[0]).toBe('loneliness');
  expect(lonely.cards.slice(0, 5).every((card) => card.needs.includes('loneliness'))).toBe(true);
  const heating = await byEngine.search(ask("q=can't pay my heating"), BRACKNELL);
  expect(heating.needs).toContain('energy-bills');
});

test('what covers the borough stays when the circle is small', async () => {
  const answer = await byEngine.search(ask('within=1'), BRACKNELL);
  expect(answer.cards.length).toBeGreaterThan(0);
  const wide = await byEngine.search(ask('within=1&how=phone'), BRACKNELL);
  expect(wide.cards.some((card) => card.coversHere && card.points.length === 0)).toBe(true);
});

test('nearest first means nearest first', async () => {
  const answer = await byEngine.search(ask('q=lonely&sort=nearest'), BRACKNELL);
  const miles = answer.cards.map((card) => card.distanceMiles ?? Infinity);
  expect(miles).toEqual([...miles].sort((a, b) => a - b));
});

test('with nothing found, each way on says truly how many it gives', async () => {
  const answer = await byEngine.search(ask('q=knitting&within=1&day=SU&time=evening&cost=free'), BRACKNELL);
  expect(answer.total).toBeLessThanOrEqual(3);
  expect(answer.suggestions.length).toBeGreaterThan(0);
  for (const suggestion of answer.suggestions) {
    const tried = await byEngine.search(suggestion.request, BRACKNELL);
    expect(matchesIn(tried)).toBe(suggestion.count);
    expect(matchesIn(tried)).toBeGreaterThan(matchesIn(answer));
  }
});

test.each(['chess', 'choir', 'yoga', 'dancing'])(
  'little of what was asked for is not hidden by what only stands beside it: %s within a mile',
  async (q) => {
    const counts: number[] = [];
    for (const service of [byEngine, byPostgres]) {
      const answer = await service.search(ask(`q=${q}&within=1`), BRACKNELL);
      // A list that looks long enough.
      expect(answer.total).toBeGreaterThan(3);
      expect(matchesIn(answer)).toBeLessThanOrEqual(3);
      counts.push(matchesIn(answer));
      const isOther = answer.cards.map(({number}) => answer.others.has(number));
      expect(isOther).toEqual([...isOther].sort());
      const wider = answer.suggestions.filter(({kind}) => kind === 'wider');
      expect(wider.length).toBeGreaterThan(0);
      for (const {request, count} of answer.suggestions) {
        expect(matchesIn(await service.search(request, BRACKNELL)), JSON.stringify(request)).toBe(count);
        expect(count).toBeGreaterThan(matchesIn(answer));
      }
    }
    expect(counts[0]).toBe(counts[1]);
  },
);

test('what answers a need that was meant is what was asked for, whether it has the word or not', async () => {
  for (const service of [byEngine, byPostgres]) {
    for (const q of ['q=lonely', 'q=sport', "q=can't pay my heating"]) {
      const {others, cards, needs} = await service.search(ask(`${q}&within=any`), BRACKNELL);
      const meant = cards.filter((card) => card.needs.includes(needs[0]!));
      expect(meant.length).toBeGreaterThan(5);
      expect(meant.filter(({number}) => others.has(number))).toEqual([]);
    }
    const exact = await service.search(ask('q=choir&exact=choir&within=1'), BRACKNELL);
    expect(exact.others.size).toBe(0);
  }
});

test('the map has every match, however far out it is zoomed', async () => {
  const request = ask('within=any');
  const answer = await byEngine.search(request, BRACKNELL);
  for (const zoom of [3, 8, 11, 14, 17]) {
    const map = await byEngine.map(request, BRACKNELL, {zoom});
    expect(map.total).toBe(answer.total);
    const shown = map.features.reduce((sum, feature) => sum + (feature.type === 'cluster' ? feature.count : 1), 0);
    expect(shown).toBeGreaterThanOrEqual(map.total - map.withoutPlace);
  }
});

test('a search is remembered without identity', async () => {
  const answer = await byEngine.search(ask('q=walks for Ann 07700 900123 RG12 1JX&near=RG12 1JX'), BRACKNELL);
  await expect.poll(() => database.sql`select words, outcode from search_log where id = ${answer.id}`).toHaveLength(1);
  const [row] = await database.sql`select words, outcode from search_log where id = ${answer.id}`;
  expect(row).toEqual({words: 'walks for ann', outcode: 'RG12'});
});

test.each([
  ['my name is Ann Smith and i am lonely', 'and i am lonely'],
  ['shopping for mrs. o’grady', 'shopping for'],
  ['her name’s Ann, dementia', 'dementia'],
  ['ms group', 'ms group'],
])('who somebody is does not stay in what is remembered: %s', async (typed, words) => {
  const answer = await byPostgres.search(ask(new URLSearchParams({q: typed}).toString()), null);
  await expect.poll(() => database.sql`select 1 from search_log where id = ${answer.id}`).toHaveLength(1);
  expect(await database.sql`select words from search_log where id = ${answer.id}`).toEqual([{words}]);
});

test('what no person asked for is not remembered', async () => {
  const uncounted = await byPostgres.search(ask('q=walks'), null, false);
  const counted = await byPostgres.search(ask('q=walks'), null);
  await expect.poll(() => database.sql`select 1 from search_log where id = ${counted.id}`).toHaveLength(1);
  expect(await database.sql`select 1 from search_log where id = ${uncounted.id}`).toEqual([]);
});

test('the number beside a need is what choosing it gives, also where few of those have all the words', async () => {
  for (const service of [byEngine, byPostgres]) {
    const {facets} = await service.search(ask('q=dementia dad'), null);
    for (const {value, count} of facets.need!) {
      expect((await service.search(ask(`q=dementia dad&need=${value}`), null)).total, value).toBe(count);
    }
  }
});

test('suggestions come for words with a slip in them too', async () => {
  const lonely = await byPostgres.suggest('lonley');
  expect(lonely.some((suggestion) => suggestion.key === 'loneliness')).toBe(true);
  expect(await byPostgres.suggest('zzzzqqq')).toEqual([]);
});

test('suggestions while typing offer needs, kinds and listings', async () => {
  const lonely = await byEngine.suggest('lone');
  expect(lonely.some((suggestion) => suggestion.kind === 'need' && suggestion.key === 'loneliness')).toBe(true);
  const walks = await byEngine.suggest('walk');
  expect(walks.some((suggestion) => suggestion.kind === 'listing')).toBe(true);
  expect(walks.find((suggestion) => suggestion.kind === 'type')?.label).toMatch(/walk/i);
  expect(await byEngine.suggest('w')).toEqual([]);
});

test('a need is heard in a story whether a whole sentence tells of it or one half', async () => {
  const heard = async (story: string) => (await byEngine.beside({story, needs: [], place: BRACKNELL}, 3)).needs;
  expect(await heard('Fell in the kitchen and cannot get up the stairs.')).toContain('falls');
  expect(await heard('She came home on Monday, and cannot pay her heating.')).toContain('energy-bills');
});
