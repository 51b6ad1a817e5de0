/** Which words say for whom, when, how and at what cost: see `wants.ts`. */
import type {Vocabulary} from './vocabulary.ts';

/** Words that say something beside what is wrong, and which wish that is. */
export interface Hint {
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

/** By themselves 'sat' and 'sun' are no days; 'sat morning' is. */
const SHORT_DAYS: Record<keyof typeof DAY_NAMES, string[]> = {
  MO: ['mon'],
  TU: ['tue', 'tues'],
  WE: ['wed', 'weds'],
  TH: ['thu', 'thur', 'thurs'],
  FR: ['fri'],
  SA: ['sat'],
  SU: ['sun'],
};
const SHORT_PARTS: Record<keyof typeof PART_PHRASES, string[]> = {
  morning: ['am', 'morning', 'mornings'],
  afternoon: ['pm', 'afternoon', 'afternoons'],
  evening: ['eve', 'evening', 'evenings', 'night', 'nights', 'nite'],
};
/** 'Thurs am', 'friday nights': the day and the part of it in one. */
const DAYS_WITH_PARTS = Object.entries(DAY_NAMES).flatMap(([day, name]) =>
  Object.entries(SHORT_PARTS).map(([part, ends]) => ({
    day,
    part,
    phrases: [name, ...SHORT_DAYS[day as keyof typeof DAY_NAMES]].flatMap((one) =>
      ends.flatMap((end) => [`${one} ${end}`, `on ${one} ${end}`, `on a ${one} ${end}`]),
    ),
  })),
);
/** Those that are no other word. */
const CLEAR_SHORT_DAYS = new Set(['mon', 'tue', 'tues', 'weds', 'thur', 'thurs', 'fri']);

const OLD = ['audience:older-people'];
export const OLD_PARENT = [...OLD];

const OWN_CHILDREN = ['son', 'daughter', 'child', 'children', 'kids', 'boy', 'girl', 'lad', 'teenager']
  .concat(['teenage son', 'teenage daughter', 'little girl', 'little boy'])
  .map((child) => `my ${child}`);

const FIXED_HINTS: Hint[] = [
  ...Object.entries(DAY_NAMES).map(([day, name]) => ({
    phrases: [
      name,
      `${name}s`,
      `on ${name}`,
      `on ${name}s`,
      `on a ${name}`,
      ...SHORT_DAYS[day as keyof typeof DAY_NAMES].flatMap((short) => [
        ...(CLEAR_SHORT_DAYS.has(short) ? [short] : []),
        `on ${short}`,
        `on a ${short}`,
      ]),
    ],
    anyOf: [`day:${day}`],
    isSpent: true,
  })),
  ...DAYS_WITH_PARTS.flatMap(({day, part, phrases}) =>
    [`day:${day}`, `part:${part}`].map((token) => ({phrases, anyOf: [token], isSpent: true})),
  ),
  {
    phrases: ['daytime', 'in the daytime', 'during the day', 'in the day', 'day time', 'while the kids are at school'],
    anyOf: ['part:morning', 'part:afternoon'],
    isSpent: true,
  },
  {
    phrases: ['weekday', 'weekdays', 'on weekdays', 'on a weekday', 'in the week', 'during the week'],
    anyOf: ['day:MO', 'day:TU', 'day:WE', 'day:TH', 'day:FR'],
    isSpent: true,
  },
  {phrases: ['face to face', 'in person', 'f2f'], anyOf: ['how:in-person'], isSpent: true},
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
      'whats on',
      'whats happening',
      'whats going on',
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

type Terms = Pick<Vocabulary, 'audiences' | 'access' | 'languages'>;

/** Those that hold everywhere, and the names that an editor gives. */
export const hintsFrom = ({audiences, access, languages}: Terms): Hint[] => [
  ...FIXED_HINTS,
  ...audiences.map((term) => ({...hintFrom('audience', term), isFamily: BY_AGE.has(term.key)})),
  ...access.map((term) => hintFrom('access', term)),
  ...languages.filter((term) => term.key !== 'en').flatMap((term) => [hintFrom('language', term), speakerHint(term)]),
];

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
