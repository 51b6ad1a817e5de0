/** For long or unlucky searches: listings with the most telling of the words, when few or none have them all. */
import type {Atlas} from '../atlas/atlas.ts';
import {has, roomIn, type Bits} from '../atlas/bits.ts';
import {putAmongFirst} from '../ordering/put-among-first.ts';
import {FIELD_WORTH, waysFor} from '../understanding/terms.ts';

const MOST_WORDS = 7;
/** A listing is found by some of the words when those it has weigh at least this share of all. */
const LEAST_SHARE = 0.34;
const MOST_FOUND = 60;

/**
 * Sums by place among the bits, and how well each says the word in hand, all zero between searches; and the places that have any of the words, or the word in hand.
 * Kept, because megabytes made anew for each search keep the garbage collector busy.
 */
let slate = slateFor(0);

function slateFor(room: number) {
  return {
    weightOf: new Float64Array(room),
    scoreOf: new Float64Array(room),
    worthOf: new Float64Array(room),
    places: new Uint32Array(room),
    saying: new Uint32Array(room),
  };
}

interface Found {
  number: number;
  score: number;
}

/**
 * Scores 0 to 1 by number, for those of `within`: for each word a listing has, how well it says the word times how telling the word is (ln(listings ÷ those with
 * it)), as a share of the weight of all words. `others` gives the words that a word also finds. Only the best are found.
 */
export function findBySomeWords(
  atlas: Atlas,
  words: string[],
  others: (word: string) => string[],
  within: Bits,
): Map<number, number> {
  if (slate.weightOf.length < roomIn(within)) slate = slateFor(roomIn(within));
  const {weightOf, scoreOf, worthOf, places, saying} = slate;
  let placeCount = 0;
  let all = 0;
  for (const word of [...new Set(words)].slice(0, MOST_WORDS)) {
    const count = noteWorths(atlas, waysFor(word, others(word), atlas.terms), within);
    if (count === 0) continue;
    const weight = Math.max(0.2, Math.log((1 + atlas.size) / count));
    all += weight;
    for (let at = 0; at < count; at++) {
      const place = saying[at]!;
      if (weightOf[place] === 0) places[placeCount++] = place;
      weightOf[place]! += weight;
      scoreOf[place]! += weight * worthOf[place]!;
      worthOf[place] = 0;
    }
  }
  const best: Found[] = [];
  for (let at = 0; at < placeCount; at++) {
    const place = places[at]!;
    const [share, score] = [weightOf[place]! / all, scoreOf[place]! / all];
    weightOf[place] = scoreOf[place] = 0;
    if (share < LEAST_SHARE || score < (best[MOST_FOUND - 1]?.score ?? 0)) continue;
    putAmongFirst(best, {number: atlas.tokens.numberAt(place), score}, MOST_FOUND, inOrder);
  }
  return new Map(best.map(({number, score}) => [number, score]));
}

const inOrder = (one: Found, other: Found) => other.score - one.score || one.number - other.number;

/** Notes in `worthOf` how well each listing says a word, 0 to 1, and in `saying` the places of those that do. Returns how many. */
function noteWorths(atlas: Atlas, ways: {id: number; worth: number}[], within: Bits): number {
  const {worthOf, saying} = slate;
  let count = 0;
  for (const {id, worth} of ways) {
    const worths = FIELD_WORTH.map((ofField) => worth * ofField);
    const postings = atlas.postings.of(id);
    for (let at = 0; at < postings.length; at++) {
      const place = postings[at]! >>> 2;
      if (!has(within, place)) continue;
      const before = worthOf[place]!;
      if (before === 0) saying[count++] = place;
      const now = worths[postings[at]! & 3]!;
      if (now > before) worthOf[place] = now;
    }
  }
  return count;
}
