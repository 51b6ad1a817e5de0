/** Kinds of service that are named outright ('book club'), by their names and the other words for them. */
import type {Vocabulary} from './vocabulary.ts';

/** A kind of service counts as named when its words make up at least this share of what was said. */
const TYPE_SHARE = 0.4;
/** A kind named without its small words ('walk' for 'walking group') is this much as sure. */
const PART_NAMED = 0.9;
/** Kinds named by nearly as much of what was said as the best are kept beside it. */
const SAME_SHARE = 0.98;
const MOST_TYPES = 4;

/** A need or a kind of service, and how sure we are that the words mean it, 0 to 1. */
export interface Weighed {
  key: string;
  confidence: number;
}

interface NamedKinds {
  kinds: Weighed[];
  /** For each kind that was found at all, the words that named it. */
  named: Map<string, string[]>;
  /** The words of kinds that were named in full. */
  words: Set<string>;
  isSure: boolean;
}

interface Parts {
  types: Vocabulary['types'];
  /** A text's words as they are compared. */
  read: (text: string) => string[];
  meaning: (word: string) => string;
  withoutStopWords: (words: string[]) => string[];
  weightOf: (meaning: string) => number;
  isWeak: (meaning: string) => boolean;
}

type NameKinds = (said: string[], isTelling: (word: string) => boolean, easier: Set<string>) => NamedKinds;

/** Finds the kinds of service all of whose words were said, surest first. */
export function makeNamedKinds({types, read, meaning, withoutStopWords, weightOf, isWeak}: Parts): NameKinds {
  const typePhrases = types.flatMap((type) =>
    [type.name, ...type.also].map((phrase) => ({
      type: type.key,
      meanings: [...new Set(read(phrase).map(meaning))],
    })),
  );
  const phrasesWith = new Map<string, Set<number>>();
  typePhrases.forEach(({meanings}, place) => {
    for (const word of meanings) phrasesWith.set(word, (phrasesWith.get(word) ?? new Set()).add(place));
  });
  /** The names of kinds that have any of the words, in their own order. */
  const phrasesOf = (said: string[]) =>
    [...new Set(said.flatMap((word) => [...(phrasesWith.get(word) ?? [])]))]
      .sort((a, b) => a - b)
      .map((place) => typePhrases[place]!);

  return (said, isTelling, easier) => {
    const solid = withoutStopWords(said);
    // 'A wheelchair-friendly walk' asks for a walk: what makes a place easier to use is no part of what was named, unless the name itself has it.
    const weightBeside = (named: string[]) =>
      sum(solid.filter((word) => !easier.has(word) || named.includes(word)).map(weightOf));
    const best = new Map<string, number>();
    const meaningsOfBest = new Map<string, string[]>();
    for (const {type, meanings} of phrasesOf(said)) {
      const found = meanings.filter((word) => said.includes(word));
      const missing = meanings.length - found.length;
      // 'A walk' names the walking group: what is missing says little. 'A group' names nothing.
      if (missing > 0 && !(found.some(isTelling) && meanings.every((word) => isWeak(word) || said.includes(word))))
        continue;
      const share = Math.min(1, sum(found.map(weightOf)) / weightBeside(found)) * (missing > 0 ? PART_NAMED : 1);
      if (share < TYPE_SHARE || share <= (best.get(type) ?? 0)) continue;
      best.set(type, share);
      meaningsOfBest.set(type, found);
    }
    // 'Book club' names the book club; that 'book' also names the library no longer counts.
    const ranked = surest(best);
    const kept: Weighed[] = [];
    const named = new Set<string>();
    for (const kind of ranked) {
      const words = meaningsOfBest.get(kind.key)!;
      const saysMore = words.some((word) => !named.has(word) && isTelling(word));
      if (kind.confidence < ranked[0]!.confidence * SAME_SHARE && !saysMore) continue;
      kept.push(kind);
      words.forEach((word) => named.add(word));
      if (kept.length === MOST_TYPES) break;
    }
    return {
      kinds: kept.map(({key, confidence}) => ({key, confidence: 0.5 + confidence / 2})),
      named: meaningsOfBest,
      words: new Set(kept.flatMap(({key, confidence}) => (confidence > PART_NAMED ? meaningsOfBest.get(key)! : []))),
      isSure: (kept[0]?.confidence ?? 0) > PART_NAMED,
    };
  };
}

export const surest = (confidence: Map<string, number>): Weighed[] =>
  [...confidence].map(([key, sure]) => ({key, confidence: sure})).sort((a, b) => b.confidence - a.confidence);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
