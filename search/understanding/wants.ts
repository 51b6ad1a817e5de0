/**
 * What the words say beside what is wrong: for whom, when, how and at what cost. 'Free yoga for carers on Tuesday' wants yoga; that it be free,
 * for carers and on a Tuesday lifts listings that are so, and hides none that are not. What must hold is for the filters.
 */
import {ageAt} from './ages.ts';
import type {Vocabulary} from './vocabulary.ts';
import {hintsFrom, OLD_PARENT, type Hint} from './want-hints.ts';
import {longestByFirst, plainWords} from './words.ts';

/** One wish: any of the tokens grants it. */
export interface Want {
  anyOf: string[];
  /** True for an age: a listing that does not take it is for someone else, and one that takes every age is not meant for it. */
  isAge: boolean;
  /** Whoever says 'mum' mostly speaks of somebody old, and not always. */
  isUnsure?: boolean;
}

interface WantsRead {
  wants: Want[];
  /** The words less those that only say when, how or at what cost. */
  words: string[];
  /** Words among them that say for whom ('nan', 'teenage'): they order more than they find. */
  forWhom: Set<string>;
  /** Words that say what would make a place easier to use ('wheelchair friendly'). */
  easier: Set<string>;
}

export function makeReadWants(
  vocabulary: Pick<Vocabulary, 'audiences' | 'access' | 'languages'>,
): (words: string[], named?: Set<string>) => WantsRead {
  const byPhrase = new Map<string, Hint[]>();
  for (const hint of hintsFrom(vocabulary)) {
    for (const phrase of new Set(hint.phrases.map((words) => plainWords(words).join(' ')))) {
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), hint]);
    }
  }
  const longest = longestByFirst(byPhrase.keys());

  // `named` are words of a kind of service that was recognised: the morning in 'coffee morning' is no time of day.
  return (words, named = new Set()) => {
    const wants = new Map<string, Want>();
    const kept: string[] = [];
    const forWhom = new Set<string>();
    const easier = new Set<string>();
    const add = (anyOf: string[], isAge = false) =>
      wants.set(anyOf === OLD_PARENT ? 'parent' : anyOf.join(), {anyOf, isAge, isUnsure: anyOf === OLD_PARENT});
    for (let at = 0; at < words.length;) {
      const age = ageAt(words, at);
      if (age) {
        ageWants(age.band).forEach(({anyOf, isAge}) => add(anyOf, isAge));
        at += age.length;
        continue;
      }
      let length = Math.min(longest.get(words[at]!) ?? 0, words.length - at);
      while (length > 0 && !byPhrase.has(words.slice(at, at + length).join(' '))) length--;
      const own = words.slice(at, at + Math.max(1, length));
      const found = length > 0 && !own.every((word) => named.has(word)) ? byPhrase.get(own.join(' '))! : [];
      for (const hint of found) {
        add(hint.anyOf);
        if (hint.isFamily) own.forEach((word) => forWhom.add(word));
        if (hint.anyOf[0]!.startsWith('access:')) own.forEach((word) => easier.add(word));
      }
      if (found.length === 0 || !found.every((hint) => hint.isSpent)) kept.push(...own);
      at += own.length;
    }
    return {wants: withoutOldParents([...wants.values()]), words: kept, forWhom, easier};
  };
}

const YOUNG = new Set(['audience:children', 'audience:young-people', 'audience:new-parents']);
/** A mum with a baby is not old, nor is a dad with young children. */
const withoutOldParents = (wants: Want[]) =>
  wants.some(({anyOf}) => anyOf.some((token) => YOUNG.has(token)))
    ? wants.filter(({anyOf}) => anyOf !== OLD_PARENT)
    : wants;

/** Who is of an age, as audiences. */
const OF_AGE: Record<string, string[]> = {
  'under-5': ['audience:babies-and-toddlers', 'audience:children', 'audience:families'],
  '5-to-11': ['audience:children', 'audience:families'],
  '12-to-17': ['audience:young-people', 'audience:children'],
  '18-to-25': ['audience:young-people'],
  '65-plus': ['audience:older-people'],
};

/** An age, said or chosen as a filter, also names those who are of it. */
export function ageWants(...bands: string[]): Want[] {
  const audiences = bands.flatMap((band) => OF_AGE[band] ?? []);
  return [
    {anyOf: bands.map((band) => `age:${band}`), isAge: true},
    ...(audiences.length > 0 ? [{anyOf: audiences, isAge: false}] : []),
  ];
}

/** What somebody of an age is called. */
const CALLED: Record<string, string> = {
  'under-5': 'toddler',
  '5-to-11': 'child',
  '12-to-17': 'teenager',
  '18-to-25': 'young',
  '65-plus': 'older',
};

const CALLED_YOUNG_CARER = ['young', 'carer'];
const YOUNG_BANDS = new Set(['age:5-to-11', 'age:12-to-17']);

/**
 * Words for the ages that were said: 'my 10 year old' is a child, and means what people say of children. 'I'm 13 and I look after my mum' is a young carer, and no
 * teenage mum.
 */
export function wordsForAges(wants: Want[]): string[] {
  const ages = wants.filter(({isAge}) => isAge).flatMap(({anyOf}) => anyOf);
  const cares = wants.some(({anyOf}) => anyOf.includes('audience:carers'));
  if (cares && ages.some((age) => YOUNG_BANDS.has(age))) return CALLED_YOUNG_CARER;
  return ages.flatMap((age) => CALLED[age.slice('age:'.length)] ?? []);
}
