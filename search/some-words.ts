/** For long or unlucky searches: listings with the most telling of the words, when few or none have them all. */
import type {Retriever, Scope} from './retriever.ts';

const MOST_WORDS = 7;
const PER_WORD = 300;
/** A listing is found by some of the words when those it has weigh at least this share of all. */
const LEAST_SHARE = 0.34;
const MOST_FOUND = 60;

/**
 * Scores 0 to 1 by number: for each word a listing has, the engine's score times how telling the word is (ln(listings ÷ those with it)), as a
 * share of the weight of all words.
 */
export async function findBySomeWords(
  retriever: Retriever,
  words: string[],
  scope: Scope | null,
  listingCount: number,
): Promise<Map<number, number>> {
  const asked = [...new Set(words)].slice(0, MOST_WORDS);
  const each = await retriever.retrieveEach(asked, scope, PER_WORD);
  const weights = each.map(({total}) => (total === 0 ? 0 : Math.max(0.2, Math.log((1 + listingCount) / total))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Map<number, {weight: number; score: number}>();
  each.forEach(({hits}, index) => {
    for (const hit of hits) {
      const so = shares.get(hit.number) ?? {weight: 0, score: 0};
      so.weight += weights[index]!;
      so.score += weights[index]! * (hit.textScore ?? 0);
      shares.set(hit.number, so);
    }
  });
  return new Map(
    [...shares]
      .filter(([, {weight}]) => weight / all >= LEAST_SHARE)
      .sort(([, a], [, b]) => b.score - a.score)
      .slice(0, MOST_FOUND)
      .map(([number, {score}]) => [number, score / all]),
  );
}
