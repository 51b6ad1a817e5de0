/**
 * What is typed in another language than English (`needs-in-welsh.yaml`, `needs-in-polish.yaml`): told from English, and understood among the phrases of that
 * language alone, so that no English spelling is guessed for its words and no word of it is found in an English listing.
 */
import {surest, type Weighed} from './named-kinds.ts';
import {makeTopicEvidence} from './topic-evidence.ts';
import type {Tongue} from './vocabulary.ts';
import {plainWords} from './words.ts';

/** What was said in another language: the needs that it means, and how far it leans to each. */
export interface SaidInTongue {
  language: string;
  needs: Weighed[];
  shares: Map<string, number>;
}

/** A language is spoken when at least this share of the words is known in it. */
const SPOKEN = 0.5;
/** A need below this is not taken to be meant, nor one this far behind the best. */
const SURE_ENOUGH = 0.5;
const KEEP_WITHIN = 0.85;
const MOST_NEEDS = 3;
/** Polish changes how words end: those that begin with as many letters are forms of one. */
const BEGINNING = 5;
const beginning = (word: string) => word.slice(0, BEGINNING);
/** A word that this many needs have says little by itself ('nie', 'fy'). */
const COMMON = 5;

/** Welsh changes how words begin ('dyled', 'ddyled', 'nyled'): what a beginning may have been. */
const BEGINNINGS: [string, string][] = [
  ['ngh', 'c'],
  ['mh', 'p'],
  ['nh', 't'],
  ['ng', 'g'],
  ['ch', 'c'],
  ['ph', 'p'],
  ['th', 't'],
  ['dd', 'd'],
  ['f', 'b'],
  ['f', 'm'],
  ['g', 'c'],
  ['b', 'p'],
  ['d', 't'],
  ['m', 'b'],
  ['n', 'd'],
  ['l', 'll'],
  ['r', 'rh'],
  ['', 'g'],
];

const FORMS: Record<string, (word: string) => string[]> = {
  cy: (word) => [
    word,
    ...BEGINNINGS.flatMap(([now, was]) => (word.startsWith(now) ? [was + word.slice(now.length)] : [])),
  ],
};

/** Reads words in whichever of these languages they are; null when they are in none, or say nothing that is known. */
export function makeTongues(tongues: Tongue[], english: ReadonlySet<string>) {
  const englishBeginnings = new Set([...english].map(beginning));
  const readers = tongues.filter(({phrases}) => phrases.length > 0).map(makeTongue);
  return (text: string): SaidInTongue | null => {
    const words = plainWords(text);
    if (words.length === 0) return null;
    const ofEnglish = words.filter((word) => english.has(word)).length;
    for (const {language, says, isFormOf, weigh} of readers) {
      // 'Depresed' begins like 'depresja', and like 'depression'.
      const known = words.filter((word) => says(word) || (isFormOf(word) && !englishBeginnings.has(beginning(word))));
      if (known.length / words.length < SPOKEN || known.length <= ofEnglish) continue;
      const {confidence, shares} = weigh(words);
      const [best, ...others] = surest(confidence);
      if (!best || best.confidence < SURE_ENOUGH) continue;
      const least = Math.max(SURE_ENOUGH, best.confidence * KEEP_WITHIN);
      const needs = [best, ...others.filter((need) => need.confidence >= least)].slice(0, MOST_NEEDS);
      return {language, needs, shares};
    }
    return null;
  };
}

function makeTongue({language, phrases}: Tongue) {
  const needsWith = new Map<string, Set<string>>();
  const said = new Set<string>();
  for (const {need, phrase} of phrases) {
    for (const whole of plainWords(phrase)) {
      const word = beginning(whole);
      said.add(whole);
      needsWith.set(word, (needsWith.get(word) ?? new Set()).add(need));
    }
  }
  const forms = FORMS[language] ?? ((word: string) => [word]);
  const meaning = (word: string) => {
    const found = forms(word).map(beginning);
    return found.find((form) => needsWith.has(form)) ?? found[0]!;
  };
  const isFormOf = (word: string) => needsWith.has(meaning(word));
  const evidence = makeTopicEvidence({
    sayings: phrases.map(({need, phrase}) => ({topic: need, text: phrase, uses: 1, isPhrase: true})),
    read: plainWords,
    meaning,
    withoutStopWords: (words) => words,
    weightOf: (word) => Math.max(0.1, Math.log(phrases.length / (needsWith.get(word)?.size ?? 1))),
    isWeak: (word) => (needsWith.get(word)?.size ?? 0) >= COMMON,
  });
  return {
    language,
    says: (word: string) => said.has(word),
    isFormOf,
    weigh: (words: string[]) => evidence.weigh(words.filter(isFormOf), words),
  };
}
