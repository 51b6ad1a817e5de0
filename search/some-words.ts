/** For long or unlucky searches: listings with the most telling of the words, when few or none have them all. */
import type {Atlas} from './atlas.ts';
import {has, roomIn, type Bits} from './bits.ts';
import {FIELD_WORTH, waysFor} from './terms.ts';

const MOST_WORDS = 7;
/** A listing is found by some of the words when those it has weigh at least this share of all. */
const LEAST_SHARE = 0.34;
const MOST_FOUND = 60;

/** Sums by place among the bits; all zero between searches. Kept, because megabytes made anew for each search keep the garbage collector busy. */
let weightOf = new Float64Array();
let scoreOf = new Float64Array();

/**
 * Scores 0 to 1 by number, for those of `within`: for each word a listing has, how well it says the word times how telling the word is (ln(listings ÷ those with
 * it)), as a share of the weight of all words. `others` gives the words that a word also finds.
 */
export function findBySomeWords(
  atlas: Atlas,
  words: string[],
  others: (word: string) => string[],
  within: Bits,
): Map<number, number> {
  const asked = [...new Set(words)].slice(0, MOST_WORDS);
  if (weightOf.length < roomIn(within)) {
    weightOf = new Float64Array(roomIn(within));
    scoreOf = new Float64Array(roomIn(within));
  }
  const places = new Set<number>();
  let all = 0;
  for (const word of asked) {
    const worths = worthsOf(atlas, waysFor(word, others(word), atlas.terms), within);
    if (worths.size === 0) continue;
    const weight = Math.max(0.2, Math.log((1 + atlas.size) / worths.size));
    all += weight;
    for (const [place, worth] of worths) {
      weightOf[place]! += weight;
      scoreOf[place]! += weight * worth;
      places.add(place);
    }
  }
  const found: {number: number; score: number}[] = [];
  for (const place of places) {
    const score = scoreOf[place]! / all;
    if (weightOf[place]! / all >= LEAST_SHARE) found.push({number: atlas.at(place).number, score});
    weightOf[place] = scoreOf[place] = 0;
  }
  found.sort((a, b) => b.score - a.score || a.number - b.number);
  return new Map(found.slice(0, MOST_FOUND).map(({number, score}) => [number, score]));
}

/** How well each listing says a word, 0 to 1, by its place among the bits: those that do not say it are left out. */
function worthsOf(atlas: Atlas, ways: {id: number; worth: number}[], within: Bits): Map<number, number> {
  const worths = new Map<number, number>();
  for (const {id, worth} of ways) {
    for (const posting of atlas.postings.of(id)) {
      const place = posting >>> 2;
      if (!has(within, place)) continue;
      const own = worth * FIELD_WORTH[posting & 3]!;
      if (own > (worths.get(place) ?? 0)) worths.set(place, own);
    }
  }
  return worths;
}
