/** Finds people by whatever is known of them, and shows only enough to choose. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {likeness} from './name-likeness.ts';
import {soundsOf} from './names.ts';
import {nicknamesOf} from './nicknames.ts';
import type {SearchPart} from './search-parts.ts';
import {readSearch} from './search-words.ts';

export const PAGE_SIZE = 20;
/** Beyond this the words say too little: whoever asks is told to add something. */
const MOST_PAGES = 10;
/** Of words that are spelt or sound alike, the likest: a name that everyone resembles says nothing. */
const MOST_LIKE_WORDS = 40;

/** A person as the list of results shows them: enough to choose, no more. */
export interface FoundPerson {
  id: string;
  reference: string;
  knownAs: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
  estimatedAge: number | null;
  estimatedOn: string | null;
  isDeceased: boolean;
  outcode: string | null;
  hasAlert: boolean;
  /** Who keeps the record. */
  keeper: string;
  /** Whether every part of the words was met as it was typed. */
  isExact: boolean;
}

export interface Finding {
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

export interface Asking {
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
    with wanted as materialized (
      select part, kind, key, weight
      from unnest(
        ${wanted.map((one) => one.part)}::integer[],
        ${wanted.map((one) => one.kind)}::text[],
        ${wanted.map((one) => one.key)}::text[],
        ${wanted.map((one) => one.weight)}::real[]
      ) as given (part, kind, key, weight)
    ),
    met as (
      select person_keys.found_id, wanted.part, max(wanted.weight) as weight, min(person_keys.person_id::text)::uuid as person_id
      from wanted
      join person_keys on person_keys.kind = wanted.kind and person_keys.key = wanted.key
      group by person_keys.found_id, wanted.part
    ),
    scored as (
      select found_id, min(person_id::text)::uuid as person_id, count(*) as parts, sum(weight) as score, count(*) over () as total
      from met
      group by found_id
      having count(*) >= ${needed}
      order by sum(weight) desc, found_id
      limit ${PAGE_SIZE}
      offset ${(shown - 1) * PAGE_SIZE}
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
      scored.score >= ${parts.length} - 0.001 as is_exact,
      scored.total
    from scored
    -- The record that was kept; whoever may not see that one is shown the one they know.
    cross join lateral (
      select shown.id
      from people as shown
      where shown.id in (scored.found_id, scored.person_id)
      order by shown.id = scored.found_id desc
      limit 1
    ) as chosen
    join people on people.id = chosen.id
    join partners on partners.id = people.partner_id
    order by scored.score desc, people.is_deceased, people.family_name, people.given_name, people.id
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

interface WantedKey {
  part: number;
  kind: string;
  key: string;
  weight: number;
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
  for (const [part, {keys, word}] of parts.entries()) {
    for (const key of keys) want({part, ...key});
    for (const [name, weight] of alike.get(word ?? '') ?? []) want({part, kind: 'name', key: name, weight});
    // 'mc donald' for McDonald: two words in the box are one in the record, and both are met by it.
    const next = parts[part + 1]?.word;
    if (!word || !next) continue;
    for (const both of [part, part + 1]) want({part: both, kind: 'name', key: word + next, weight: 0.95});
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
