/**
 * From what people say to the needs they have: 'can't pay my heating' → energy-bills.
 *
 * Every phrase of the vocabulary is compared with the words by the weight of the words they share, where a word that few
 * needs use ('heating') weighs more than one that many use ('house'). Spelling mistakes within one or two letters still count.
 */
import {distance} from 'fastest-levenshtein';
import type {Vocabulary} from './vocabulary.ts';
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
  const meaningsOf = (text: string) => [...new Set(withoutStopWords(plainWords(text)).map(meaning))];

  const entries = vocabulary.needs.flatMap((need) =>
    [need.name, ...need.phrases].map((phrase) => ({need: need.key, meanings: meaningsOf(phrase)})),
  );
  const weights = weighWords(entries);
  const rarest = Math.max(...weights.values(), 1);
  const weightOf = (word: string) => weights.get(word) ?? rarest;
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
    if (allowed === 0) return [];
    const near = [...spellings]
      .filter((other) => Math.abs(other.length - word.length) <= allowed && other[0] === word[0])
      .filter((other) => distance(other, word) <= allowed);
    return [...new Set(near.map(meaning))].filter((other) => byWord.has(other)).map((other) => ({word: other, share: MISSPELT}));
  }

  return (text) => {
    const words = withoutStopWords(plainWords(text));
    // A phrase said just as it stands in the list needs no weighing; it may be made of nothing but small words.
    const exact = whole.get(plainWords(text).join(' '));
    const said = new Map(words.map((word) => [meaning(word), readings(word)]));
    const saidWeight = sum([...said].map(([word, read]) => weightOf(read[0]?.word ?? word)));
    const shared = new Map<Phrase, number>();
    for (const reading of [...said.values()].flat()) {
      for (const phrase of byWord.get(reading.word) ?? []) {
        shared.set(phrase, (shared.get(phrase) ?? 0) + weightOf(reading.word) * reading.share);
      }
    }
    const best = new Map<string, number>(exact ? [[exact, 1]] : []);
    for (const [phrase, weight] of shared) {
      const ofPhrase = Math.min(1, weight / phrase.weight);
      const ofSaid = Math.min(1, weight / saidWeight);
      // All of a phrase inside a longer story is nearly as sure as the phrase alone; half of a phrase is not.
      const confidence = ofPhrase ** 1.5 * (0.6 + 0.4 * ofSaid);
      if (confidence > (best.get(phrase.need) ?? 0)) best.set(phrase.need, confidence);
    }
    const ranked = [...best].map(([key, confidence]) => ({key, confidence})).sort((a, b) => b.confidence - a.confidence);
    const top = ranked[0]?.confidence ?? 0;
    return {
      words,
      needs: ranked
        .filter((need) => need.confidence >= SURE_ENOUGH && need.confidence >= top * KEEP_WITHIN)
        .slice(0, MOST_NEEDS),
    };
  };
}

/** Weight of each word by how few needs use it (inverse document frequency, a need being a document). */
function weighWords(entries: {need: string; meanings: string[]}[]): Map<string, number> {
  const needsOf = new Map<string, Set<string>>();
  for (const {need, meanings} of entries) {
    for (const word of meanings) needsOf.set(word, (needsOf.get(word) ?? new Set()).add(need));
  }
  const all = new Set(entries.map((entry) => entry.need)).size;
  return new Map([...needsOf].map(([word, needs]) => [word, Math.log(1 + all / needs.size)]));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
