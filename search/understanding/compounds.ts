/**
 * 'Foodbank' and 'food bank', 'breast feeding' and 'breastfeeding': words that our lists write both ways are read the way that listings mostly write
 * them, in what is typed and in the lists alike, so that the two meet.
 */
import type {Vocabulary} from './vocabulary.ts';
import {plainWords} from './words.ts';

const SHORTEST_PART = 3;

export function makeCompounds(vocabulary: Vocabulary): (words: string[]) => string[] {
  const texts = [
    ...vocabulary.needs.flatMap((need) => [need.name, ...need.phrases]),
    ...vocabulary.types.flatMap((type) => [type.name, ...type.also]),
    ...vocabulary.synonyms.flatMap((entry) => [...entry.words, ...entry.alsoFind]),
  ].map(plainWords);
  const small = new Set([...vocabulary.stopWords, ...vocabulary.weakWords].flatMap(plainWords));
  const known = new Set([...texts.flat(), ...vocabulary.wordUses.keys()]);
  const usesOf = (word: string) => vocabulary.wordUses.get(word) ?? 0;
  const joined = new Map<string, string>();
  const split = new Map<string, [string, string]>();
  for (const words of texts) {
    for (let at = 0; at + 1 < words.length; at++) {
      const [first, second] = [words[at]!, words[at + 1]!];
      const whole = first + second;
      if (!known.has(whole) || [first, second].some((word) => word.length < SHORTEST_PART || small.has(word))) continue;
      if (usesOf(whole) > Math.min(usesOf(first), usesOf(second))) joined.set(`${first} ${second}`, whole);
      else split.set(whole, [first, second]);
    }
  }
  return (words) => {
    const read: string[] = [];
    for (let at = 0; at < words.length; at++) {
      const whole = joined.get(`${words[at]} ${words[at + 1]}`);
      if (whole) at++;
      read.push(...(whole ? [whole] : (split.get(words[at]!) ?? [words[at]!])));
    }
    return read;
  };
}
