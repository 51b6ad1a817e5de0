/**
 * How well a listing's own words match what was asked, 0 to 1, the same whichever engine found it: the share of the asked words, weighed by how telling each is
 * (few listings have it), that the listing has, less for words that stand only in its summary or description. The idea is that of BM25F
 * (Robertson and Zaragoza 2009) without the counts: in texts this short a word said twice tells no more than one said once.
 */
import type {SynonymEntry} from './vocabulary.ts';
import {plainWords, rootOf, stemOf} from './words.ts';

/** What a word is worth by where it stands: name, keywords and kind, summary and names around it, description. */
export const FIELD_WORTH = [1, 0.95, 0.65, 0.4];
/** A word found through another that means the same, and one only begun. */
const BY_SYNONYM = 0.9;
const BY_PREFIX = 0.85;
const SHORTEST_PREFIX = 3;
/** Words that say little ('group') count this much of what their rarity would make them. */
const WEAK = 0.2;

/** The words of a listing as the database keeps them: see `listings.terms`. `texts` are in the order of FIELD_WORTH. */
export function termsOf(texts: string[][]): string[] {
  const best = new Map<string, number>();
  texts.forEach((field, place) => {
    for (const word of field.flatMap(plainWords)) {
      const stem = stemOf(word);
      if (!best.has(stem)) best.set(stem, place);
    }
  });
  return [...best].map(([stem, place]) => `${place}${stem}`);
}

/** Every stem that listings use, as small numbers, with how many listings use it. */
export class TermIndex {
  readonly #ids = new Map<string, number>();
  readonly #uses: number[] = [];
  /** Ids by the first letters of their stems. */
  readonly #beginnings = new Map<string, {stem: string; id: number}[]>();
  #rarities: {among: number; byId: Float64Array} | null = null;

  /** Packs terms into numbers (id × 4 + place), sorted. Counts them as in use. */
  pack(terms: string[]): Uint32Array {
    this.#rarities = null;
    const packed = new Uint32Array(terms.length);
    terms.forEach((term, index) => {
      const stem = term.slice(1);
      let id = this.#ids.get(stem);
      if (id === undefined) {
        id = this.#uses.length;
        this.#ids.set(stem, id);
        this.#uses.push(0);
        const start = stem.slice(0, SHORTEST_PREFIX);
        const alike = this.#beginnings.get(start);
        if (alike) alike.push({stem, id});
        else this.#beginnings.set(start, [{stem, id}]);
      }
      this.#uses[id]!++;
      packed[index] = id * 4 + Number(term[0]);
    });
    return packed.sort();
  }

  /** Takes a removed listing's terms out of the counts. */
  release(packed: Uint32Array): void {
    this.#rarities = null;
    for (const term of packed) this.#uses[term >> 2]!--;
  }

  idOf(stem: string): number | undefined {
    return this.#ids.get(stem);
  }

  /** How many stems there have ever been; ids are below it. */
  get size(): number {
    return this.#uses.length;
  }

  usesOf(id: number): number {
    return this.#uses[id]!;
  }

  /** How telling each stem is, by its id: ln(listings ÷ those that use it). Worked out anew once listings have changed. */
  rarities(listingCount: number): Float64Array {
    if (this.#rarities?.among !== listingCount) {
      const byId = Float64Array.from(this.#uses, (uses) => Math.log((1 + listingCount) / (1 + uses)));
      this.#rarities = {among: listingCount, byId};
    }
    return this.#rarities.byId;
  }

  /** Of stems that begin like this, in three letters or more. */
  idsBeginning(start: string): number[] {
    const alike = this.#beginnings.get(start.slice(0, SHORTEST_PREFIX)) ?? [];
    return alike.flatMap(({stem, id}) => (stem.startsWith(start) ? id : []));
  }
}

/** An id that stands for a word, and how well. */
interface WayToSay {
  id: number;
  worth: number;
}

interface AskedWord {
  word: string;
  weight: number;
  ways: WayToSay[];
}

/** `atLeast`: how far a word is answered without standing in the text, because of what the listing is for. */
export type TextMatch = (packed: Uint32Array, atLeast?: (word: string) => number) => number;

/** Prepares a match for these words, and for those that say little. `others` gives the words that a word also finds. */
export function makeTextMatch(
  words: string[],
  weakWords: string[],
  others: (word: string) => string[],
  index: TermIndex,
  listingCount: number,
): TextMatch {
  const asked: AskedWord[] = [...new Set([...words, ...weakWords])].map((word) => {
    const ways = waysFor(word, others(word), index);
    const uses = Math.max(0, ...ways.filter(({worth}) => worth > BY_PREFIX).map(({id}) => index.usesOf(id)));
    return {word, ways, weight: Math.log(1 + listingCount / (1 + uses)) * (words.includes(word) ? 1 : WEAK)};
  });
  const all = asked.reduce((sum, {weight}) => sum + weight, 0);
  return (packed, atLeast = () => 0) => {
    let found = 0;
    for (const {word, ways, weight} of asked) {
      let best = atLeast(word);
      for (const {id, worth} of ways) best = Math.max(best, worth * worthIn(packed, id));
      found += weight * best;
    }
    return all === 0 ? 0 : found / all;
  };
}

/** How much of the words a listing has, 0 to 1, wherever they stand in it, each weighed by how telling it is; and whether any listing has each of them. */
export function makeShareOfWords(
  words: string[],
  others: (word: string) => string[],
  index: TermIndex,
  listingCount: number,
): {shareOf: (packed: Uint32Array) => number; areKnown: boolean} {
  const asked = [...new Set(words)].map((word) => {
    const ids = waysFor(word, others(word), index).map(({id}) => id);
    const uses = Math.max(0, ...ids.map((id) => index.usesOf(id)));
    return {ids, uses, weight: Math.log(1 + listingCount / (1 + uses))};
  });
  const all = asked.reduce((sum, {weight}) => sum + weight, 0);
  const has = (packed: Uint32Array, ids: number[]) => ids.some((id) => worthIn(packed, id) > 0);
  return {
    shareOf: (packed) => asked.reduce((sum, {ids, weight}) => sum + (has(packed, ids) ? weight / all : 0), 0),
    areKnown: asked.every(({uses}) => uses > 0),
  };
}

/** The ids that stand for a word: itself, its root, other words for it, or what it begins. */
export function waysFor(word: string, others: string[], index: TermIndex): WayToSay[] {
  const ways = new Map<number, number>();
  const add = (stem: string, worth: number) => {
    const id = index.idOf(stem);
    if (id !== undefined) ways.set(id, Math.max(worth, ways.get(id) ?? 0));
  };
  add(stemOf(word), 1);
  add(rootOf(word), BY_SYNONYM);
  for (const other of others) add(stemOf(other), BY_SYNONYM);
  if (ways.size === 0 && word.length >= SHORTEST_PREFIX) {
    for (const id of index.idsBeginning(word)) ways.set(id, BY_PREFIX);
  }
  return [...ways].map(([id, worth]) => ({id, worth}));
}

function worthIn(packed: Uint32Array, id: number): number {
  let low = 0;
  let high = packed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (packed[middle]! < id * 4) low = middle + 1;
    else high = middle;
  }
  const term = packed[low];
  return term !== undefined && term >> 2 === id ? FIELD_WORTH[term & 3]! : 0;
}

/** Whether a listing's name holds every one of two or more words: then it is most likely the one that was meant. */
export function makeIsNamed(words: string[], index: TermIndex): (packed: Uint32Array) => boolean {
  const ids = [...new Set(words.map((word) => index.idOf(stemOf(word))))];
  if (ids.length < 2 || ids.includes(undefined)) return () => false;
  return (packed) => ids.every((id) => worthIn(packed, id!) === FIELD_WORTH[0]);
}

/** For each word, the single words it also finds. */
export function makeOthers(synonyms: SynonymEntry[]): (word: string) => string[] {
  const table = new Map<string, Set<string>>();
  for (const {words, alsoFind} of synonyms) {
    for (const word of words) {
      const single = plainWords(word);
      if (single.length !== 1) continue;
      const key = stemOf(single[0]!);
      const set = table.get(key) ?? table.set(key, new Set()).get(key)!;
      for (const other of (alsoFind.length > 0 ? alsoFind : words).map(plainWords))
        if (other.length === 1) set.add(other[0]!);
    }
  }
  return (word) => [...(table.get(stemOf(word)) ?? [])];
}
