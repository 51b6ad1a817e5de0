/** Which of many matches are worth weighing: a page shows twenty of them. */
import type {Atlas} from '../atlas/atlas.ts';
import {countOf, intersect, unite, type Bits} from '../atlas/bits.ts';
import {milesToNearest, type LatLng} from '../atlas/distance.ts';

/** How much wider than the last each ring is that is tried for holding enough of the nearest. */
const WIDER = 1.5;

interface Choice {
  /** Tokens that answer what was asked ('need:loneliness'). */
  answers: string[];
  /** The circle that all of `bits` lie in or cover; null for anywhere. */
  circle: {centre: LatLng; miles: number} | null;
  /** Whether the nearest alone are wanted. */
  onlyNearest: boolean;
  limit: number;
}

/**
 * Those of `bits` to weigh, as a new set. Where there are many more than `limit`, half of it go to what is mainly for `answers` and of the best standing, half to the
 * nearest (all to the first where there is no circle).
 */
export function chooseHits(atlas: Atlas, bits: Bits, {answers, circle, onlyNearest, limit}: Choice): Bits {
  const total = countOf(bits);
  if (total <= limit) return bits;
  if (circle && onlyNearest) return nearest(atlas, bits, circle, limit, total);
  const half = circle ? Math.ceil(limit / 2) : limit;
  const chosen = best(atlas, bits, answers, half);
  return circle ? unite(chosen, nearest(atlas, bits, circle, limit - half, total)) : chosen;
}

/** What is mainly for one of the answers before what is for it as well; of these, the better standing first. */
function best(atlas: Atlas, bits: Bits, answers: string[], count: number): Bits {
  const {tokens} = atlas;
  const chosen = tokens.none();
  let left = count;
  const main = intersect(tokens.anyOf(answers.map((answer) => `main:${answer}`)), bits);
  for (const group of answers.length > 0 ? [main, bits] : [bits]) {
    for (const quality of tokens.valuesOf('quality')) {
      if (left <= 0) return chosen;
      left -= tokens.moveSome(intersect(tokens.anyOf([quality]), group), chosen, left);
    }
  }
  return chosen;
}

/** About the `count` nearest: those of the smallest ring that holds so many. */
function nearest(
  atlas: Atlas,
  bits: Bits,
  {centre, miles}: {centre: LatLng; miles: number},
  count: number,
  total: number,
): Bits {
  // Matches lie roughly evenly, so a ring with this share of the area should hold this share of them.
  for (let ring = miles * Math.sqrt(count / total); ; ring *= WIDER) {
    const inside = intersect(bits.slice(), atlas.bitsWithin(centre, Math.min(ring, miles)));
    const found = countOf(inside);
    if (found < count && ring < miles) continue;
    return found <= count * 2 ? inside : nearestOf(atlas, inside, centre, count);
  }
}

function nearestOf(atlas: Atlas, bits: Bits, centre: LatLng, count: number): Bits {
  const {tokens} = atlas;
  const near = tokens
    .numbersIn(bits)
    .map((number) => ({
      number,
      miles: milesToNearest(atlas.get(number)!.points, centre),
    }))
    .sort((a, b) => a.miles - b.miles || a.number - b.number);
  return tokens.these(near.slice(0, count).map(({number}) => number));
}
