/**
 * Which listings have which filter value, as bits: what the engine would have to look up listing by listing is here a matter of putting sets
 * together. Every listing has a place in the sets, given back when it goes. At 100,000 listings and 600 values about 8 megabytes.
 */
import {countInBoth, countOf, each, has, put, roomIn, takeOut, type Bits} from './bits.ts';
import {TokenRows} from './token-rows.ts';

const FIRST_ROOM = 32 * 32;
/** Going through the tokens of one listing takes about as long as putting this many words of two sets together. */
const LISTING_IN_WORDS = 100;

interface Token {
  id: number;
  bits: Bits;
}

export class TokenIndex {
  readonly #places = new Map<number, number>();
  readonly #numbers: number[] = [];
  readonly #free: number[] = [];
  /** By facet ('need'), then by token ('need:loneliness'). */
  readonly #byFacet = new Map<string, Map<string, Token>>();
  readonly #rows = new TokenRows();
  #tokens = 0;
  #all: Bits = new Uint32Array(FIRST_ROOM / 32);

  /** Gives the listing a place among the bits. */
  add(number: number, tokens: Iterable<string>): number {
    const place = this.#free.pop() ?? this.#numbers.length;
    this.#places.set(number, place);
    this.#numbers[place] = number;
    if (place >= roomIn(this.#all)) this.#grow();
    put(this.#all, place);
    const own = Array.from(new Set(tokens), (token) => this.#tokenFor(token));
    for (const {bits} of own) put(bits, place);
    this.#rows.put(
      place,
      own.map(({id}) => id),
    );
    return place;
  }

  /** Returns the place that the listing had; -1 for one that is not known. */
  remove(number: number, tokens: Iterable<string>): number {
    const place = this.#places.get(number);
    if (place === undefined) return -1;
    this.#places.delete(number);
    this.#free.push(place);
    takeOut(this.#all, place);
    for (const token of tokens) {
      const bits = this.#of(token);
      if (bits) takeOut(bits, place);
    }
    return place;
  }

  /** A new, empty set. */
  none(): Bits {
    return new Uint32Array(this.#all.length);
  }

  /** A new set of all listings. */
  all(): Bits {
    return this.#all.slice();
  }

  /** A new set of those that have any of the tokens. */
  anyOf(tokens: Iterable<string>): Bits {
    const found = this.none();
    for (const token of tokens) {
      const bits = this.#of(token);
      if (bits) for (let at = 0; at < found.length; at++) found[at]! |= bits[at]!;
    }
    return found;
  }

  /** A new set of these listings, as far as they are known. */
  these(numbers: Iterable<number>): Bits {
    const found = this.none();
    for (const number of numbers) {
      const place = this.#places.get(number);
      if (place !== undefined) put(found, place);
    }
    return found;
  }

  /** All tokens of a facet, in the order of their values, the highest first. */
  valuesOf(facet: string): string[] {
    return [...(this.#byFacet.get(facet)?.keys() ?? [])].sort().reverse();
  }

  /** Puts up to `most` of `from` that are not in `to` yet into it. Returns how many. */
  moveSome(from: Bits, to: Bits, most: number): number {
    let moved = 0;
    each(from, (place) => {
      if (moved === most || has(to, place)) return;
      put(to, place);
      moved++;
    });
    return moved;
  }

  numbersIn(bits: Bits): number[] {
    const numbers: number[] = [];
    each(bits, (place) => numbers.push(this.#numbers[place]!));
    return numbers;
  }

  numberAt(place: number): number {
    return this.#numbers[place]!;
  }

  placeOf(number: number): number | undefined {
    return this.#places.get(number);
  }

  /** How many of `bits` have each token of these facets; those that none has are left out. Few are counted listing by listing, many set by set. */
  countTokens(bits: Bits, facets: Iterable<string>): Record<string, number> {
    const asked = Array.from(facets, (facet) => [...(this.#byFacet.get(facet) ?? [])]).flat();
    const isFew = countOf(bits) * LISTING_IN_WORDS < asked.length * bits.length;
    const byId = isFew ? this.#rows.counts(bits, this.#tokens) : null;
    const counts: Record<string, number> = {};
    for (const [token, {id, bits: own}] of asked) {
      const count = byId ? byId[id]! : countInBoth(bits, own);
      if (count > 0) counts[token] = count;
    }
    return counts;
  }

  #tokenFor(token: string): Token {
    const facet = facetOf(token);
    const ofFacet = this.#byFacet.get(facet) ?? this.#byFacet.set(facet, new Map()).get(facet)!;
    let own = ofFacet.get(token);
    if (!own) ofFacet.set(token, (own = {id: this.#tokens++, bits: this.none()}));
    return own;
  }

  #of(token: string): Bits | undefined {
    return this.#byFacet.get(facetOf(token))?.get(token)?.bits;
  }

  #grow(): void {
    const longer = (bits: Bits) => {
      const grown = new Uint32Array(bits.length * 2);
      grown.set(bits);
      return grown;
    };
    this.#all = longer(this.#all);
    for (const ofFacet of this.#byFacet.values()) for (const token of ofFacet.values()) token.bits = longer(token.bits);
  }
}

const facetOf = (token: string): string => token.slice(0, token.indexOf(':'));
