/** Words as search compares them: lower case, no accents, apostrophes closed up ('can't' → 'cant'), everything else a space. */
import {stemmer} from 'stemmer';
import {regular} from './irregular.ts';
import type {SynonymEntry} from './vocabulary.ts';

export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      // Polish ł is a letter of its own, which takes no accent off; people without its key type l.
      .replace(/ł/g, 'l')
      .replace(/['’`]/g, '')
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
  );
}

/** A word without its ending: 'walking', 'walks' and 'walked' are all 'walk'. Words with digits, and very short ones, stay whole. */
export const stemOf = (word: string) => (word.length <= 3 || /\d/.test(word) ? word : stemmer(word));

/** Words whose ending is no agent's: a letter is not one who lets. */
const NO_AGENTS = new Set(['number', 'letter', 'shower', 'corner', 'matter', 'flower']);

/** As `stemOf`, whatever the form ('paid' is 'pay'), and those who do a thing are known by it: 'cyclists' is 'cycl', 'knitter' is 'knit'. */
export function rootOf(word: string): string {
  // 'Cry' stays whole, so 'crying' must come back to it from 'cri'.
  const stem = stemOf(regular(word)).replace(/^(..)i$/, '$1y');
  if (stem.length < 6 || NO_AGENTS.has(stem)) return stem;
  return stem.replace(/(er|ist)$/, '').replace(/([bdfglmnprt])\1$/, '$1');
}

/** Takes out words and short phrases that say nothing about what is wanted; perhaps all of them. */
export function makeStopWordRemover(stopWords: string[]): (words: string[]) => string[] {
  const phrases = new Set(stopWords.map((phrase) => plainWords(phrase).join(' ')));
  const longest = longestByFirst(phrases);
  return (words) => {
    const kept: string[] = [];
    for (let at = 0; at < words.length;) {
      let length = Math.min(longest.get(words[at]!) ?? 0, words.length - at);
      while (length > 0 && !phrases.has(words.slice(at, at + length).join(' '))) length--;
      if (length === 0) kept.push(words[at++]!);
      else at += length;
    }
    return kept;
  };
}

/** For each word that begins a phrase, how many words the longest of those phrases has: nothing longer need be looked up there. */
export function longestByFirst(phrases: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    longest.set(words[0]!, Math.max(words.length, longest.get(words[0]!) ?? 0));
  }
  return longest;
}

const MOST_KEPT = 50_000;

/**
 * Gives words that mean the same one name, so that 'nan' in a phrase meets 'gran' in a search.
 * Only single words that go both ways take part; the engine does the rest.
 */
export function makeMeaning(synonyms: SynonymEntry[]): (word: string) => string {
  const parent = new Map<string, string>();
  const find = (word: string): string => {
    let root = word;
    while (parent.has(root)) root = parent.get(root)!;
    return root;
  };
  for (const {words, alsoFind} of synonyms) {
    if (alsoFind.length > 0) continue;
    const single = words.map(plainWords).filter((parts) => parts.length === 1);
    const [first, ...others] = single.map(([word]) => rootOf(word!));
    for (const other of others) {
      const [a, b] = [find(first!), find(other)];
      if (a !== b) parent.set(b, a);
    }
  }
  // The same few thousand words come again and again; what people type beyond them is not kept for ever.
  const known = new Map<string, string>();
  return (word) => {
    let own = known.get(word);
    if (own === undefined) {
      own = find(rootOf(word));
      if (known.size < MOST_KEPT) known.set(word, own);
    }
    return own;
  };
}

/** The vocabulary's phrases are read for several purposes, and reading one takes longer than what is done with it. */
export function remembering(read: (text: string) => string[]): (text: string) => string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    const words = known.get(text) ?? read(text);
    if (!known.has(text)) known.set(text, words);
    return words;
  };
}
