/** Chance with a seed: the same seed always gives the same directory and the same queries. */
export interface Chance {
  /** 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True this share of the time. */
  happens(share: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  /** One of the items, each as likely as its weight. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** Some different items, in no order; all of them when there are not so many. */
  some<Item>(items: readonly Item[], count: number): Item[];
  /** Around 0, two thirds of the time within 1 (the normal distribution). */
  bell(): number;
}

/** Mulberry32: 32 bits of state, quick, and good enough to scatter halls over a county. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    happens: (share) => next() < share,
    one: (items) => items[whole(0, items.length - 1)]!,
    weighted(items) {
      let left = next() * items.reduce((total, [, weight]) => total + weight, 0);
      return (items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1)!)[0];
    },
    some(items, count) {
      const chosen = new Set<(typeof items)[number]>();
      const wanted = Math.min(count, items.length);
      while (chosen.size < wanted) chosen.add(items[whole(0, items.length - 1)]!);
      return [...chosen];
    },
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
