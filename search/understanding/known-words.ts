/** The words that are right as they are, and how common each is: what spelling and spacing are mended by. */
import {AGE_WORDS} from './ages.ts';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords} from './words.ts';

/** Each use of a word in the vocabulary counts as this many listings: its words are the ones people look for. */
const VOCABULARY_USES = 5;

export interface KnownWords {
  /** Words that another may be taken for, and how common they are. */
  uses: Map<string, number>;
  /** Those of the vocabulary. */
  isOwn: Set<string>;
  isRight(word: string): boolean;
  /** Whether it begins one of them: somebody may still be typing. */
  isBeginning(word: string): boolean;
}

export function readKnownWords(vocabulary: Vocabulary): KnownWords {
  const uses = new Map(vocabulary.wordUses);
  const ownWords = [
    ...vocabulary.needs.flatMap((need) => [need.name, ...need.phrases]),
    ...[...vocabulary.types, ...vocabulary.audiences, ...vocabulary.access, ...vocabulary.languages].flatMap((term) => [
      term.name,
      ...term.also,
    ]),
    ...vocabulary.synonyms.flatMap((entry) => (entry.alsoFind.length > 0 ? entry.alsoFind : entry.words)),
    ...vocabulary.areas.map((area) => area.name),
    ...vocabulary.stopWords,
  ].flatMap(plainWords);
  for (const word of ownWords) uses.set(word, (uses.get(word) ?? 0) + VOCABULARY_USES);
  // Words people say for a kind of service, and those that say little, are right as they are, yet nothing to be guessed at.
  const alsoRight = new Set([
    ...[...vocabulary.types.flatMap((kind) => kind.phrases), ...vocabulary.weakWords].flatMap(plainWords),
    ...AGE_WORDS,
  ]);
  const alphabetical = [...uses.keys()].sort();
  return {
    uses,
    isOwn: new Set(ownWords),
    isRight: (word) => uses.has(word) || alsoRight.has(word),
    isBeginning: (word) => beginsAny(alphabetical, word),
  };
}

function beginsAny(sorted: string[], start: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ?? false;
}
