import {put, type Bits} from './bits.ts';

/** For each stem the listings that have it: the other way round than the atlas keeps them, for finding listings by a few of their words. */
export class Postings {
  /** By the stem's number: place × 4 + where in the listing it stands, as many as `#counts` says. Four bytes for each word of each listing. */
  readonly #lists: Uint32Array[] = [];
  readonly #counts: number[] = [];

  /** Adds a listing by its place among the bits, with its words as `TermIndex.pack` gives them. */
  add(place: number, terms: Uint32Array): void {
    for (let at = 0; at < terms.length; at++) {
      const id = terms[at]! >>> 2;
      const count = this.#counts[id] ?? 0;
      let list = this.#lists[id];
      if (!list || count === list.length) {
        const longer = new Uint32Array(Math.max(2, Math.ceil(count * 1.5)));
        if (list) longer.set(list);
        this.#lists[id] = list = longer;
      }
      list[count] = place * 4 + (terms[at]! & 3);
      this.#counts[id] = count + 1;
    }
  }

  remove(place: number, terms: Uint32Array): void {
    for (let at = 0; at < terms.length; at++) {
      const id = terms[at]! >>> 2;
      const list = this.#lists[id]!;
      const index = list.indexOf(place * 4 + (terms[at]! & 3));
      if (index < 0) continue;
      // The last moves up into the gap.
      const last = --this.#counts[id]!;
      list[index] = list[last]!;
      list[last] = 0xffffffff;
    }
  }

  /** The listings with a stem: place × 4 + where in the listing it stands. Not to be changed. */
  of(id: number): Uint32Array {
    return this.#lists[id]?.subarray(0, this.#counts[id]) ?? NOBODY;
  }

  /** Adds to `bits` the listings that have any of these stems. */
  mark(bits: Bits, ids: readonly number[]): Bits {
    for (const id of ids) for (const posting of this.of(id)) put(bits, posting >>> 2);
    return bits;
  }
}

const NOBODY = new Uint32Array();
