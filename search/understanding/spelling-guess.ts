/**
 * Mends spelling before any engine is asked, so that synonyms, needs and both engines meet the word that was meant. A word is left alone when
 * the directory or the vocabulary knows it, or when it begins one that it knows (somebody may still be typing).
 */
import {distance} from 'fastest-levenshtein';
import type {KnownWords} from './known-words.ts';
import type {Vocabulary} from './vocabulary.ts';
import {soundOf} from './sounds.ts';
import {plainWords, stemOf} from './words.ts';

/** With fewer letters, too many words begin nearly so. */
const SHORTEST_BEGINNING = 6;
/** With fewer letters, or fewer sounds, too many words sound alike. */
const SHORTEST_HEARD = 5;
const SHORTEST_SOUND = 3;
/** From this many letters on, three of them may be others where the sound is the same. */
const LONG = 8;

export function makeGuessSpelling(
  {synonyms}: Pick<Vocabulary, 'synonyms'>,
  {uses, isOwn, isRight, isBeginning}: KnownWords,
): (word: string) => string {
  // 'gardning' finds 'gardening': a word that only ever stands for another is taken for it.
  const standIns = new Map(
    synonyms.flatMap((entry) =>
      entry.alsoFind.length === 0
        ? []
        : entry.words.flatMap((word) => [[plainWords(word).join(' '), plainWords(entry.alsoFind[0]!)] as const]),
    ),
  );
  const byStem = new Map<string, string>();
  const byShape = new Map<string, string[]>();
  const bySound = new Map<string, string>();
  for (const [word, count] of uses) {
    const stem = stemOf(word);
    if (count > (uses.get(byStem.get(stem) ?? '') ?? 0)) byStem.set(stem, word);
    const sound = soundOf(word);
    const isCommonest = count > (uses.get(bySound.get(sound) ?? '') ?? 0);
    if (word.length >= SHORTEST_HEARD && sound.length >= SHORTEST_SOUND && isCommonest) bySound.set(sound, word);
    if (word.length >= 4) (byShape.get(word[0]!) ?? byShape.set(word[0]!, []).get(word[0]!)!).push(word);
  }

  return (word) => {
    if (isRight(word)) return word;
    const standIn = standIns.get(word);
    if (standIn?.length === 1) return standIn[0]!;
    if (word.length < 4 || /\d/.test(word)) return word;
    const sameStem = byStem.get(stemOf(word));
    if (sameStem) return sameStem;
    const allowed = word.length >= 6 ? 2 : 1;
    if (isBeginning(word)) return word;
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
    if (best) return best.word;
    const alike = word.length >= SHORTEST_HEARD ? bySound.get(soundOf(word)) : undefined;
    const heard = alike && distance(word, alike) <= (word.length >= LONG ? 3 : 2) ? alike : null;
    return beginningMeant(word, byShape.get(word[0]!) ?? [], uses) ?? heard ?? word;
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
