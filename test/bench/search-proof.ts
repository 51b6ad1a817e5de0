/** Proves every circle against the plain way to work it out: the distance to each place of each listing, one by one. */
import type {ISql} from '../../db/client.ts';
import type {Exchange, EngineAccess, RecordedSearch, RecordingSearch} from './search-recording.ts';

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
 * For each search with a circle, the whole set of numbers found (the map asks for it) must be those that the same
 * question matches anywhere and that lie within the distance or cover the place; and the total must be their count.
 * Where there are neither words nor filters, what matches anywhere is every listing, so the engine has no say in it at all.
 */
export async function proveCircles(
  sql: ISql,
  access: EngineAccess,
  {search, exchanges}: RecordingSearch,
  recorded: RecordedSearch[],
): Promise<Proof> {
  const listings = await readAll(sql);
  const proof: Proof = {circles: 0, faults: []};
  const done = new Set<string>();
  for (const {params, request, place, answer} of recorded) {
    const {within, q, filters} = request;
    if (!place || within === null) continue;
    const near = listings
      .filter(
        (listing) => liesWithin(listing, place, within) || listing.covers.some((area) => place.areas.includes(area)),
      )
      .map(({number}) => number);
    // The map is the same whatever the order and the page, and is kept for a while.
    const question = JSON.stringify([q, filters, place, within]);
    if (done.has(question)) continue;
    done.add(question);
    exchanges();
    await search.map({...request, sort: 'best', page: 1}, place, {zoom: 10});
    const whole = exchanges().at(-1)!;
    const found = numbersOf(whole);
    const matching = q || Object.keys(filters).length > 0 ? new Set(numbersOf(await anywhere(access, whole))) : null;
    const expected = new Set(near.filter((number) => !matching || matching.has(number)));
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

async function readAll(sql: ISql): Promise<Listing[]> {
  return sql<Listing[]>`
    select number, latitudes, longitudes, tokens, array(select jsonb_array_elements_text(document -> 'covers')) as covers
    from listings
    where is_listed
  `;
}

const numbersOf = ({results}: Exchange) => results.flatMap(({hits}) => hits.map(({number}) => number));

/** The same question without its circle, which is always the last of its conditions. */
async function anywhere({url, key}: EngineAccess, {body}: Exchange): Promise<Exchange> {
  const {queries} = JSON.parse(body) as {queries: {filter: string[]}[]};
  const without = {queries: queries.map((query) => ({...query, filter: query.filter.slice(0, -1)}))};
  const answer = await fetch(`${url}/multi-search`, {
    method: 'POST',
    headers: {authorization: `Bearer ${key}`, 'content-type': 'application/json', 'accept-encoding': 'identity'},
    body: JSON.stringify(without),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return {body, results: ((await answer.json()) as Exchange).results};
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
