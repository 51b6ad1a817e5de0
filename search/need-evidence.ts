/**
 * How surely words mean each need, from what people say for it. Two kinds of evidence, both weighed by how telling a word is:
 *
 * - **phrase**: the words hold most of one phrase of a need;
 * - **words**: whichever phrases they come from, the words, and the pairs of neighbours among them, are mostly used for one need. Pairs let small
 *   words tell something together: 'know anyone', 'on my own'.
 */
import type {Vocabulary} from './vocabulary.ts';

/** A pair of neighbours counts this much of what its rarity would make it. */
const PAIR = 0.4;
/** Uses added to every count, so that what was heard once is not taken for certain: pairs prove less than words. */
const DOUBT = 0.3;
const DOUBT_OF_PAIR = 1.5;

interface Phrase {
  need: string;
  meanings: string[];
  weight: number;
}

interface Parts {
  vocabulary: Pick<Vocabulary, 'needs'>;
  /** A text's words as they are compared. */
  read: (text: string) => string[];
  meaning: (word: string) => string;
  withoutStopWords: (words: string[]) => string[];
  weightOf: (meaning: string) => number;
  isWeak: (meaning: string) => boolean;
}

export interface NeedEvidence {
  /** Confidence, 0 to 1, in each need that the words could mean. */
  weigh(words: string[], whole: string[]): Map<string, number>;
  /** How much of what a need is about one word says, 0 to 1. */
  covers(need: string, word: string): number;
}

export function makeNeedEvidence({vocabulary, read, meaning, withoutStopWords, weightOf, isWeak}: Parts): NeedEvidence {
  const phrases: Phrase[] = [];
  const byWord = new Map<string, Phrase[]>();
  /** Uses of a word, or of a pair, for each need. */
  const uses = new Map<string, Map<string, number>>();
  const use = (word: string, need: string) => {
    const own = uses.get(word) ?? new Map<string, number>();
    uses.set(word, own.set(need, (own.get(need) ?? 0) + 1));
  };
  let count = 0;
  for (const {key, name, phrases: said} of vocabulary.needs) {
    for (const text of [name, ...said]) {
      const words = read(text);
      const meanings = [...new Set(withoutStopWords(words).map(meaning))];
      const phrase = {need: key, meanings, weight: sum(meanings.map(weightOf))};
      phrases.push(phrase);
      for (const word of meanings) (byWord.get(word) ?? byWord.set(word, []).get(word)!).push(phrase);
      for (const word of [...meanings, ...pairsOf(words, meaning)]) use(word, key);
      count++;
    }
  }
  const totals = new Map([...uses].map(([word, own]) => [word, sum([...own.values()])]));
  const usesOf = (word: string, need: string) => uses.get(word)?.get(need) ?? 0;

  return {
    weigh(words, whole) {
      const said = [...new Set(words.map(meaning))];
      const saidWeight = sum(said.map(weightOf));
      const confidence = new Map<string, number>();
      const raise = (need: string, to: number) => confidence.set(need, Math.max(to, confidence.get(need) ?? 0));

      const found = new Map<Phrase, {weight: number; telling: number; best: number}>();
      for (const word of said) {
        for (const phrase of byWord.get(word) ?? []) {
          const so = found.get(phrase) ?? {weight: 0, telling: 0, best: 0};
          so.weight += weightOf(word);
          so.telling += isWeak(word) ? 0 : 1;
          so.best = Math.max(so.best, usesOf(word, phrase.need) / totals.get(word)!);
          found.set(phrase, so);
        }
      }
      for (const [phrase, {weight, telling, best}] of found) {
        const ofPhrase = Math.min(1, weight / phrase.weight);
        const ofSaid = Math.min(1, weight / saidWeight);
        // All of a phrase inside a longer story is nearly as sure as the phrase alone; half of a phrase is not.
        // One telling word that many needs use ('walked' out, 'walking' group) proves little unless the whole phrase was said.
        const ofWord = telling > 1 || ofPhrase > 0.99 ? 1 : Math.sqrt(best);
        raise(phrase.need, ofPhrase ** 1.5 * (0.6 + 0.4 * ofSaid) * ofWord);
      }

      const pairs = pairsOf(whole, meaning).filter((pair) => uses.has(pair));
      if (pairs.length === 0 && said.every(isWeak)) return confidence;
      const shares = new Map<string, number>();
      let all = 0;
      for (const [word, weight, doubt] of [
        ...said.map((word) => [word, weightOf(word), DOUBT] as const),
        ...pairs.map((pair) => [pair, PAIR * Math.log(count / totals.get(pair)!), DOUBT_OF_PAIR] as const),
      ]) {
        all += weight;
        for (const [need, times] of uses.get(word) ?? []) {
          shares.set(need, (shares.get(need) ?? 0) + (weight * times) / (totals.get(word)! + doubt));
        }
      }
      for (const [need, share] of shares) raise(need, Math.min(0.95, 0.3 + (share / all) * 0.7));
      return confidence;
    },

    covers(need, word) {
      const own = meaning(word);
      const times = usesOf(own, need);
      return (times / ((totals.get(own) ?? 0) + DOUBT)) * (times / (times + 1.5));
    },
  };
}

/** Neighbours, small words and all, each as one: 'know anyone'. */
function pairsOf(words: string[], meaning: (word: string) => string): string[] {
  const meanings = words.map(meaning);
  return meanings.slice(1).map((word, at) => `${meanings[at]} ${word}`);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
