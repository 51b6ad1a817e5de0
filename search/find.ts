/** One search, from the words understood to an ordered list: ask the engine, weigh each hit, put them in order. */
import type {Atlas} from './atlas.ts';
import {rank, type Candidate} from './ranking.ts';
import {scopeOf, type Hit, type Question, type Retrieval, type Retriever} from './retriever.ts';
import {PAGE_SIZE, type SearchPlace, type SearchRequest} from './search-schema.ts';
import type {Understood} from './understand.ts';

/** How many hits are weighed at the most before a smaller ring is asked for what lies nearest. */
const WINDOW = 400;
/** With fewer matches than this for several words, words may be left out. */
const TOO_FEW = 1;

export interface Found {
  /** The question that gave the answer, for counting its variations. */
  question: Question;
  /** Numbers in order: all of them up to the end of the page asked for. */
  numbers: number[];
  total: number;
  facets: Retrieval['facets'];
}

export function questionFor(
  request: SearchRequest,
  place: SearchPlace | null,
  {words, needs}: Understood,
  atlas: Atlas,
): Question {
  return {
    words,
    needs,
    filters: request.filters,
    scope: scopeOf(atlas, place, request.within),
    isLenient: false,
    limit: WINDOW,
    withFacets: true,
  };
}

export async function find(
  retriever: Retriever,
  atlas: Atlas,
  request: SearchRequest,
  place: SearchPlace | null,
  understood: Understood,
  today: string,
): Promise<Found> {
  let question = questionFor(request, place, understood, atlas);
  let retrieval = await retriever.retrieve(question);
  if (retrieval.total < TOO_FEW && question.words.length > 1) {
    question = {...question, isLenient: true};
    retrieval = await retriever.retrieve(question);
  }
  const hits = new Map(retrieval.hits.map((hit) => [hit.number, hit]));
  for (const hit of await hitsBeyondWindow(retriever, atlas, request, place, question, retrieval)) {
    if (!hits.has(hit.number)) hits.set(hit.number, hit);
  }
  const weigh = (hit: Hit) => candidate(hit, atlas, place, question);
  const order = {sort: request.sort, within: request.within, hasPlace: place !== null, wants: understood.wants, today};
  const numbers = rank([...hits.values()].map(weigh), order).map(({number}) => number);

  if (numbers.length < Math.min(retrieval.total, request.page * PAGE_SIZE)) {
    // A page far down: everything that was not weighed, nearest first, after everything that was.
    const rest = (await retriever.numbers(question)).filter((number) => !hits.has(number));
    const unweighed = rest.map((number) => weigh({number, textScore: null}));
    numbers.push(...rank(unweighed, {...order, sort: place ? 'nearest' : order.sort}).map(({number}) => number));
  }
  return {question, numbers, total: retrieval.total, facets: retrieval.facets};
}

/** When more match than were weighed, the order may depend on some that were not: fetch those. */
async function hitsBeyondWindow(
  retriever: Retriever,
  atlas: Atlas,
  request: SearchRequest,
  place: SearchPlace | null,
  question: Question,
  {total, hits}: Retrieval,
): Promise<Hit[]> {
  if (total <= hits.length) return [];
  if (request.sort === 'checked') {
    return (await retriever.numbers(question)).map((number) => ({number, textScore: null}));
  }
  if (!place) return [];
  const wanted = request.sort === 'nearest' ? Math.max(WINDOW, request.page * PAGE_SIZE) : WINDOW;
  const farthest = request.within ?? 400;
  // Matches lie among all listings roughly evenly, so the ring is chosen by how many listings it would take.
  let listings = (wanted / total) * atlas.countWithin(place, farthest);
  for (;;) {
    const miles = ringHolding(atlas, place, listings, farthest);
    const ring = {...question, withFacets: false, limit: wanted * 4, scope: scopeOf(atlas, place, miles)};
    const found = await retriever.retrieve({...ring, scope: ring.scope && {...ring.scope, areas: []}});
    if (found.total >= wanted || miles >= farthest || request.sort === 'best') return found.hits;
    listings *= 2;
  }
}

/** The smallest of a row of ever wider rings that holds at least this many listings. */
function ringHolding(atlas: Atlas, place: SearchPlace, listings: number, farthest: number): number {
  for (let miles = 0.25; miles < farthest; miles *= 1.5) {
    if (atlas.countWithin(place, miles) >= listings) return miles;
  }
  return farthest;
}

function candidate(hit: Hit, atlas: Atlas, place: SearchPlace | null, {needs}: Question): Candidate {
  const entry = atlas.get(hit.number);
  let needRank: number | null = null;
  let needConfidence = 0;
  for (const need of needs) {
    const position = entry?.needs.indexOf(need.key) ?? -1;
    if (position >= 0 && need.confidence * (10 - position) > needConfidence * (10 - (needRank ?? 10))) {
      needRank = position;
      needConfidence = need.confidence;
    }
  }
  return {
    number: hit.number,
    textScore: hit.textScore,
    needRank,
    needConfidence,
    miles: place ? atlas.milesTo(hit.number, place) : null,
    coversHere: coversHere(entry?.covers ?? [], place),
    tokens: entry?.tokens ?? [],
    space: entry?.space ?? 'unknown',
    checkedOn: entry?.checkedOn ?? null,
  };
}

export const coversHere = (covers: string[], place: SearchPlace | null) =>
  place !== null && covers.some((area) => place.areas.includes(area));
