/** For long or unlucky searches: listings with the most telling of the words, when few or none have them all. */
import type {Atlas} from './atlas.ts';
import {each, type Bits} from './bits.ts';
import {FIELD_WORTH, waysFor} from './terms.ts';

const MOST_WORDS = 7;
/** A listing is found by some of the words when those it has weigh at least this share of all. */
const LEAST_SHARE = 0.34;
const MOST_FOUND = 60;

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
  const {worths, places, totals} = worthsOf(atlas, asked, others, within);
  const weights = totals.map((total) => (total === 0 ? 0 : Math.max(0.2, Math.log((1 + atlas.size) / total))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const found: {number: number; score: number}[] = [];
  places.forEach((place, row) => {
    let [weight, score] = [0, 0];
    for (let word = 0; word < asked.length; word++) {
      const worth = worths[row * asked.length + word]!;
      if (worth > 0) weight += weights[word]!;
      score += weights[word]! * worth;
    }
    if (weight / all >= LEAST_SHARE) found.push({number: atlas.at(place).number, score});
  });
  found.sort((a, b) => b.score - a.score || a.number - b.number);
  return new Map(found.slice(0, MOST_FOUND).map(({number, score}) => [number, score / all]));
}

/** How well each listing that has any of the words says each of them, 0 to 1: a row of `worths` for each of `places`. And how many listings say each word. */
function worthsOf(atlas: Atlas, words: string[], others: (word: string) => string[], within: Bits) {
  // Stems are looked up by number: there may be a million to go through.
  const wayOf = new Int32Array(atlas.terms.size).fill(-1);
  const ways: {word: number; worth: number}[][] = [];
  words.forEach((word, index) => {
    for (const {id, worth} of waysFor(word, others(word), atlas.terms)) {
      if (wayOf[id] === -1) wayOf[id] = ways.push([]) - 1;
      ways[wayOf[id]!]!.push({word: index, worth});
    }
  });
  const worths: number[] = [];
  const places: number[] = [];
  const totals = words.map(() => 0);
  each(within, (place) => {
    let start = -1;
    for (const term of atlas.at(place).terms) {
      const way = wayOf[term >>> 2]!;
      if (way === -1) continue;
      if (start === -1) {
        start = worths.length;
        places.push(place);
        for (let word = 0; word < words.length; word++) worths.push(0);
      }
      for (const {word, worth} of ways[way]!) {
        if (worths[start + word] === 0) totals[word]!++;
        worths[start + word] = Math.max(worths[start + word]!, worth * FIELD_WORTH[term & 3]!);
      }
    }
  });
  return {worths, places, totals};
}
