/** Names as they are compared: without capitals, accents, apostrophes or titles, in words. */
import {doubleMetaphone} from 'double-metaphone';
import {nicknamesOf} from './nicknames.ts';

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'e',
};

/** Said before a name and no part of it. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx master mister dr doctor prof professor rev revd reverend fr father sr sister br brother sir dame ' +
    'lord lady cllr councillor pan pani sri smt'
  ).split(' '),
);

/**
 * 'Mrs Siân O’Brien-Łuczak' → ['sian', 'obrien', 'luczak']. Titles go, unless there is nothing else; other scripts stay
 * as they are. Marks, apostrophes and full stops join, hyphens and spaces part.
 */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıßæœþə]/g, (letter) => PLAIN_LETTERS[letter]!)
    // A full stop after an initial parts 'J.P.'; one that ends a word just goes.
    .replace(/\b(\p{L})\./gu, '$1 ')
    .replace(/['’‘ʻʼ`´.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 60));
  const named = words.filter((word) => !TITLES.has(word));
  return named.length > 0 ? named : words;
}

/**
 * Every word by which a name is found: its words, and neighbours that some write as one ('mary ann' → 'maryann',
 * 'mc donald' → 'mcdonald', 'van der berg' → 'vanderberg').
 */
export function nameKeys(...names: (string | null | undefined)[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const words = nameWords(name ?? '');
    for (const word of words) keys.add(word);
    for (let at = 1; at < words.length; at++) keys.add((words[at - 1]! + words[at]!).slice(0, 60));
    if (words.length > 2) keys.add(words.join('').slice(0, 60));
  }
  return [...keys];
}

/** Endings of Polish names, in which a w is heard as v. */
const POLISH = /(?:sk|ck|zk)(?:i|a|y)$|[ei]?wicz$|cz[yk]k$/;

/** How a word sounds: one or two Double Metaphone codes, none for scripts that it does not know. */
export function soundsOf(word: string): string[] {
  return [...new Set(doubleMetaphone(POLISH.test(word) ? word.replaceAll('w', 'v') : word))].filter(
    (code) => code !== '',
  );
}

/** Whether two words of names are the same, or one is a pet form of the other. */
export function isSameName(one: string, other: string): boolean {
  return one === other || nicknamesOf(one).includes(other);
}
