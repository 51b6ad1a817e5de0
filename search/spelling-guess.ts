/**
 * Mends spelling before any engine is asked, so that synonyms, needs and both engines meet the word that was meant. A word is left alone when
 * the directory or the vocabulary knows it, or when it begins one that it knows (somebody may still be typing).
 */
import {distance} from 'fastest-levenshtein';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords, stemOf} from './words.ts';

/** Words the vocabulary itself uses count as if this many listings used them. */
const VOCABULARY_USES = 5;

export function makeGuessSpelling(vocabulary: Vocabulary): (word: string) => string {
  const uses = new Map(vocabulary.wordUses);
  const ownWords = [
    ...vocabulary.needs.flatMap((need) => [need.name, ...need.phrases]),
    ...[...vocabulary.types, ...vocabulary.audiences, ...vocabulary.access, ...vocabulary.languages].flatMap((term) => [term.name, ...term.also]),
    ...vocabulary.synonyms.flatMap((entry) => [...entry.words, ...entry.alsoFind]),
    ...vocabulary.areas.map((area) => area.name),
    ...vocabulary.stopWords,
  ].flatMap(plainWords);
  for (const word of ownWords) uses.set(word, Math.max(VOCABULARY_USES, uses.get(word) ?? 0));

  const byStem = new Map<string, string>();
  const byShape = new Map<string, string[]>();
  for (const [word, count] of uses) {
    const stem = stemOf(word);
    if (count > (uses.get(byStem.get(stem) ?? '') ?? 0)) byStem.set(stem, word);
    if (word.length >= 4) byShape.set(word[0]!, [...(byShape.get(word[0]!) ?? []), word]);
  }
  const alphabetical = [...uses.keys()].sort();

  return (word) => {
    if (uses.has(word) || word.length < 4 || /\d/.test(word) || beginsAny(alphabetical, word)) return word;
    const sameStem = byStem.get(stemOf(word));
    if (sameStem) return sameStem;
    const allowed = word.length >= 6 ? 2 : 1;
    let best: {word: string; cost: number} | null = null;
    for (const other of byShape.get(word[0]!) ?? []) {
      if (Math.abs(other.length - word.length) > allowed) continue;
      const edits = editsBetween(word, other);
      if (edits > allowed) continue;
      // One slip is likelier than two; among equals the commoner word.
      const cost = edits - Math.min(0.9, Math.log10(1 + (uses.get(other) ?? 0)) / 4);
      if (!best || cost < best.cost) best = {word: other, cost};
    }
    return best?.word ?? word;
  };
}

/** Levenshtein distance, but two neighbouring letters swapped are one slip, and so is one letter doubled or undoubled. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  return [...a].sort().join('') === [...b].sort().join('') ? 1 : edits;
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
