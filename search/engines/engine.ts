import {Meilisearch, type Index, type RecordAny, type Settings} from 'meilisearch';
import {engineHttp} from './engine-http.ts';
import type {Vocabulary} from '../understanding/vocabulary.ts';

/** What the engine holds of a listing: the words to search, the names to filter on, and a hash to tell whether it is up to date. */
export interface EngineDocument {
  number: number;
  hash: string;
  name: string;
  types: string[];
  keywords: string[];
  needs: string[];
  audiences: string[];
  organisation: string;
  summary: string;
  places: string[];
  description: string;
  tokens: string[];
  cells: string[];
  covers: string[];
  /** Breaks ties, higher first: fresh, with space, checked. 0 to 100. */
  quality: number;
}

export interface SearchEngine {
  client: Meilisearch;
  listings: Index<EngineDocument>;
  /** Index uid prefix, so that several deployments or tests share one engine. */
  prefix: string;
  /** How many milliseconds an answer may take before PostgreSQL answers in its place. */
  patienceMs: number;
}

/** Connects lazily: nothing is sent until the first request. */
export function connectMeili({
  url,
  key,
  prefix,
  patienceMs = 800,
}: {
  url: string;
  key?: string | undefined;
  prefix: string;
  patienceMs?: number;
}): SearchEngine {
  const client = new Meilisearch({
    host: url,
    ...(key ? {apiKey: key} : {}),
    httpClient: engineHttp(),
    // Our client takes answers as they come; between two processes side by side nothing is gained by compressing.
    requestInit: {headers: {'accept-encoding': 'identity'}},
  });
  return {
    client,
    listings: client.index<RecordAny & EngineDocument>(`${prefix}listings`) as Index<EngineDocument>,
    prefix,
    patienceMs,
  };
}

/** How many different values of one attribute the engine counts, and so the most listings it can name by counting numbers. */
export const MOST_FACET_VALUES = 10_000;

const equalityOnly = {facetSearch: false, filter: {equality: true, comparison: false}};

/** Settings of the listings index. Searchable attributes are in order of weight; synonyms come from the vocabulary. */
export function listingsSettings(vocabulary: Pick<Vocabulary, 'synonyms'>): Settings {
  return {
    searchableAttributes: [
      'name',
      'types',
      'keywords',
      'needs',
      'audiences',
      'organisation',
      'summary',
      'places',
      'description',
    ],
    filterableAttributes: [{attributePatterns: ['tokens', 'cells', 'covers', 'number'], features: equalityOnly}],
    sortableAttributes: [],
    displayedAttributes: ['number', 'hash'],
    rankingRules: ['words', 'typo', 'attribute', 'proximity', 'exactness', 'quality:desc'],
    proximityPrecision: 'byAttribute',
    typoTolerance: {minWordSizeForTypos: {oneTypo: 4, twoTypos: 8}, disableOnNumbers: true},
    synonyms: meiliSynonyms(vocabulary.synonyms),
    faceting: {maxValuesPerFacet: MOST_FACET_VALUES},
    pagination: {maxTotalHits: 2_000_000},
    searchCutoffMs: 700,
  };
}

/** Our two kinds of synonym as the engine's one-way table. */
function meiliSynonyms(entries: Vocabulary['synonyms']): Record<string, string[]> {
  const table = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    if (from === to) return;
    if (!table.has(from)) table.set(from, new Set());
    table.get(from)!.add(to);
  };
  for (const {words, alsoFind} of entries) {
    for (const word of words) for (const other of alsoFind.length > 0 ? alsoFind : words) add(word, other);
  }
  return Object.fromEntries([...table].map(([word, others]) => [word, [...others]]));
}
