/** Chance with a seed, for the made-up year: the same seed always makes the same calls. */
export interface Chance {
  /** 0 up to, but not including, 1. */
  next(): number;
  /** True this share of the time. */
  happens(share: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  one<Item>(items: readonly Item[]): Item;
  /** One of the items, each as likely as its weight. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** How many of something happen in a while when on average it is `mean` (Poisson). */
  count(mean: number): number;
  /** A length of time around `middle` that is never negative and now and then very long (log-normal). */
  length(middle: number, spread: number): number;
}

/** A linear congruential generator of 48 bits (D. H. Lehmer's method with the constants of POSIX drand48). */
export function chanceFrom(seed: number): Chance {
  const MODULUS = 2n ** 48n;
  let state = ((BigInt(seed) << 16n) + 0x330en) % MODULUS;
  // In two halves of 24 bits, as plain numbers are many times quicker than big ones.
  let high = Number(state >> 24n);
  let low = Number(state & 0xffffffn);
  state = 0n;
  const [timesHigh, timesLow] = [0x5de, 0xece66d];
  const next = () => {
    const lowest = low * timesLow + 0xb;
    const carry = Math.floor(lowest / 0x1000000);
    high = (high * timesLow + low * timesHigh + carry) % 0x1000000;
    low = lowest % 0x1000000;
    return (high * 0x1000000 + low) / 2 ** 48;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    happens: (share) => next() < share,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    one: (items) => items[Math.floor(next() * items.length)]!,
    weighted(items) {
      let left = next() * items.reduce((total, [, weight]) => total + weight, 0);
      return (items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1)!)[0];
    },
    count(mean) {
      // The normal curve is near enough where it no longer matters.
      if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      const end = Math.exp(-mean);
      let number = 0;
      for (let product = next(); product > end; product *= next()) number++;
      return number;
    },
    length: (middle, spread) => middle * Math.exp(spread * normal()),
  };
}
