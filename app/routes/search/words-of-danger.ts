import {plainWords} from '../../../search/understanding/words.ts';

/** What may be danger now. The numbers to ring stand in the words of the page, as people are told them. */
export type CareFirst = 'crisis' | 'abuse' | 'child' | 'emergency';

const FAMILY =
  '(dad|daddy|father|step ?dad|step ?father|mum|mummy|mother|step ?mum|step ?mother|uncle|brother|teacher|coach)';
const PARTNER = '(husband|wife|partner|boyfriend|girlfriend|ex|son|family)';
const CHILD = '(child|children|kid|kids|baby|toddler|boy|girl|grandchild|son|daughter|pupil)';
const HARM =
  '(hit|hits|hitting|hurt|hurts|hurting|beat|beats|beating|abuse|abuses|abused|abusing|touch|touches|touching)';
const ONESELF = '(myself|himself|herself|themselves|themself|my self)';

/**
 * What people type who may be in danger, in the languages the site speaks: without accents or apostrophes, as whole words.
 * They are looked for in the words themselves, whatever the search makes of them, so that no guess about a topic or a spelling
 * stands between somebody and the number to ring. Rather once too often than once too seldom; but 'end of life care',
 * 'suicide bereavement', 'want to die at home' and 'a stroke group' are nobody's danger.
 */
const WORDS_OF_DANGER: [CareFirst, string[]][] = [
  [
    'crisis',
    [
      '(dont|do not|not|never) want to (live|be alive|be here|exist|go on|carry on)(?! (alone|in|with|near|by|at|on|there|here|next|where|together))',
      '(want|wants|wanted|wanna|going|ready) (to )?(die(?! (at home|in (a )?(hospital|hospice|care home)|with dignity)( |$))|end it all|end my life|end it)',
      'want to dye(?! (my|her|his|hair|it|clothes|wool|fabric|cloth|yarn))',
      'no (point|reason|sense) (in |to |for )?(living|live|life|being alive|being here)',
      'nothing (left )?to live for',
      '(life|its) (is |just )?(not|isnt) worth living',
      '(tired|sick|fed up) (of|with) (living|being alive)',
      'wish (i|he|she) (was|were) (dead|never born)',
      '(kill|killing|harm|harming|hurting|cutting) ' + ONESELF,
      '(want|wants|going) to hurt ' + ONESELF,
      'eisiau marw',
      'lladd fy hun',
      'hunan ?(laddiad|niwed|niweidio)',
      'ddim eisiau byw',
      '(chce|chcialbym|chcialabym) umrzec',
      'nie chce (mi sie )?(juz )?zyc',
      '(zabic|zabije) sie',
      'samoboj\\w+',
      'skonczyc ze soba',
      'okaleczam sie',
    ],
  ],
  [
    'child',
    [
      `${CHILD} (is |are |being |is being |are being |gets |got )?(hurt|abused|beaten|neglected|molested|hit|starved|in danger)`,
      `${HARM} (my|a|the|his|her|their|our) (\\w+ )?${CHILD}`,
      `${FAMILY}( \\w+)? ${HARM} me`,
      `(scared|afraid|frightened) of (my )?${FAMILY}`,
      'child (abuse|neglect)',
      'childline',
      'nspcc',
      '(cam drin|camdrin) plant',
      'bije dziecko',
      'krzywdzi dziecko',
    ],
  ],
  [
    'abuse',
    [
      '(hits|beats|punches|kicks|chokes|strangles|strangled|rapes|raped|threatens|threatened|attacked) me',
      '(someone|somebody|he|she|they|' +
        PARTNER.slice(1, -1) +
        ')( is| keeps| are)? (hurt|hurts|hurting|hitting|beating|threatening) me',
      `(scared|afraid|frightened|terrified) of (him|my ${PARTNER})`,
      'cam ?drin',
      'trais (domestig|yn y cartref)',
      'fy (mwrw|nharo|mrifo)',
      'przemoc\\w* domow\\w+',
      '(bije mnie|mnie bije|mnie krzywdzi|zgwalc\\w+)',
      'boje sie (meza|partnera|chlopaka)',
    ],
  ],
  [
    'emergency',
    [
      '(chest pain|chest pains|pain in my chest|pains in my chest)',
      '(cant|cannot|struggling to) breathe',
      '(not|isnt|stopped) breathing',
      '(unconscious|unresponsive)',
      'having a (heart attack|stroke|seizure)',
      'face (is |has )?(dropped|drooping)',
      '(bleeding (heavily|badly|a lot)|(wont|will not) stop bleeding)',
      'poen yn (y|fy) (frest|mrest)',
      'methu anadlu',
      'bol w klatce',
      'nie (moge )?oddycha\\w*',
    ],
  ],
];

const PATTERNS = WORDS_OF_DANGER.map(
  ([kind, phrases]) => [kind, new RegExp(`(?:^| )(?:${phrases.join('|')})(?: |$)`)] as const,
);

/** The kind of danger that the typed words tell of themselves, if any. */
export function dangerIn(typed: string): CareFirst | null {
  const words = plainWords(typed).join(' ');
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
