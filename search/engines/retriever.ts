import type {Atlas} from '../atlas/atlas.ts';
import {unite, type Bits} from '../atlas/bits.ts';
import type {Cover} from '../atlas/cell-index.ts';
import {frameOf, milesAround} from '../atlas/frame.ts';
import type {Facets, Filters, MapBounds, SearchPlace, SearchRequest} from '../search-schema.ts';

/** Where to look: listings with an address inside the circle (and the frame, where what a map showed is searched), and those that cover any of the areas. Null: everywhere. */
export interface Scope {
  circle: {centre: SearchPlace; miles: number; frame?: MapBounds | null};
  /** Worked out when it is first needed. */
  cover: () => Cover;
  areas: string[];
  /** Everything within it; not to be changed. */
  bits: () => Bits;
}

/**
 * A search as an engine is asked it. A listing matches when it has all the words, or has one of the tokens in `answers` (a need or a kind of service that was
 * recognised), or is one of `numbers` (already found by some of the words). With none of the three, everything matches.
 */
export interface Question {
  words: string[];
  /** The words just as they are: no slip of the pen allowed for, nothing begun, no other word for them. */
  isExact: boolean;
  answers: string[];
  numbers: number[];
  /** Tokens that the words lean to without being sure, the surest first: for filling a page, and nothing that an engine looks at. */
  leansTo: string[];
  filters: Filters;
  scope: Scope | null;
  /** Of many matches the best and the nearest are wanted as hits, or the nearest alone. */
  prefer: 'best' | 'nearest';
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
  /** How many of them have all the words. */
  totalByWords: number;
  /** The counts beside the filters, as far as they were asked for: counted here only once they are wanted. */
  facets: () => Facets;
  /** Whether the hits hold those of the scope that are nearest to its middle, however many match. */
  hasNearest: boolean;
}

/** What both engines can do. Everything about order, pages and wording is built on this, once. */
export interface Retriever {
  name: 'meilisearch' | 'postgres';
  retrieve(question: Question): Promise<Retrieval>;
  /** Numbers of all that match, in no order. */
  numbers(question: Question): Promise<number[]>;
  /** Listings whose name or type begins like `words`, best first. */
  startingWith(words: string, limit: number): Promise<number[]>;
}

export function scopeOf(
  atlas: Atlas,
  place: SearchPlace | null,
  request: Pick<SearchRequest, 'near' | 'within' | 'frame'>,
): Scope | null {
  if (!place) return null;
  const frame = frameOf(request);
  if (frame) return makeScope(atlas, {centre: place, miles: milesAround(frame, place), frame}, place.areas);
  const {within} = request;
  if (within === null) return null;
  return makeScope(atlas, {centre: place, miles: within}, place.areas);
}

export function makeScope(atlas: Atlas, circle: Scope['circle'], areas: string[]): Scope {
  let cover: Cover | undefined;
  let bits: Bits | undefined;
  const covering = areas.map((area) => `covers:${area}`);
  return {
    circle,
    areas,
    cover: () => (cover ??= atlas.cells.cover(circle.centre, circle.miles, circle.frame)),
    bits: () =>
      (bits ??= unite(atlas.tokens.anyOf(covering), atlas.bitsWithin(circle.centre, circle.miles, circle.frame))),
  };
}
