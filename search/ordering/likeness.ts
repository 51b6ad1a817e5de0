/**
 * How much a listing's words are like those of the first few answers, 0 to 1: what stands first says, in words that were not typed, what the rest
 * should be about. This is pseudo-relevance feedback (Rocchio 1971, with the first answers taken to be good): the cosine between the listing's words
 * and the first answers' together, each word weighed by where it stands and by how few listings have it.
 */
import {FIELD_WORTH, type TermIndex} from '../understanding/terms.ts';

/** How many of the first answers are looked at; each counts less than the one before. */
export const FIRST = 5;

export function makeLikeness(
  first: Uint32Array[],
  index: TermIndex,
  listingCount: number,
): (terms: Uint32Array) => number {
  const rarities = index.rarities(listingCount);
  const weightOf = (term: number) => FIELD_WORTH[term & 3]! * rarities[term >>> 2]!;
  const profile = new Float64Array(index.size);
  first.slice(0, FIRST).forEach((terms, place) => {
    const length = lengthOf(terms, weightOf);
    if (length === 0) return;
    for (const term of terms) profile[term >>> 2]! += weightOf(term) / length / (place + 2);
  });
  const profileLength = Math.sqrt(profile.reduce((squares, weight) => squares + weight ** 2, 0));
  return (terms) => {
    let alike = 0;
    let own = 0;
    for (const term of terms) {
      const weight = weightOf(term);
      own += weight ** 2;
      alike += weight * profile[term >>> 2]!;
    }
    return own === 0 || profileLength === 0 ? 0 : alike / Math.sqrt(own) / profileLength;
  };
}

function lengthOf(terms: Uint32Array, weightOf: (term: number) => number): number {
  let squares = 0;
  for (const term of terms) squares += weightOf(term) ** 2;
  return Math.sqrt(squares);
}
