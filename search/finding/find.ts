/** One search, from the words understood to an ordered list: ask the engine, weigh each hit, put them in order. */
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, intersect} from '../atlas/bits.ts';
import {makeLikeness} from '../ordering/likeness.ts';
import type {Candidate} from '../ordering/candidate.ts';
import {makeCandidates} from './make-candidates.ts';
import {rank} from '../ordering/ranking.ts';
import {
  makeScope,
  scopeOf,
  type Hit,
  type Question,
  type Retrieval,
  type Retriever,
  type Scope,
} from '../engines/retriever.ts';
import {areFew, isExact, PAGE_SIZE, type Facets, type SearchPlace, type SearchRequest} from '../search-schema.ts';
import {othersAmong, type AskedForParts} from './asked-for.ts';
import {isFiltered, leaningTokens, leaningTopics} from './fill-page.ts';
import {retrieveWidely, type WideParts} from './retrieve-widely.ts';
import {ageWants, type Want} from '../understanding/wants.ts';
import {makeIsNamed, makeTextMatch} from '../understanding/terms.ts';
import type {Recognised, Understood} from '../understanding/understood.ts';

/** How many hits are weighed at the most before a smaller ring is asked for what lies nearest. */
export const WINDOW = 240;
/** A kind of service this surely meant is named by the words, and no single listing is. */
const SURE_OF_KIND = 0.95;
/** From this many of a kind on, what only has its words is left out. */
const PLENTY = 9;
const NO_TERMS = new Uint32Array();

interface Found {
  /** What was weighed, in order. */
  candidates: Candidate[];
  /** The question that gave the answer, for counting its variations. */
  question: Question;
  /** Numbers in order: all of them up to the end of the page asked for. */
  numbers: number[];
  total: number;
  /** Those that are not what was asked for, yet may help: they stand last where little is. */
  others: Set<number>;
  facets: Facets;
}

export function questionFor(
  request: SearchRequest,
  place: SearchPlace | null,
  {words, needs, types, audiences, isGuess, leaning}: Understood,
  {atlas, usualKinds}: Pick<FindParts, 'atlas' | 'usualKinds'>,
): Question {
  // Filters say more than a guess does: it orders what passes them, and hides nothing.
  const isOpen = isGuess && isFiltered(request);
  const topics = isOpen ? [] : [...needs.map((need) => `need:${need.key}`), ...types.map((type) => `type:${type.key}`)];
  const scope = scopeOf(atlas, place, request);
  return {
    words: !isExact(request) && namesManyOf(types, words, needs, scope, atlas) ? [] : words,
    isExact: isExact(request),
    answers: words.length + topics.length > 0 ? topics : audiences,
    numbers: [],
    leansTo: isExact(request) || request.q === '' ? [] : leaningTokens(leaning, usualKinds, topics),
    filters: request.filters,
    scope,
    prefer: request.sort === 'nearest' ? 'nearest' : 'best',
    limit: windowOf(request),
    withFacets: true,
  };
}

/**
 * Whether the words say just the name of a kind of service of which there are plenty ('walking group'): then whatever else has one of the words
 * somewhere would only make a long tail. It does not look at filters, so that the number beside a filter is what choosing it gives.
 */
function namesManyOf(
  types: Recognised[],
  words: string[],
  needs: Recognised[],
  scope: Scope | null,
  atlas: Atlas,
): boolean {
  const named = types.filter(({confidence}) => confidence > SURE_OF_KIND);
  if (needs.length > 0 || !words.every((word) => named.some(({standsFor}) => standsFor.get(word) === 1))) return false;
  const found = atlas.tokens.anyOf(named.map(({key}) => `type:${key}`));
  return named.length > 0 && countOf(scope ? intersect(found, scope.bits()) : found) >= PLENTY;
}

/** What an order needs to know beside the hits. */
export interface FindParts extends WideParts, AskedForParts {
  /** Kinds of service that usually answer a need. */
  usualKinds: Map<string, Set<string>>;
  today: string;
  /** Where nobody looks at the counts beside the filters, they are not counted. */
  withoutFacets?: boolean;
}

export async function find(
  {retriever, atlas, usualKinds, others, pastimes, today, withoutFacets = false}: FindParts,
  request: SearchRequest,
  place: SearchPlace | null,
  understoodWords: Understood,
): Promise<Found> {
  const understood = {...understoodWords, needs: [...understoodWords.needs, ...needsChosen(request)]};
  const asked = {...questionFor(request, place, understoodWords, {atlas, usualKinds}), withFacets: !withoutFacets};
  const {question, retrieval, fillers, withAllWords} = await retrieveWidely({retriever, atlas, others}, asked);
  const besides = othersAmong({atlas, others, pastimes}, asked, {retrieval, fillers, withAllWords});
  const hits = new Map(retrieval.hits.map((hit) => [hit.number, hit]));
  for (const hit of await hitsBeyondWindow(retriever, atlas, request, place, question, retrieval)) {
    if (!hits.has(hit.number)) hits.set(hit.number, hit);
  }
  const textMatch = makeTextMatch(understood.words, understood.weakWords, others, atlas.terms, atlas.size);
  // 'Lunch club' names a kind, not the one listing that is called so.
  const isOfKind = understood.types.some(({confidence}) => confidence > SURE_OF_KIND);
  const isNamed = makeIsNamed(isOfKind ? [] : [...understood.words, ...understood.weakWords], atlas.terms);
  const leant = {...understood, ...leaningTopics(understood.leaning, usualKinds)};
  const candidateFrom = makeCandidates({atlas, place, usualKinds, textMatch, isNamed});
  const weigh = (hit: Hit): Candidate => {
    const isFiller = fillers.has(hit.number);
    return candidateFrom(hit, isFiller ? leant : understood, isFiller);
  };
  const order = {
    sort: request.sort,
    within: request.within,
    hasPlace: place !== null,
    wants: [...understood.wants, ...agesWanted(request), ...audiencesWanted(request)],
    wordCount: understood.words.length,
    hasTopic: understood.needs.length + understood.types.length + fillers.size > 0,
    isSentence: understood.isSentence,
    isTrouble: understood.isTrouble,
    turns: understood.turns,
    today,
  };
  const termsOf = ({number}: Candidate) => atlas.get(number)?.terms ?? NO_TERMS;
  const likenessTo = (first: Candidate[]) => {
    const likeness = makeLikeness(first.map(termsOf), atlas.terms, atlas.size);
    return (one: Candidate) => likeness(termsOf(one));
  };
  const candidates = rank([...hits.values()].map(weigh), order, likenessTo);
  const standsLast = areFew({total: retrieval.total, others: besides}) ? besides : new Set<number>();
  const [first, last] = [false, true].map((isLast) =>
    candidates.flatMap(({number}) => (standsLast.has(number) === isLast ? number : [])),
  );
  const numbers = [...first!, ...last!];

  if (numbers.length < Math.min(retrieval.total, request.page * PAGE_SIZE)) {
    // A page far down: everything that was not weighed, nearest first, after everything that was.
    const rest = (await retriever.numbers(question)).filter((number) => !hits.has(number));
    const unweighed = rest.map((number) => weigh({number, textScore: null}));
    numbers.push(
      ...rank(unweighed, {...order, sort: place ? 'nearest' : order.sort}, likenessTo).map(({number}) => number),
    );
  }
  return {
    candidates,
    question,
    numbers,
    total: retrieval.total,
    others: besides,
    facets: withoutFacets ? {} : retrieval.facets(),
  };
}

/** A filter for a need finds what has it; what is mainly for it comes first. */
const needsChosen = ({filters}: SearchRequest): Recognised[] =>
  (filters.need ?? []).map((key) => ({key, confidence: 1, standsFor: new Map()}));

/** A filter for an age is also a wish: what is meant for that age comes before what is for everyone. */
const agesWanted = ({filters}: SearchRequest): Want[] => (filters.age?.length ? ageWants(...filters.age) : []);

/** A filter for an audience names it. */
const audiencesWanted = ({filters}: SearchRequest): Want[] =>
  filters.audience?.length ? [{anyOf: filters.audience.map((key) => `audience:${key}`), isAge: false}] : [];

/** How many hits are weighed: in order of distance at least up to the end of the page. */
const windowOf = ({sort, page}: Pick<SearchRequest, 'sort' | 'page'>): number =>
  sort === 'nearest' ? Math.max(WINDOW, page * PAGE_SIZE) : WINDOW;

/** When more match than were weighed, the order may depend on some that were not: fetch those. */
async function hitsBeyondWindow(
  retriever: Retriever,
  atlas: Atlas,
  request: SearchRequest,
  place: SearchPlace | null,
  question: Question,
  {total, hits, hasNearest}: Retrieval,
): Promise<Hit[]> {
  if (total <= hits.length || (hasNearest && request.sort !== 'checked')) return [];
  if (request.sort === 'checked') {
    return (await retriever.numbers(question)).map((number) => ({number, textScore: null}));
  }
  if (!place) return [];
  const wanted = windowOf(request);
  const {miles: farthest, frame} = question.scope?.circle ?? {miles: 400};
  // Matches lie among all listings roughly evenly, so the ring is chosen by how many listings it would take.
  let listings = (wanted / total) * atlas.cells.countWithin(place, farthest);
  for (;;) {
    const miles = ringHolding(atlas, place, listings, farthest);
    const scope = makeScope(atlas, {centre: place, miles, frame}, []);
    const found = await retriever.retrieve({...question, withFacets: false, limit: wanted * 4, scope});
    if (found.total >= wanted || miles >= farthest || request.sort === 'best') return found.hits;
    listings *= 2;
  }
}

/** The smallest of a row of ever wider rings that holds at least this many listings. */
function ringHolding(atlas: Atlas, place: SearchPlace, listings: number, farthest: number): number {
  for (let miles = 0.25; miles < farthest; miles *= 1.5) {
    if (atlas.cells.countWithin(place, miles) >= listings) return miles;
  }
  return farthest;
}
