import {plainWords, rootOf} from './words.ts';

/**
 * What was typed with its spelling mended word by word, for showing: capitals, apostrophes and all the rest stay as they are. Null when nothing is
 * mended; another form of the same word ('knitters' for 'knitting') is no mistake and is left as it was typed.
 */
export function mendedText(text: string, mend: (word: string) => string): string | null {
  const mended = text.replace(/[\p{L}\p{N}\p{M}'’`]+/gu, (typed) => {
    const [word, ...others] = plainWords(typed);
    if (word === undefined || others.length > 0) return typed;
    const meant = mend(word);
    return meant === word || rootOf(meant) === rootOf(word) ? typed : meant;
  });
  return mended === text ? null : mended;
}
