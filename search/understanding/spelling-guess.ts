/**
 * Mends spelling before any engine is asked, so that synonyms, needs and both engines meet the word that was meant. A word is left alone when
 * the directory or the vocabulary knows it, or when it begins one that it knows (somebody may still be typing).
 */
import {distance} from 'fastest-levenshtein';
import {AGE_WORDS} from './ages.ts';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords, stemOf} from './words.ts';

/** Each use of a word in the vocabulary counts as this many listings: its words are the ones people look for. */
const VOCABULARY_USES = 5;
/** With fewer letters, too many words begin nearly so. */
const SHORTEST_BEGINNING = 6;

export function makeGuessSpelling(vocabulary: Vocabulary): (word: string) => string {
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
  const isOwn = new Set(ownWords);
  // Words people say for a kind of service are right as they are, yet too many to be guessed at.
  const alsoRight = new Set([...vocabulary.types.flatMap((kind) => kind.phrases).flatMap(plainWords), ...AGE_WORDS]);

  // 'gardning' finds 'gardening': a word that only ever stands for another is taken for it.
  const standIns = new Map(
    vocabulary.synonyms.flatMap((entry) =>
      entry.alsoFind.length === 0
        ? []
        : entry.words.flatMap((word) => [[plainWords(word).join(' '), plainWords(entry.alsoFind[0]!)] as const]),
    ),
  );
  const byStem = new Map<string, string>();
  const byShape = new Map<string, string[]>();
  for (const [word, count] of uses) {
    const stem = stemOf(word);
    if (count > (uses.get(byStem.get(stem) ?? '') ?? 0)) byStem.set(stem, word);
    if (word.length >= 4) (byShape.get(word[0]!) ?? byShape.set(word[0]!, []).get(word[0]!)!).push(word);
  }
  const alphabetical = [...uses.keys()].sort();

  return (word) => {
    if (uses.has(word) || alsoRight.has(word)) return word;
    const standIn = standIns.get(word);
    if (standIn?.length === 1) return standIn[0]!;
    if (word.length < 4 || /\d/.test(word)) return word;
    const sameStem = byStem.get(stemOf(word));
    if (sameStem) return sameStem;
    const allowed = word.length >= 6 ? 2 : 1;
    if (beginsAny(alphabetical, word)) return word;
    let best: {word: string; cost: number} | null = null;
    for (const other of byShape.get(word[0]!) ?? []) {
      if (Math.abs(other.length - word.length) > allowed) continue;
      const edits = editsBetween(word, other);
      if (edits > allowed) continue;
      // One slip is likelier than two; among equals the commoner word.
      const cost =
        edits -
        Math.min(0.9, Math.log10(1 + (uses.get(other) ?? 0)) / 4) -
        (isOwn.has(other) ? 0.4 : 0) -
        sharedEnds(word, other) / 10;
      if (!best || cost < best.cost) best = {word: other, cost};
    }
    return best?.word ?? beginningMeant(word, byShape.get(word[0]!) ?? [], uses) ?? word;
  };
}

/** Half a word with one slip in it ('befrend' for 'befriending'): the commonest that begins nearly so. */
function beginningMeant(word: string, others: string[], uses: Map<string, number>): string | null {
  if (word.length < SHORTEST_BEGINNING) return null;
  let best: string | null = null;
  for (const other of others) {
    if (other.length <= word.length || (uses.get(other) ?? 0) <= (uses.get(best ?? '') ?? 0)) continue;
    if ([0, 1].some((more) => editsBetween(word, other.slice(0, word.length + more)) <= 1)) best = other;
  }
  return best;
}

/** Levenshtein distance, but two neighbouring letters swapped are one slip, and so is one letter doubled or undoubled. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  return [...a].sort().join('') === [...b].sort().join('') ? 1 : edits;
}

/** Letters the two have in common at their beginning and end: people seldom get those wrong. At most 5. */
function sharedEnds(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.min(5, start + end);
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
