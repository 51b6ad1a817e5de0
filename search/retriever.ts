import type {Atlas, Cover} from './atlas.ts';
import type {Facet, FacetCount, Filters, SearchPlace} from './search-schema.ts';
import type {RecognisedNeed} from './understand.ts';

/** Where to look: listings with an address inside the circle, and those that cover any of the areas. Null: everywhere. */
export interface Scope {
  circle: {centre: SearchPlace; miles: number};
  cover: Cover;
  areas: string[];
}

/** A search as an engine is asked it. A listing matches when it has all the words, or answers one of the needs. */
export interface Question {
  words: string[];
  needs: RecognisedNeed[];
  filters: Filters;
  scope: Scope | null;
  /** Leave words out, commonest first, when not all of them match together. */
  isLenient: boolean;
  limit: number;
  withFacets: boolean;
}

export interface Hit {
  number: number;
  /** 0 to 1; null when it was not found by its words. */
  textScore: number | null;
}

export interface Retrieval {
  /** At most `limit` of each way of matching, in the engine's own order. */
  hits: Hit[];
  /** Exactly how many match. */
  total: number;
  facets: Partial<Record<Facet, FacetCount[]>>;
}

/** What both engines can do. Everything about order, pages and wording is built on this, once. */
export interface Retriever {
  name: 'meilisearch' | 'postgres';
  retrieve(question: Question): Promise<Retrieval>;
  /** How many listings each question matches. */
  count(questions: Question[]): Promise<number[]>;
  /** Numbers of all that match, in no order. */
  numbers(question: Question): Promise<number[]>;
  /** Listings whose name or type begins like `words`, best first. */
  startingWith(words: string, limit: number): Promise<number[]>;
}

export function scopeOf(atlas: Atlas, place: SearchPlace | null, within: number | null): Scope | null {
  if (!place || within === null) return null;
  return {circle: {centre: place, miles: within}, cover: atlas.cover(place, within), areas: place.areas};
}
