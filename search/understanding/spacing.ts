/**
 * Mends the spaces between words: 'foodparcel' and 'mumandbaby' are words run together, 'dep ressed' is one torn apart, and the 2 of 'need2' is a word of
 * its own. Only where what was typed is no word and what comes of it is made of words that are.
 */
import type {KnownWords} from './known-words.ts';
import {plainWords} from './words.ts';

const SHORTEST_WHOLE = 5;
/** Run together, each word has at least this many letters … */
const SHORTEST_PART = 4;
/** … or is one of the small ones people run into others, which then are longer. */
const SMALL_PARTS = new Set('for can my i no cant dont wont mum dad gran nan son dog cat job art free'.split(' '));
const SHORTEST_BESIDE_SMALL = 5;
/** Between two: 'mumandbaby'. */
const BETWEEN = ['and', 'for', 'to', 'with'];
const FIGURES = new Map([
  ['2', 'to'],
  ['4', 'for'],
]);
/** After these a figure by itself is a word: 'somewhere 2 sleep', 'help 4 my mum'. */
const BEFORE_TO = new Set(
  'somewhere something someone nothing nowhere anywhere need want going got have like able trying used how where way'.split(
    ' ',
  ),
);
const BEFORE_FOR = new Set(
  'help support looking something someone group club class food clothes money things activities'.split(' '),
);
const WORD_OR_GAP = /[\p{L}\p{N}\p{M}'’`]+|[^\p{L}\p{N}\p{M}'’`]+/gu;
const IS_GAP = /^[ -]$/;

/** Gives the text with its spaces mended; `guess` is what a word's spelling is mended to. */
export function makeRespace(
  {isRight, isOwn, isBeginning}: KnownWords,
  guess: (word: string) => string,
): (text: string) => string {
  const isLong = (word: string) => word.length >= SHORTEST_PART && isOwn.has(word);
  const isSmall = (word: string) => SMALL_PARTS.has(word);
  const fit = (first: string, second: string) =>
    (isLong(first) && isLong(second)) ||
    (isSmall(first) && isLong(second) && second.length >= SHORTEST_BESIDE_SMALL) ||
    (isSmall(second) && isLong(first) && first.length >= SHORTEST_BESIDE_SMALL);
  const splits = (word: string) =>
    Array.from({length: word.length - 1}, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const);

  const partsOf = (word: string): string[] | undefined => {
    const two = splits(word).find(([first, second]) => fit(first, second));
    if (two) return [...two];
    return splits(word).flatMap(([first, rest]) =>
      BETWEEN.filter((small) => rest.startsWith(small) && (isLong(first) || isSmall(first)))
        .map((small) => [first, small, rest.slice(small.length)])
        .filter(([, , last]) => isLong(last!) || isSmall(last!)),
    )[0];
  };

  const takeApart = (word: string): string[] | null => {
    const figure = FIGURES.get(word.at(-1)!);
    const before = word.slice(0, -1);
    if (figure && before.length >= SHORTEST_PART && isRight(before)) return [before, figure];
    if (/\d/.test(word) || word.length <= SHORTEST_WHOLE || isBeginning(word)) return null;
    // A slip of the pen or two is likelier than a missing space.
    if (guess(word) !== word) return null;
    return partsOf(word) ?? null;
  };

  /** A figure that stands for a word, after the word before it. */
  const figureAt = (plain: string[], at: number): string | undefined => {
    const before = plain[at - 2] ?? '';
    return (FIGURES.get(plain[at]!) === 'to' ? BEFORE_TO : BEFORE_FOR).has(before)
      ? FIGURES.get(plain[at]!)
      : undefined;
  };

  return (text) => {
    const tokens = text.match(WORD_OR_GAP) ?? [];
    const plain = tokens.map((token) => plainWords(token).join(' '));
    const mended: string[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const [word, gap, next] = [plain[at]!, tokens[at + 1] ?? '', plain[at + 2] ?? ''];
      const whole = word + next;
      const isTorn = word !== '' && next !== '' && IS_GAP.test(gap) && !(isRight(word) && isRight(next));
      if (isTorn && whole.length >= SHORTEST_WHOLE && !/\d/.test(whole) && isOwn.has(whole)) {
        mended.push(whole);
        at += 2;
      } else {
        const parts = word === '' || isRight(word) ? undefined : (takeApart(word)?.join(' ') ?? figureAt(plain, at));
        mended.push(parts ?? tokens[at]!);
      }
    }
    return mended.join('');
  };
}
