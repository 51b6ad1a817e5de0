/** For long or unlucky searches: listings with the most telling of the words, when few or none have them all. */
import type {Atlas} from './atlas.ts';
import {has, roomIn, type Bits} from './bits.ts';
import {FIELD_WORTH, waysFor} from './terms.ts';

const MOST_WORDS = 7;
/** A listing is found by some of the words when those it has weigh at least this share of all. */
const LEAST_SHARE = 0.34;
const MOST_FOUND = 60;

/**
 * Sums by place among the bits, and how well each says the word in hand; all zero between searches. Kept, because megabytes made anew for each search keep the
 * garbage collector busy.
 */
let weightOf = new Float64Array();
let scoreOf = new Float64Array();
let worthOf = new Float64Array();

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
    worthOf = new Float64Array(roomIn(within));
  }
  const places: number[] = [];
  let all = 0;
  for (const word of asked) {
    const saying = noteWorths(atlas, waysFor(word, others(word), atlas.terms), within);
    if (saying.length === 0) continue;
    const weight = Math.max(0.2, Math.log((1 + atlas.size) / saying.length));
    all += weight;
    for (const place of saying) {
      if (weightOf[place] === 0) places.push(place);
      weightOf[place]! += weight;
      scoreOf[place]! += weight * worthOf[place]!;
      worthOf[place] = 0;
    }
  }
  const found: {number: number; score: number}[] = [];
  for (const place of places) {
    const score = scoreOf[place]! / all;
    if (weightOf[place]! / all >= LEAST_SHARE) found.push({number: atlas.at(place).number, score});
    weightOf[place] = scoreOf[place] = 0;
  }
  return new Map(best(found).map(({number, score}) => [number, score]));
}

/** Notes in `worthOf` how well each listing says a word, 0 to 1. Returns the places of those that do. */
function noteWorths(atlas: Atlas, ways: {id: number; worth: number}[], within: Bits): number[] {
  const saying: number[] = [];
  for (const {id, worth} of ways) {
    for (const posting of atlas.postings.of(id)) {
      const place = posting >>> 2;
      if (!has(within, place)) continue;
      if (worthOf[place] === 0) saying.push(place);
      worthOf[place] = Math.max(worthOf[place]!, worth * FIELD_WORTH[posting & 3]!);
    }
  }
  return saying;
}

/** The `MOST_FOUND` best in order. Of thousands only those are put in order that can be among them. */
function best(found: {number: number; score: number}[]): {number: number; score: number}[] {
  const least =
    Float64Array.from(found, ({score}) => score)
      .sort()
      .at(-MOST_FOUND) ?? 0;
  return found
    .filter(({score}) => score >= least)
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, MOST_FOUND);
}
