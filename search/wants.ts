/**
 * What the words say beside what is wrong: for whom, when, how and at what cost. 'Free yoga for carers on Tuesday' wants yoga; that it be free,
 * for carers and on a Tuesday lifts listings that are so, and hides none that are not. What must hold is for the filters.
 */
import {ageAt} from './ages.ts';
import type {Vocabulary} from './vocabulary.ts';
import {plainWords} from './words.ts';

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

interface Hint {
  phrases: string[];
  anyOf: string[];
  /** The words say nothing more and need not stand in a listing's own text. */
  isSpent?: boolean;
  /** Words for one of the family: they say for whom, and seldom stand in a listing's own text for that. */
  isFamily?: boolean;
}

const DAY_NAMES = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};
const PART_PHRASES = {
  morning: ['morning', 'mornings', 'before lunch'],
  afternoon: ['afternoon', 'afternoons'],
  evening: ['evening', 'evenings', 'after work'],
};

const OLD = ['audience:older-people'];
const OLD_PARENT = [...OLD];
const YOUNG = new Set(['audience:children', 'audience:young-people', 'audience:new-parents']);

const OWN_CHILDREN = ['son', 'daughter', 'child', 'children', 'kids', 'boy', 'girl', 'lad', 'teenager']
  .concat(['teenage son', 'teenage daughter', 'little girl', 'little boy'])
  .map((child) => `my ${child}`);

const FIXED_HINTS: Hint[] = [
  ...Object.entries(DAY_NAMES).map(([day, name]) => ({
    phrases: [name, `${name}s`, `on ${name}`, `on ${name}s`, `on a ${name}`],
    anyOf: [`day:${day}`],
    isSpent: true,
  })),
  ...Object.entries(PART_PHRASES).map(([part, phrases]) => ({
    phrases: phrases.flatMap((phrase) => [phrase, `in the ${phrase}`]),
    anyOf: [`part:${part}`],
    isSpent: true,
  })),
  {phrases: ['at night', 'night', 'in the night'], anyOf: ['part:evening']},
  {phrases: ['weekend', 'weekends', 'at the weekend', 'at weekends'], anyOf: ['day:SA', 'day:SU'], isSpent: true},
  {phrases: ['free', 'for free', 'free of charge', 'no cost', 'costs nothing'], anyOf: ['cost:free'], isSpent: true},
  {phrases: ['online', 'on zoom', 'by video', 'on the internet'], anyOf: ['how:online'], isSpent: true},
  {phrases: ['by phone', 'on the phone', 'over the phone', 'telephone'], anyOf: ['how:phone']},
  {
    phrases: [
      'at home',
      'in my own home',
      'in her own home',
      'in his own home',
      'home visit',
      'home visits',
      'housebound',
    ],
    anyOf: ['how:at-home'],
  },
  {
    phrases: [
      'group',
      'groups',
      'club',
      'clubs',
      'class',
      'classes',
      'things to do',
      'something to do',
      'to do',
      'activities',
    ],
    anyOf: ['kind:group', 'kind:activity'],
  },
  // Those who speak of their grandparents mostly speak for someone old; of sons and daughters, for someone young.
  {
    phrases: [
      ...'nan gran granny grandma grandad grandfather grandmother'.split(' '),
      ...'pensioner pensioners senior seniors elderly oap retired'.split(' '),
      ...['old age', 'old lady', 'old man', 'old people', 'older people'],
    ],
    anyOf: OLD,
    isFamily: true,
  },
  // Parents too, unless a child is spoken of as well: see `withoutOldParents`.
  {phrases: ['mum', 'dad', 'mother', 'father'], anyOf: OLD_PARENT, isFamily: true},
  // Whoever speaks of a child of their own is a parent.
  {
    phrases: OWN_CHILDREN,
    anyOf: ['audience:parents', 'audience:families', 'audience:parent-carers'],
    isFamily: true,
  },
  {
    phrases: [
      'i look after',
      'look after my',
      'looking after my',
      'i care for',
      'care for my',
      'caring for my',
      'caring for',
    ],
    anyOf: ['audience:carers'],
  },
  {phrases: ['parent', 'parents'], anyOf: ['audience:parents', 'audience:families'], isFamily: true},
  {
    phrases: ['toddler', 'toddlers', 'baby', 'babies', 'tots', 'under fives', 'under 5s', 'preschool'],
    anyOf: ['age:under-5', 'audience:parents', 'audience:new-parents', 'audience:families'],
  },
  {
    phrases: ['child', 'children', 'kid', 'kids', 'little girl', 'little boy', 'boy', 'boys', 'girl', 'girls'],
    anyOf: ['audience:children', 'audience:families', 'audience:young-people'],
    isFamily: true,
  },
  {
    phrases: [
      'son',
      'daughter',
      'sons',
      'daughters',
      'teenager',
      'teenagers',
      'teen',
      'teens',
      'teenage',
      'youth',
      'young person',
      'young people',
      'school',
      ...OWN_CHILDREN,
    ],
    anyOf: ['audience:young-people', 'audience:children', 'audience:parents', 'audience:families'],
    isFamily: true,
  },
];

/** Audiences that say how old, and little else. */
const BY_AGE = new Set(['older-people', 'adults', 'children', 'young-people']);

export function makeReadWants(
  vocabulary: Pick<Vocabulary, 'audiences' | 'access' | 'languages'>,
): (words: string[], named?: Set<string>) => WantsRead {
  const hints = [
    ...FIXED_HINTS,
    ...vocabulary.audiences.map((term) => ({...hintFrom('audience', term), isFamily: BY_AGE.has(term.key)})),
    ...vocabulary.access.map((term) => hintFrom('access', term)),
    ...vocabulary.languages
      .filter((term) => term.key !== 'en')
      .flatMap((term) => [hintFrom('language', term), speakerHint(term)]),
  ];
  const byPhrase = new Map<string, Hint[]>();
  for (const hint of hints) {
    for (const phrase of new Set(hint.phrases.map((words) => plainWords(words).join(' ')))) {
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), hint]);
    }
  }
  const longest = Math.max(...[...byPhrase.keys()].map((phrase) => phrase.split(' ').length));

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
      let length = Math.min(longest, words.length - at);
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

/** A mum with a baby is not old, nor is a dad with young children. */
const withoutOldParents = (wants: Want[]) =>
  wants.some(({anyOf}) => anyOf.some((token) => YOUNG.has(token)))
    ? wants.filter(({anyOf}) => anyOf !== OLD_PARENT)
    : wants;

const hintFrom = (facet: string, term: {key: string; name: string; also: string[]}): Hint => ({
  phrases: [term.name, ...term.also],
  anyOf: [`${facet}:${term.key}`],
});

/** 'A Nepali-speaking carer' is asked for a language, not for a class in one. */
const speakerHint = ({key, name}: {key: string; name: string}): Hint => ({
  phrases: ['speaking', 'speaker', 'speakers'].map((word) => `${name} ${word}`),
  anyOf: [`language:${key}`],
  isFamily: true,
});

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

/** Words for the ages that were said: 'my 10 year old' is a child, and means what people say of children. */
export const wordsForAges = (wants: Want[]): string[] =>
  wants.flatMap(({isAge, anyOf}) => (isAge ? anyOf.flatMap((token) => CALLED[token.slice('age:'.length)] ?? []) : []));
