/** What people say for each topic, as the vocabulary has it, and how telling each word of it is. */
import type {Saying} from './topic-evidence.ts';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords} from './words.ts';

/**
 * For each need: its own phrases, and the words that people say for the kinds of service that answer it. Those stand for any of the needs a kind
 * answers, so they are shared among them, and prove none by themselves.
 */
export function needSayings({needs, types}: Pick<Vocabulary, 'needs' | 'types'>): Saying[] {
  const own = needs.flatMap(({key, name, phrases}) =>
    [name, ...phrases].map((text) => ({topic: key, text, uses: 1, isPhrase: true})),
  );
  const ofKinds = types.flatMap(({key, phrases}) => {
    const answered = needs.filter((need) => need.types.includes(key));
    return answered.flatMap((need) =>
      phrases.map((text) => ({topic: need.key, text, uses: 1 / answered.length, isPhrase: false})),
    );
  });
  return [...own, ...ofKinds];
}

/** For each kind of service: its name, the other words for it, and what people say who look for it. */
export const kindSayings = ({types}: Pick<Vocabulary, 'types'>): Saying[] =>
  types.flatMap(({key, name, also, phrases}) =>
    [name, ...also, ...phrases].map((text) => ({topic: key, text, uses: 1, isPhrase: true})),
  );

/**
 * How telling each meaning is: the lesser of its rarity among phrases and its rarity among listings (inverse document frequency, natural logarithm).
 * What no phrase has is weighed by the listings alone.
 */
export function weighWords(
  phrases: string[][],
  {wordUses, listingCount}: Pick<Vocabulary, 'wordUses' | 'listingCount'>,
  meaning: (word: string) => string,
): (word: string) => number {
  const inPhrases = new Map<string, number>();
  for (const meanings of phrases) for (const word of meanings) inPhrases.set(word, (inPhrases.get(word) ?? 0) + 1);
  const inListings = new Map<string, number>();
  for (const [word, uses] of wordUses) {
    const own = meaning(word);
    inListings.set(own, Math.max(uses, inListings.get(own) ?? 0));
  }
  return (word) => {
    const amongPhrases = Math.log((1 + phrases.length) / (0.5 + (inPhrases.get(word) ?? 1)));
    const amongListings = Math.log((2 + listingCount) / (0.5 + Math.min(listingCount, inListings.get(word) ?? 1)));
    return Math.max(0.1, Math.min(amongPhrases, listingCount > 50 ? amongListings : amongPhrases));
  };
}

/** Every word of what people say, in English. */
export const englishSaid = ({needs, types, stopWords, weakWords}: Vocabulary): string[] =>
  [
    ...needs.flatMap(({name, phrases}) => [name, ...phrases]),
    ...types.flatMap(({name, also, phrases}) => [name, ...also, ...phrases]),
    ...stopWords,
    ...weakWords,
  ].flatMap(plainWords);
