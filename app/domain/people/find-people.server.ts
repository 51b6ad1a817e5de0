/** Finds people by whatever is known of them, and shows only enough to choose. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {likeness} from './name-likeness.ts';
import {soundsOf} from './names.ts';
import {nicknamesOf} from './nicknames.ts';
import type {Chosen} from './open-record.server.ts';
import {storedKey} from './person-keys.server.ts';
import type {PartKind, SearchKey, SearchPart} from './search-parts.ts';
import {readSearch} from './search-words.ts';

const PAGE_SIZE = 20;
/** Beyond this the words say too little: whoever asks is told to add something. */
const MOST_PAGES = 10;
/** Of words that are spelt or sound alike, the likest: a name that everyone resembles says nothing. */
const MOST_LIKE_WORDS = 40;

/** A person as the list of results shows them: enough to choose, no more. */
export interface FoundPerson extends Omit<Chosen, 'mergedInto'> {
  hasAlert: boolean;
  /** Who keeps the record. */
  keeper: string;
  /** Whether every part of the words was met as it was typed. */
  isExact: boolean;
}

interface Finding {
  people: FoundPerson[];
  /** How many were found, at most as many as are shown on all pages. */
  total: number;
  page: number;
  pages: number;
  /** Whether there were more than are shown. */
  isTooMany: boolean;
  /** The kinds of words that were understood. */
  kinds: string[];
}

interface Asking {
  viewer: {staffId: string; partnerId: string};
  address?: string | null;
  /** 'YYYY-MM-DD', for ages and two-figure years. */
  today: string;
  /** In an emergency the whole partnership is searched. */
  inEmergency?: boolean;
}

/**
 * People for the words in the search box, likeliest first. The search is written into the audit, by the kinds of its
 * words only, before anyone is shown; if it cannot be, nobody is.
 */
export async function findPeople(sql: Sql, typed: string, page: number, asking: Asking): Promise<Finding> {
  const parts = readSearch(typed, asking.today);
  const {viewer, address} = asking;
  const purpose = asking.inEmergency ? 'find-in-emergency' : 'find-person';
  return within(sql, {purpose, viewer, address}, async (tx) => {
    const finding = await lookUp(tx, parts, page);
    await recordAct(tx, {
      action: asking.inEmergency ? 'emergency_searched' : 'person_searched',
      details: {kinds: finding.kinds, found: finding.total, page: finding.page},
    });
    return finding;
  });
}

/** The same without the audit, inside a transaction of a purpose that finds. For whoever writes down their own act. */
export async function lookUp(tx: ISql, parts: SearchPart[], page = 1): Promise<Finding> {
  const kinds = [...new Set(parts.map((part) => part.what))].sort();
  const nothing = {people: [], total: 0, page: 1, pages: 0, isTooMany: false, kinds};
  if (parts.length === 0) return nothing;
  const wanted = await withLikeNames(tx, parts);
  // From three parts on one may be wrong: a house moved from, a year misheard.
  const needed = parts.length >= 3 ? parts.length - 1 : parts.length;
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), MOST_PAGES);
  const rows = await tx<(FoundPerson & {total: number})[]>`
    with met as (
      select person_id, score, is_met_whole, count(*) over () as total
      from search_people(
        ${wanted.map((one) => one.part)},
        ${wanted.map((one) => storedKey(one.kind, one.key))},
        ${wanted.map((one) => one.weight)}::real[],
        ${needed},
        ${MOST_PAGES * PAGE_SIZE + 1}
      )
    )
    select
      people.id,
      people.reference,
      people.known_as,
      people.given_name,
      people.family_name,
      people.birth_date,
      people.estimated_age,
      people.estimated_on,
      people.is_deceased,
      people.outcode,
      exists (
        select from people as member
        where member.id = any(person_group(people.id)) and member.alert_until >= current_date
      ) as has_alert,
      partners.name as keeper,
      met.is_met_whole as is_exact,
      met.total
    from met
    join people on people.id = met.person_id
    join partners on partners.id = people.partner_id
    order by met.score desc, people.is_deceased, people.family_name, people.given_name, people.id
    limit ${PAGE_SIZE}
    offset ${(shown - 1) * PAGE_SIZE}
  `;
  const found = rows[0]?.total ?? 0;
  const total = Math.min(found, MOST_PAGES * PAGE_SIZE);
  return {
    people: rows.map(({total: _total, ...person}) => person),
    total,
    page: shown,
    pages: Math.ceil(total / PAGE_SIZE),
    isTooMany: found > total,
    kinds,
  };
}

interface WantedKey extends SearchKey {
  part: number;
}

/** The parts that say most come first: the database asks for the first three and then looks at the others. */
const SAYS_MOST: Record<PartKind, number> = {
  reference: 0,
  'NHS number': 0,
  telephone: 1,
  'e-mail': 1,
  number: 1,
  'birth date': 2,
  postcode: 3,
  name: 4,
};

/** A year or the first half of a postcode says less than a name; a long name more than a short one. */
function vagueness({what, keys, word}: SearchPart): number {
  const isVague = keys.every(({kind, key}) => kind === 'outcode' || (kind === 'birth' && key.length < 10));
  return (isVague ? 10 : SAYS_MOST[what]) - (word?.length ?? 0) / 100;
}

/** Every key that may stand for a part: of a name also its pet forms and the names spelt or sounding like it. */
async function withLikeNames(tx: ISql, parts: SearchPart[]): Promise<WantedKey[]> {
  const typedWords = [...new Set(parts.flatMap((part) => part.word ?? []))];
  const alike = typedWords.length > 0 ? await likeWords(tx, typedWords) : new Map<string, Map<string, number>>();
  const wanted = new Map<string, WantedKey>();
  const want = (key: WantedKey) => {
    const id = `${key.part} ${key.kind} ${key.key}`;
    if ((wanted.get(id)?.weight ?? 0) < key.weight) wanted.set(id, key);
  };
  const places = new Map(
    parts.toSorted((one, other) => vagueness(one) - vagueness(other)).map((part, at) => [part, at]),
  );
  for (const [at, {keys, word}] of parts.entries()) {
    const part = places.get(parts[at]!)!;
    for (const key of keys) want({part, ...key});
    for (const [name, weight] of alike.get(word ?? '') ?? []) want({part, kind: 'name', key: name, weight});
    // 'mc donald' for McDonald: two words in the box are one in the record, and both are met by it.
    const next = parts[at + 1];
    if (!word || !next?.word) continue;
    for (const both of [part, places.get(next)!]) want({part: both, kind: 'name', key: word + next.word, weight: 0.95});
  }
  return [...wanted.values()];
}

async function likeWords(tx: ISql, typed: string[]): Promise<Map<string, Map<string, number>>> {
  const sounds = typed.map((word) => soundsOf(word).join(' '));
  const rows = await tx<{typedWord: string; word: string}[]>`
    select typed_word, word from like_words(${typed}, ${sounds})
  `;
  const alike = new Map(
    typed.map((word) => [word, new Map(nicknamesOf(word).map((name) => [name, likeness(word, name)]))]),
  );
  for (const {typedWord, word} of rows) {
    const weight = likeness(typedWord, word);
    if (weight > 0) alike.get(typedWord)!.set(word, weight);
  }
  for (const [word, others] of alike)
    alike.set(word, new Map([...others].sort((one, other) => other[1] - one[1]).slice(0, MOST_LIKE_WORDS)));
  return alike;
}
