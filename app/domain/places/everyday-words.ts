/**
 * Places whose name is also an everyday word, in their stored spelling. 'help with reading' is not about Reading and
 * 'hook and loop' is not about Hook, so in the box for what, such a name counts only after 'near' or 'in'.
 * Keep this to words people would really type there; a place that is not here is not lost, only unseen without 'near'.
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set([
  // Of the demonstration area and its neighbours
  ...[
    'ash',
    'blackwater',
    'brookside',
    'california',
    'cheapside',
    'college town',
    'cove',
    'fleet',
    'forest park',
    'garth',
  ],
  ...['hook', 'hurst', 'pinewood', 'reading', 'the parks', 'the warren', 'upton', 'woodside'],
  // Larger places elsewhere
  ...[
    'barking',
    'barry',
    'bath',
    'bow',
    'bury',
    'deal',
    'flint',
    'march',
    'nelson',
    'poole',
    'rugby',
    'sale',
    'sandwich',
  ],
  ...['settle', 'stone', 'street', 'ware', 'wells'],
  // 'near home' is nowhere on a map, whatever hamlet is called so
  ...['here', 'home', 'me', 'school', 'work'],
]);

/** Outcodes that are also something else: a vitamin, a motorway, a level of a course. */
export const EVERYDAY_OUTCODES: ReadonlySet<string> = new Set([
  ...['B1', 'B2', 'B6', 'B12', 'E10', 'E45', 'L1', 'L2', 'L3', 'M3', 'M4', 'M25'],
]);

/** Before a bare name, these show that it is part of what is looked for: 'friends of Windsor', 'bus to Bracknell'. */
export const WORDS_THAT_KEEP_A_NAME: ReadonlySet<string> = new Set(
  'a about an and for from of or the to with'.split(' '),
);

/** Before 'in', these show that an everyday word is meant as one: 'interested in reading'. */
export const WORDS_THAT_TAKE_IN: ReadonlySet<string> = new Set(
  'interested interest difficulty difficulties'.split(' '),
);
