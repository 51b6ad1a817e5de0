/** Where somebody says that a person is, in the words of a story. Pure: whether there is such a place is asked elsewhere. */
import {findPostcode, writePostcode} from './postcode-words.ts';
import {withoutDanglingLead} from './split-where.ts';

export interface PlacesTold {
  /** What follows 'in' or 'near': each a name of one word up to four, the longest reading first. */
  names: {readings: string[]; isHome: boolean}[];
  postcodes: {postcode: string; outcode: string; isHome: boolean}[];
}

const CLAUSE_ENDS = /[.,;:!?\n()]+|\s(?:and|but|since|because|so)\s/i;
/** What comes after may be a place: looked at from each such word, as 'in a house near Ascot' has two. */
const LEADS =
  /(?<![\p{L}'’-])(in|near to|near|nr|close to|around|outside|at)\s+(?:the\s+)?(?=((?:\p{L}[\p{L}'’-]*(?![\p{L}\d])\s*){1,4}))/giu;
/** Before it: where the person lives. */
const HOME =
  /\b(?:live|lives|living|resides|staying|stays|based|home|house|flat|bungalow|address|moved|moving)(?:\s+(?:alone|now|just|somewhere|on (?:her|his|their) own|with\b.*))?$/i;
/** Before it: where somebody else is. 'Lives with her daughter in' is where the person does. */
const OTHERS =
  /\b(?<!\bwith\s(?:\w+\s)?)(?:daughter|son|sister|brother|friend|neighbour|family|carer|grand\w+|nephew|niece|cousin|aunt|uncle|children)s?\b/i;
/** Before it: where they were, go to, or are not. */
const NOT_HERE =
  /\b(?:used to|from|lived|born|work\w*|grew up|not|never|no longer|hospital|ward|clinic|surgery|school|college|university|funeral|holiday|appointment|goes|going|went|gone|travel\w*|trip|visit\w*)\b|n['’]t\b/i;
const SAID_TO_BE_A_POSTCODE = /\bpost ?code(?: is| was)?$/i;
/** More than any story that tells where somebody is. */
const MOST_LETTERS = 20_000;
const MOST_TOLD = 12;
/** What was said longer before is of no account. */
const MOST_BEFORE = 160;

/** Every place that the story speaks of as where the person is; which of them, if any, is theirs is not decided here. */
export function placesTold(story: string): PlacesTold {
  const told: PlacesTold = {names: [], postcodes: []};
  const clauses = story
    .slice(0, MOST_LETTERS)
    .replace(/\bnr\./gi, 'nr')
    .split(CLAUSE_ENDS);
  for (const clause of clauses.map((words) => words.replace(/\s+/g, ' ').trim())) {
    if (told.names.length + told.postcodes.length >= MOST_TOLD) break;
    const found = findPostcode(clause);
    const before = found ? found.before.slice(-MOST_BEFORE) : '';
    const lead = withoutDanglingLead(before);
    // 'Flat B4' and 'vitamin B12' are no places.
    const isLed = lead !== before || SAID_TO_BE_A_POSTCODE.test(before);
    if (found && (found.postcode.kind === 'unit' || isLed) && isTheirs(before))
      told.postcodes.push({
        postcode: writePostcode(found.postcode),
        outcode: found.postcode.outcode,
        isHome: HOME.test(lead),
      });
    for (const match of clause.matchAll(LEADS)) {
      if (told.names.length >= MOST_TOLD) break;
      const said = clause.slice(Math.max(0, match.index - MOST_BEFORE), match.index).trim();
      const isHome = HOME.test(said);
      // 'At' leads to names of buildings more often than to places.
      if (!isTheirs(said) || (match[1]!.toLowerCase() === 'at' && !isHome)) continue;
      const words = match[2]!.trim().split(/\s+/);
      told.names.push({readings: words.map((_, at) => words.slice(0, words.length - at).join(' ')), isHome});
    }
  }
  return told;
}

const isTheirs = (before: string): boolean => !OTHERS.test(before) && !NOT_HERE.test(before);
