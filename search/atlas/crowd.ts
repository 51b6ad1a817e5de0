import {put, type Bits} from './bits.ts';
import type {LatLng} from './distance.ts';

/** Whether something is so of a place. */
export type Holds = (latitude: number, longitude: number) => boolean;

/** The places of one cell, side by side in memory: going through thousands of listings one object after another is ten times slower. */
export class Crowd {
  readonly numbers: number[] = [];
  /** Where each stands among the bits of the token index. */
  readonly #places: number[] = [];
  readonly #latitudes: number[] = [];
  readonly #longitudes: number[] = [];

  get size(): number {
    return this.numbers.length;
  }

  add(number: number, place: number, {latitude, longitude}: LatLng): void {
    this.numbers.push(number);
    this.#places.push(place);
    this.#latitudes.push(latitude);
    this.#longitudes.push(longitude);
  }

  /** Takes out one place of this listing; the last of the crowd moves up into the gap. */
  remove(number: number): void {
    const at = this.numbers.indexOf(number);
    if (at < 0) return;
    for (const list of [this.numbers, this.#places, this.#latitudes, this.#longitudes]) {
      const last = list.pop()!;
      if (at < list.length) list[at] = last;
    }
  }

  /** Marks all of them in `bits`, or those for whose place `holds` is true. */
  mark(bits: Bits, holds?: Holds): void {
    for (let at = 0; at < this.numbers.length; at++) {
      if (holds && !holds(this.#latitudes[at]!, this.#longitudes[at]!)) continue;
      put(bits, this.#places[at]!);
    }
  }

  /** Adds to `found` the numbers of those for whose place `holds` is true. */
  collect(holds: Holds, found: Set<number>): void {
    for (let at = 0; at < this.numbers.length; at++) {
      if (holds(this.#latitudes[at]!, this.#longitudes[at]!)) found.add(this.numbers[at]!);
    }
  }
}
