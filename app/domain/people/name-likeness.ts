/** How much alike two words of names are: what the search box forgives. */
import {distance} from 'fastest-levenshtein';
import {isSameName, soundsOf} from './names.ts';

/** Of a pet form, of a beginning, of a slip of the fingers, and of a word that only sounds the same. */
const WEIGHTS = {nickname: 0.85, beginning: 0.8, slip: 0.7, sound: 0.6};
/** Shorter words have too many neighbours for a beginning or a slip to mean anything. */
const SHORTEST = 3;

/**
 * From 0 (not alike) to 1 (the same) for two words as `nameWords` gives them. A slip is one letter wrong, missing, too
 * many or two swapped; two of them from eight letters on.
 */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (isSameName(typed, word)) return WEIGHTS.nickname;
  if (typed.length < SHORTEST) return 0;
  if (word.startsWith(typed)) return WEIGHTS.beginning;
  const slips = distance(typed, word) - (isSwapped(typed, word) ? 1 : 0);
  if (slips <= (typed.length >= 8 ? 2 : 1) && word.length >= SHORTEST) return WEIGHTS.slip;
  return soundsAlike(typed, word, slips) ? WEIGHTS.sound : 0;
}

/** Codes of two letters are shared by half the names there are, so the spelling must be near as well. */
function soundsAlike(typed: string, word: string, slips: number): boolean {
  const shared = soundsOf(typed).filter((code) => soundsOf(word).includes(code));
  if (shared.length === 0) return false;
  const longest = Math.max(...shared.map((code) => code.length));
  return slips <= (longest >= 3 ? 4 : 2);
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2) === other;
}
