import {dictionary} from '@zxcvbn-ts/language-common';

/** Some 49,000 of the commonest passwords, in small letters, from lists of passwords that were stolen. */
const common = new Set(dictionary.passwords as string[]);

/**
 * Whether a password is one of the commonest, or one of them dressed up: with figures and signs around it, or said twice.
 * Length alone lets through `password2026!` and `sunshinesunshine`.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const half = plain.slice(0, plain.length / 2);
  return common.has(plain) || common.has(bare) || isRun(plain) || (half.repeat(2) === plain && isOrdinary(half));
}

const isOrdinary = (word: string) => common.has(word) || isRun(word) || common.has(word.replace(/[^a-z]+$/, ''));

/** All one sign, or one after the other as on the keyboard of figures: `aaaaaaaaaaaa`, `123456789012`. */
function isRun(word: string): boolean {
  const steps = new Set(
    [...word].slice(1).map((sign, place) => ((sign.codePointAt(0) ?? 0) - (word.codePointAt(place) ?? 0) + 10) % 10),
  );
  return steps.size <= 1;
}
