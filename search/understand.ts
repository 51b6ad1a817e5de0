/**
 * From what people say to the needs they have: 'can't pay my heating' → energy-bills.
 * The evidence for a need is weighed in `need-evidence.ts`. Kinds of service are recognised too ('book club'), by their names and the other words for them.
 */
import {makeNeedEvidence} from './need-evidence.ts';
import {makeGuessSpelling} from './spelling-guess.ts';
import type {Vocabulary} from './vocabulary.ts';
import {makeReadWants, type Want} from './wants.ts';
import {makeMeaning, makeStopWordRemover, plainWords} from './words.ts';

export interface Recognised {
  key: string;
  /** 0 to 1. */
  confidence: number;
}

export interface Understood {
  /** The words that say something, for the engine. None: everything may be meant. */
  words: string[];
  /** Words that say little ('group'): they order, and find nothing by themselves. */
  weakWords: string[];
  /** True when a word was taken to be misspelt. */
  isCorrected: boolean;
  needs: Recognised[];
  types: Recognised[];
  /** For whom, when, how and at what cost, as far as it was said. */
  wants: Want[];
  /** Audiences ('audience:men') to look among when nothing else was said: 'dads', 'something for my nan'. */
  audiences: string[];
  /** Three words or more: a story rather than a name. */
  isSentence: boolean;
}

/** A need below this is not taken to be meant. */
const SURE_ENOUGH = 0.62;
/** The same when a kind of service was named: what that is for need not be guessed. */
const SURE_BESIDE_KIND = 0.9;
/** A need this far behind the best is not taken along with it. */
const KEEP_WITHIN = 0.85;
const MOST_NEEDS = 3;
/** A weak word ('group', 'time') counts this much of what its rarity would make it. */
const WEAK = 0.25;
/** A kind of service counts as named when its words make up at least this share of what was said. */
const TYPE_SHARE = 0.3;
/** Kinds named by nearly as much of what was said as the best are kept beside it. */
const SAME_SHARE = 0.98;
const MOST_TYPES = 4;

export type Understand = (text: string) => Understood;

export function makeUnderstand(vocabulary: Vocabulary): Understand {
  const meaning = makeMeaning(vocabulary.synonyms);
  const withoutStopWords = makeStopWordRemover(vocabulary.stopWords);
  const readWants = makeReadWants(vocabulary);
  const meaningsOf = (text: string) => [...new Set(withoutStopWords(plainWords(text)).map(meaning))];

  const entries = vocabulary.needs.flatMap((need) =>
    [need.name, ...need.phrases].map((phrase) => ({need: need.key, meanings: meaningsOf(phrase)})),
  );
  const weak = new Set(vocabulary.weakWords.flatMap(plainWords));
  const weakMeanings = new Set([...weak].map(meaning));
  const rarity = weighWords(entries, vocabulary, meaning);
  const weightOf = (word: string) => rarity(word) * (weakMeanings.has(word) ? WEAK : 1);
  const evidence = makeNeedEvidence({
    vocabulary,
    meaning,
    withoutStopWords,
    weightOf,
    isWeak: (word) => weakMeanings.has(word),
  });
  const whole = new Map(
    vocabulary.needs.flatMap((need) => need.phrases.map((phrase) => [plainWords(phrase).join(' '), need.key] as const)),
  );
  const guessSpelling = makeGuessSpelling(vocabulary);
  const typePhrases = vocabulary.types.flatMap((type) =>
    [type.name, ...type.also].map((phrase) => ({
      type: type.key,
      meanings: [...new Set(plainWords(phrase).map(meaning))],
    })),
  );

  /** Kinds of service all of whose words were said, surest first, and the words that named them. */
  function recogniseTypes(said: string[]): {kinds: Recognised[]; words: Set<string>; isSure: boolean} {
    const saidWeight = sum(withoutStopWords(said).map(weightOf));
    const best = new Map<string, number>();
    const meaningsOfBest = new Map<string, string[]>();
    for (const {type, meanings} of typePhrases) {
      if (meanings.length === 0 || !meanings.every((word) => said.includes(word))) continue;
      const share = Math.min(1, sum(meanings.map(weightOf)) / saidWeight);
      if (share < TYPE_SHARE || share <= (best.get(type) ?? 0)) continue;
      best.set(type, share);
      meaningsOfBest.set(type, meanings);
    }
    // 'Book club' names the book club; that 'book' also names the library no longer counts.
    const ranked = surest(best);
    const kept = ranked.filter(({confidence}) => confidence >= ranked[0]!.confidence * SAME_SHARE).slice(0, MOST_TYPES);
    return {
      kinds: kept.map(({key, confidence}) => ({key, confidence: 0.5 + confidence / 2})),
      words: new Set(kept.flatMap(({key}) => meaningsOfBest.get(key)!)),
      isSure: (kept[0]?.confidence ?? 0) > 0.6,
    };
  }

  return (text) => {
    const typed = plainWords(text);
    const spelt = typed.map(guessSpelling);
    const types = recogniseTypes([...new Set(spelt.map(meaning))]);
    const {wants, words: rest, forWhom} = readWants(spelt, types.words);
    const words = withoutStopWords(rest);
    const telling = words.filter((word) => !weak.has(word) && !forWhom.has(word));
    const confidence = evidence.weigh(words, spelt);
    // A phrase said just as it stands in the list needs no weighing; it may be made of nothing but small words.
    const exact = whole.get(spelt.join(' '));
    if (exact) confidence.set(exact, 1);
    const needs = surest(confidence);
    const top = needs[0]?.confidence ?? 0;
    const least = Math.max(types.isSure ? SURE_BESIDE_KIND : SURE_ENOUGH, top * KEEP_WITHIN);
    return {
      // 'Things to do' asks for everything; 'book club' is about books.
      words: telling,
      weakWords: words.filter((word) => weak.has(word) || forWhom.has(word)),
      isCorrected: spelt.join() !== typed.join(),
      isSentence: typed.length >= 3,
      wants,
      audiences: wants.flatMap((want) => want.anyOf).filter((token) => token.startsWith('audience:')),
      needs: needs.filter((need) => need.confidence >= least).slice(0, MOST_NEEDS),
      types: types.kinds,
    };
  };
}

const surest = (confidence: Map<string, number>): Recognised[] =>
  [...confidence].map(([key, sure]) => ({key, confidence: sure})).sort((a, b) => b.confidence - a.confidence);

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
