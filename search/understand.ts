/**
 * From what people say to the needs they have: 'can't pay my heating' → energy-bills.
 *
 * Two kinds of evidence, both weighed by how telling a word is (a word that few phrases and few listings use, such as 'heating', tells more than 'house'):
 *
 * - **phrase**: the words hold most of one phrase of a need;
 * - **words**: whichever phrases they come from, the words are mostly used for one need.
 *
 * Spelling mistakes within one or two letters still count.
 */
import {distance} from 'fastest-levenshtein';
import type {Vocabulary} from './vocabulary.ts';
import {makeReadWants, type Want} from './wants.ts';
import {makeMeaning, makeStopWordRemover, plainWords} from './words.ts';

export interface RecognisedNeed {
  key: string;
  /** 0 to 1. */
  confidence: number;
}

export interface Understood {
  /** The words that say something, for the engine. */
  words: string[];
  needs: RecognisedNeed[];
  /** For whom, when, how and at what cost, as far as it was said. */
  wants: Want[];
}

/** A need below this is not taken to be meant. */
const SURE_ENOUGH = 0.62;
/** A need this far behind the best is not taken along with it. */
const KEEP_WITHIN = 0.85;
const MOST_NEEDS = 3;
/** A misspelt word counts this much of the word. */
const MISSPELT = 0.85;

interface Phrase {
  need: string;
  meanings: string[];
  weight: number;
}

export type Understand = (text: string) => Understood;

export function makeUnderstand(vocabulary: Vocabulary): Understand {
  const meaning = makeMeaning(vocabulary.synonyms);
  const withoutStopWords = makeStopWordRemover(vocabulary.stopWords);
  const readWants = makeReadWants(vocabulary);
  const meaningsOf = (text: string) => [...new Set(withoutStopWords(plainWords(text)).map(meaning))];

  const entries = vocabulary.needs.flatMap((need) =>
    [need.name, ...need.phrases].map((phrase) => ({need: need.key, meanings: meaningsOf(phrase)})),
  );
  const weightOf = weighWords(entries, vocabulary, meaning);
  const phrases: Phrase[] = entries.map((entry) => ({...entry, weight: sum(entry.meanings.map(weightOf))}));
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    for (const word of phrase.meanings) byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
  }
  const whole = new Map(
    vocabulary.needs.flatMap((need) => need.phrases.map((phrase) => [plainWords(phrase).join(' '), need.key] as const)),
  );
  const spellings = new Set(
    vocabulary.needs.flatMap((need) => [need.name, ...need.phrases].flatMap((phrase) => plainWords(phrase))),
  );

  /** What a word means, or what the words it may be a misspelling of mean. Spelling is compared before endings are cut. */
  function readings(word: string): {word: string; share: number}[] {
    const own = meaning(word);
    if (byWord.has(own)) return [{word: own, share: 1}];
    const allowed = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (allowed === 0 || vocabulary.wordUses.has(word)) return [];
    const near = [...spellings]
      .filter((other) => Math.abs(other.length - word.length) <= allowed && other[0] === word[0])
      .filter((other) => distance(other, word) <= allowed);
    return [...new Set(near.map(meaning))].filter((other) => byWord.has(other)).map((other) => ({word: other, share: MISSPELT}));
  }

  /** Confidence in each need, from whichever evidence is stronger. */
  function weighNeeds(said: Map<string, {word: string; share: number}[]>): Map<string, number> {
    const saidWeight = sum([...said].map(([word, read]) => weightOf(read[0]?.word ?? word)));
    const ofPhrases = new Map<Phrase, number>();
    const ofWords = new Map<string, number>();
    for (const reading of [...said.values()].flat()) {
      const using = byWord.get(reading.word) ?? [];
      const weight = weightOf(reading.word) * reading.share;
      for (const phrase of using) {
        ofPhrases.set(phrase, (ofPhrases.get(phrase) ?? 0) + weight);
        ofWords.set(phrase.need, (ofWords.get(phrase.need) ?? 0) + weight / using.length);
      }
    }
    const confidence = new Map<string, number>();
    const raise = (need: string, to: number) => confidence.set(need, Math.max(to, confidence.get(need) ?? 0));
    for (const [phrase, weight] of ofPhrases) {
      const ofPhrase = Math.min(1, weight / phrase.weight);
      const ofSaid = Math.min(1, weight / saidWeight);
      // All of a phrase inside a longer story is nearly as sure as the phrase alone; half of a phrase is not.
      raise(phrase.need, ofPhrase ** 1.5 * (0.6 + 0.4 * ofSaid));
    }
    // Half of what was said, by weight, is used for this need alone.
    for (const [need, weight] of ofWords) raise(need, Math.min(0.95, 0.3 + (weight / saidWeight) * 0.7));
    return confidence;
  }

  return (text) => {
    const {wants, words} = readWants(withoutStopWords(plainWords(text)));
    const said = new Map(words.map((word) => [meaning(word), readings(word)]));
    const confidence = weighNeeds(said);
    // A phrase said just as it stands in the list needs no weighing; it may be made of nothing but small words.
    const exact = whole.get(plainWords(text).join(' '));
    if (exact) confidence.set(exact, 1);
    const ranked = [...confidence].map(([key, sure]) => ({key, confidence: sure})).sort((a, b) => b.confidence - a.confidence);
    const top = ranked[0]?.confidence ?? 0;
    return {
      words,
      wants,
      needs: ranked
        .filter((need) => need.confidence >= SURE_ENOUGH && need.confidence >= top * KEEP_WITHIN)
        .slice(0, MOST_NEEDS),
    };
  };
}

/**
 * How telling each meaning is: the lesser of its rarity among phrases and its rarity among listings (inverse document frequency, natural logarithm).
 * What no phrase has is weighed by the listings alone.
 */
function weighWords(
  entries: {meanings: string[]}[],
  {wordUses, listingCount}: Vocabulary,
  meaning: (word: string) => string,
): (word: string) => number {
  const inPhrases = new Map<string, number>();
  for (const {meanings} of entries) for (const word of meanings) inPhrases.set(word, (inPhrases.get(word) ?? 0) + 1);
  const inListings = new Map<string, number>();
  for (const [word, uses] of wordUses) {
    const own = meaning(word);
    inListings.set(own, Math.max(uses, inListings.get(own) ?? 0));
  }
  return (word) => {
    const phrases = Math.log((1 + entries.length) / (0.5 + (inPhrases.get(word) ?? 1)));
    const listings = Math.log((2 + listingCount) / (0.5 + Math.min(listingCount, inListings.get(word) ?? 1)));
    return Math.max(0.1, Math.min(phrases, listingCount > 50 ? listings : phrases));
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
