/** What words were understood to mean. */
import type {Weighed} from './named-kinds.ts';
import type {SaidInTongue} from './tongues.ts';
import type {Want} from './wants.ts';

export interface Recognised extends Weighed {
  /** How much of each of `Understood.words` it stands for, 0 to 1: to be for loneliness says 'lonely' as well as the word itself. */
  standsFor: Map<string, number>;
}

/** What the words lean to, sure or not: for each need and kind, its share of what the likeliest has. */
export interface Leaning {
  needs: Map<string, number>;
  types: Map<string, number>;
}

export interface Understood {
  /** The words that say something, for the engine. None: everything may be meant. */
  words: string[];
  /** Words that say little ('group'): they order, and find nothing by themselves. */
  weakWords: string[];
  /** What was typed with its spelling mended, as it was understood; null when nothing was taken to be misspelt. */
  mended: string | null;
  needs: Recognised[];
  types: Recognised[];
  /** For whom, when, how and at what cost, as far as it was said. */
  wants: Want[];
  /** Audiences ('audience:men') to look among when nothing else was said: 'dads', 'something for my nan'. */
  audiences: string[];
  leaning: Leaning;
  /** Two needs or more that were surely said each for itself ('debt and depression'); else none. */
  turns: string[];
  /** True when the needs are only the likeliest, for want of anything better. */
  isGuess: boolean;
  /** Three words or more: a story rather than a name. */
  isSentence: boolean;
  /** A story of something that is wrong, and not a wish for some kind of service or for something to do. */
  isTrouble: boolean;
}

export const NOTHING_SAID: Understood = {
  words: [],
  weakWords: [],
  mended: null,
  needs: [],
  types: [],
  wants: [],
  audiences: [],
  leaning: {needs: new Map(), types: new Map()},
  turns: [],
  isGuess: false,
  isSentence: false,
  isTrouble: false,
};

/** Of another language only the needs are known; what speaks it stands higher. */
export const saidIn = ({language, needs, shares}: SaidInTongue): Partial<Understood> => ({
  needs: needs.map((need) => ({...need, standsFor: new Map()})),
  wants: [{anyOf: [`language:${language}`], isAge: false}],
  leaning: {needs: ofBest(shares), types: new Map()},
});

/** As shares of the greatest. */
export function ofBest(shares: Map<string, number>): Map<string, number> {
  const best = Math.max(...shares.values(), 1e-9);
  return new Map([...shares].map(([topic, share]) => [topic, share / best]));
}
