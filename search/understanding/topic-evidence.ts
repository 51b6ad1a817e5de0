/**
 * How surely words mean each topic (a need, or a kind of service), from what people say for it. Two kinds of evidence, both weighed by how telling a
 * word is:
 *
 * - **phrase**: the words hold most of one phrase of a topic;
 * - **words**: whichever phrases they come from, the words, and the pairs of neighbours among them, are mostly used for one topic. Pairs let small
 *   words tell something together: 'know anyone', 'on my own'.
 */

/** A pair of neighbours counts this much of what its rarity would make it. */
const PAIR = 0.4;
/** Uses added to every count, so that what was heard once is not taken for certain: pairs prove less than words. */
const DOUBT = 0.3;
const DOUBT_OF_PAIR = 1.5;

/** What people say for a topic. */
export interface Saying {
  topic: string;
  text: string;
  /** How much its words count for the topic, 0 to 1. */
  uses: number;
  /** False when it is only heard beside the topic: its words count, and saying them all proves nothing. */
  isPhrase: boolean;
}

interface Phrase {
  topic: string;
  meanings: string[];
  weight: number;
}

interface Parts {
  sayings: Saying[];
  /** A text's words as they are compared. */
  read: (text: string) => string[];
  meaning: (word: string) => string;
  withoutStopWords: (words: string[]) => string[];
  weightOf: (meaning: string) => number;
  isWeak: (meaning: string) => boolean;
}

interface TopicEvidence {
  /** Confidence, 0 to 1, in each topic that the words could mean, and the share of what was said that points to each. */
  weigh(words: string[], whole: string[]): {confidence: Map<string, number>; shares: Map<string, number>};
  /** How much of what a topic is about one word says, 0 to 1. */
  covers(topic: string, word: string): number;
}

export function makeTopicEvidence({sayings, read, meaning, withoutStopWords, weightOf, isWeak}: Parts): TopicEvidence {
  const byWord = new Map<string, Phrase[]>();
  /** Uses of a word, or of a pair, for each topic. */
  const uses = new Map<string, Map<string, number>>();
  let count = 0;
  for (const {topic, text, uses: times, isPhrase} of sayings) {
    const words = read(text);
    const meanings = [...new Set(withoutStopWords(words).map(meaning))];
    if (isPhrase) {
      const phrase = {topic, meanings, weight: sum(meanings.map(weightOf))};
      for (const word of meanings) (byWord.get(word) ?? byWord.set(word, []).get(word)!).push(phrase);
    }
    for (const word of [...meanings, ...pairsOf(words, meaning)]) {
      const own = uses.get(word) ?? new Map<string, number>();
      uses.set(word, own.set(topic, (own.get(topic) ?? 0) + times));
    }
    count += times;
  }
  const totals = new Map([...uses].map(([word, own]) => [word, sum([...own.values()])]));
  const usesOf = (word: string, topic: string) => uses.get(word)?.get(topic) ?? 0;

  return {
    weigh(words, whole) {
      const said = [...new Set(words.map(meaning))];
      const saidWeight = sum(said.map(weightOf));
      const confidence = new Map<string, number>();
      const raise = (topic: string, to: number) => confidence.set(topic, Math.max(to, confidence.get(topic) ?? 0));

      const found = new Map<Phrase, {weight: number; telling: number; best: number}>();
      for (const word of said) {
        const weight = weightOf(word);
        const telling = isWeak(word) ? 0 : 1;
        const own = uses.get(word);
        const total = totals.get(word)!;
        for (const phrase of byWord.get(word) ?? []) {
          let so = found.get(phrase);
          if (!so) found.set(phrase, (so = {weight: 0, telling: 0, best: 0}));
          so.weight += weight;
          so.telling += telling;
          so.best = Math.max(so.best, (own?.get(phrase.topic) ?? 0) / total);
        }
      }
      for (const [phrase, {weight, telling, best}] of found) {
        const ofPhrase = Math.min(1, weight / phrase.weight);
        const ofSaid = Math.min(1, weight / saidWeight);
        // All of a phrase inside a longer story is nearly as sure as the phrase alone; half of a phrase is not.
        // One telling word that many topics use ('walked' out, 'walking' group) proves little unless the whole phrase was said.
        const ofWord = telling > 1 || ofPhrase > 0.99 ? 1 : Math.sqrt(best);
        raise(phrase.topic, ofPhrase ** 1.5 * (0.6 + 0.4 * ofSaid) * ofWord);
      }

      const pairs = pairsOf(whole, meaning).filter((pair) => uses.has(pair));
      const shares = new Map<string, number>();
      let all = 0;
      for (const [word, weight, doubt] of [
        ...said.map((word) => [word, weightOf(word), DOUBT] as const),
        ...pairs.map(
          (pair) => [pair, PAIR * Math.max(0.1, Math.log(count / totals.get(pair)!)), DOUBT_OF_PAIR] as const,
        ),
      ]) {
        all += weight;
        for (const [topic, times] of uses.get(word) ?? []) {
          shares.set(topic, (shares.get(topic) ?? 0) + (weight * times) / (totals.get(word)! + doubt));
        }
      }
      for (const [topic, share] of shares) shares.set(topic, share / all);
      if (pairs.length > 0 || !said.every(isWeak)) {
        for (const [topic, share] of shares) raise(topic, Math.min(0.95, 0.3 + share * 0.7));
      }
      return {confidence, shares};
    },

    covers(topic, word) {
      const own = meaning(word);
      const times = usesOf(own, topic);
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
