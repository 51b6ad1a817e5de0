/**
 * The tokens of each listing by their ids, one row after another in one array: going through thousands of them is ten times faster than through as many
 * arrays of their own.
 */
import {each, type Bits} from './bits.ts';

const FIRST_ROOM = 1024;

export class TokenRows {
  #ids = new Uint32Array(FIRST_ROOM);
  #end = 0;
  /** By place: where its row begins, how long it is, and how long it may be where it stands. */
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #rooms: number[] = [];

  /** The row of a place from now on. One that has become too long for where it stood goes to the end. */
  put(place: number, ids: number[]): void {
    if (ids.length > (this.#rooms[place] ?? -1)) {
      this.#starts[place] = this.#end;
      this.#rooms[place] = ids.length;
      this.#end += ids.length;
      if (this.#end > this.#ids.length) this.#grow();
    }
    this.#ids.set(ids, this.#starts[place]);
    this.#lengths[place] = ids.length;
  }

  /** How many of `bits` have each token, by its id. `count` is how many ids there are. */
  counts(bits: Bits, count: number): Uint32Array {
    const counts = new Uint32Array(count);
    const [ids, starts, lengths] = [this.#ids, this.#starts, this.#lengths];
    each(bits, (place) => {
      const end = starts[place]! + lengths[place]!;
      for (let at = starts[place]!; at < end; at++) counts[ids[at]!]!++;
    });
    return counts;
  }

  #grow(): void {
    const longer = new Uint32Array(this.#end * 2);
    longer.set(this.#ids);
    this.#ids = longer;
  }
}
