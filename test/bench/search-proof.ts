/** Proves every circle against the plain way to work it out: the distance to each place of each listing, one by one. */
import type {ISql, Sql} from '../../db/client.ts';
import {Atlas} from '../../search/atlas/atlas.ts';
import {todayInLondon} from '../../search/create-search.ts';
import type {SearchEngine} from '../../search/engines/engine.ts';
import {clausesOf} from '../../search/engines/filter-plan.ts';
import {find} from '../../search/finding/find.ts';
import {partsFrom} from '../../search/finding/parts-from.ts';
import {meiliRetriever} from '../../search/engines/meili-retriever.ts';
import type {Question} from '../../search/engines/retriever.ts';
import {makeUnderstand} from '../../search/understanding/understand.ts';
import {loadVocabulary} from '../../search/understanding/vocabulary.ts';
import type {RecordedSearch} from './search-recording.ts';

interface Listing {
  number: number;
  latitudes: number[];
  longitudes: number[];
  tokens: string[];
  covers: string[];
}

export interface Proof {
  /** Different searches with a place and a distance. */
  circles: number;
  /** What did not agree, in words. */
  faults: string[];
}

/**
 * For each search with a circle, the whole set of numbers found (as the map asks for it) must be those that match and that lie within the distance or
 * cover the place; and the total on the page must be their count. What matches is what the same question finds anywhere; where no words are looked for it is worked
 * out here as well, from what each listing can be filtered by, so that neither the engine nor the search side has a say in it.
 */
export async function proveCircles(sql: Sql, engine: SearchEngine, recorded: RecordedSearch[]): Promise<Proof> {
  const listings = await readAll(sql);
  const vocabulary = await loadVocabulary(sql);
  const understand = makeUnderstand(vocabulary);
  const atlas = new Atlas();
  await atlas.refresh(sql);
  const parts = {atlas, ...partsFrom(vocabulary), today: todayInLondon()};
  const proof: Proof = {circles: 0, faults: []};
  const done = new Set<string>();
  for (const {params, request, place, answer} of recorded) {
    const {within, q, filters} = request;
    if (!place || within === null) continue;
    // The set is the same whatever the order and the page.
    const asked = JSON.stringify([q, filters, place, within]);
    if (done.has(asked)) continue;
    done.add(asked);
    // One for each search, as the site has it: what it has asked it knows, and must not know of another.
    const retriever = meiliRetriever(engine, atlas, parts.others);
    const {question} = await find({...parts, retriever}, {...request, sort: 'best', page: 1}, place, understand(q));
    const found = await retriever.numbers(question);
    const matching =
      question.words.length > 0
        ? new Set(await meiliRetriever(engine, atlas, parts.others).numbers({...question, scope: null}))
        : new Set(listings.filter((listing) => matches(listing, question)).map(({number}) => number));
    const expected = new Set(
      listings
        .filter(({covers}) => covers.some((area) => place.areas.includes(area)))
        .concat(listings.filter((listing) => liesWithin(listing, place, within)))
        .map(({number}) => number)
        .filter((number) => matching.has(number)),
    );
    proof.circles++;
    if (
      found.length !== expected.size ||
      !found.every((number) => expected.has(number)) ||
      new Set(found).size !== found.length
    ) {
      proof.faults.push(`${params}: ${found.length} found, ${expected.size} expected`);
    }
    if (answer.total !== expected.size)
      proof.faults.push(`${params}: total ${answer.total}, ${expected.size} expected`);
  }
  return proof;
}

function matches({number, tokens}: Listing, {answers, numbers, filters}: Question): boolean {
  const isMeant =
    answers.length + numbers.length === 0 ||
    numbers.includes(number) ||
    answers.some((answer) => tokens.includes(answer));
  return isMeant && clausesOf(filters).every(({anyOf}) => anyOf.some((token) => tokens.includes(token)));
}

async function readAll(sql: ISql): Promise<Listing[]> {
  return sql<Listing[]>`
    select number, latitudes, longitudes, tokens, array(select jsonb_array_elements_text(document -> 'covers')) as covers
    from listings
    where is_listed
  `;
}

function liesWithin({latitudes, longitudes}: Listing, from: {latitude: number; longitude: number}, miles: number) {
  return latitudes.some((latitude, index) => haversineKm(from, latitude, longitudes[index]!) <= miles * 1.609344);
}

/** Written here once more, in kilometres and with the arc tangent, so that a mistake in the one the site uses would show. */
function haversineKm(from: {latitude: number; longitude: number}, latitude: number, longitude: number): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((latitude - from.latitude) * radians) / 2) ** 2 +
    Math.cos(from.latitude * radians) *
      Math.cos(latitude * radians) *
      Math.sin(((longitude - from.longitude) * radians) / 2) ** 2;
  return 2 * 6371.0088 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a));
}
