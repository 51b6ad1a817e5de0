/**
 * Sets of listings as bits, 32 to a number: at 100,000 listings a set takes 12 kilobytes, and two sets are put together in a few microseconds.
 * All sets of one index are equally long, a power of two.
 */
export type Bits = Uint32Array<ArrayBuffer>;

/** How many listings a set of this many words has room for. */
export const roomIn = (bits: Bits): number => bits.length * 32;

export function put(bits: Bits, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31);
}

export function takeOut(bits: Bits, at: number): void {
  bits[at >>> 5]! &= ~(1 << (at & 31));
}

export const has = (bits: Bits, at: number): boolean => (bits[at >>> 5]! & (1 << (at & 31))) !== 0;

/** Adds to `bits` what is in `others`. */
export function unite(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at]! |= others[at]!;
  return bits;
}

/** Keeps in `bits` only what is in `others` as well. */
export function intersect(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at]! &= others[at]!;
  return bits;
}

/** How many places are in `bits`. */
export function countOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) count += ones(bits[at]!);
  return count;
}

/** How many are in both: four words at a time, so that the ones of four are added up together. */
export function countInBoth(bits: Bits, others: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 4) {
    const first = inFours(bits[at]! & others[at]!) + inFours(bits[at + 1]! & others[at + 1]!);
    const second = inFours(bits[at + 2]! & others[at + 2]!) + inFours(bits[at + 3]! & others[at + 3]!);
    count += sumOfBytes(inEights(first) + inEights(second));
  }
  return count;
}

export function each(bits: Bits, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word]!;
    while (rest !== 0) {
      visit(word * 32 + (31 - Math.clz32(rest & -rest)));
      rest &= rest - 1;
    }
  }
}

/** Ones in 32 bits, by adding up pairs, fours and bytes side by side (Warren, Hacker's Delight, 5-1). */
const ones = (word: number): number => sumOfBytes(inEights(inFours(word)));

/** Of each four bits, how many are ones. */
function inFours(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

const inEights = (fours: number): number => (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);

const sumOfBytes = (bytes: number): number => Math.imul(bytes, 0x01010101) >>> 24;
