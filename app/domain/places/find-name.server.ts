import {type ISql} from '../../../db/client.ts';
import {normalisePlaceName} from '../../../db/places-normalise.ts';
import {milesBetween} from '../../../search/atlas/distance.ts';
import {type SearchPlace} from '../../../search/search-schema.ts';
import {listAreasOf} from './areas-of.server.ts';
import {rankSpellings} from './closeness.ts';
import {isCounty} from './counties.ts';
import {withoutNearWords} from './near-words.ts';
import {labelOfPlace, type PlaceFound} from './place-found.ts';
import {listPlacesLike, listPlacesNamed, type NamedPlace} from './place-names.server.ts';

/** 'Great Hollands, Bracknell': a second name this near is where the first is, even if it does not lie within it. */
const NEIGHBOURS_MILES = 8;
/** A county's middle is about this far from its edge. */
const SAME_COUNTY_MILES = 20;
/** No place name has more words ('Stratford upon Avon town centre'). */
const MOST_WORDS = 8;
const MOST_OFFERED = 5;

/** One way to read the words: a name, and what was said of where it is. */
interface Reading {
  name: string;
  whereabouts: string[];
  /** 'great hollands bracknell' without a comma is two names only if they belong together. */
  mustBelong: boolean;
}

/** Finds a place by name: exactly as written, with where it is ('Great Hollands, Bracknell'), or with a slip or two. */
export async function findName(sql: ISql, words: string): Promise<PlaceFound> {
  const exact = await readExactName(sql, words);
  // Known, but not in the county that was said: nothing is taken for granted.
  if (exact && !exact.place) return {ok: false, didYouMean: offered(exact.namesakes)};
  if (exact?.place) {
    const mended = await mendFirstPart(sql, words, exact.place);
    const namesakes = mended ? [] : offered(exact.namesakes, exact.place);
    const place = await asSearchPlace(sql, mended ?? exact.place);
    return {ok: true, place, ...(namesakes.length > 0 && {namesakes})};
  }

  const likely: NamedPlace[] = [];
  for (const typed of namesToMend(words)) {
    const ranked = rankSpellings(typed, await listPlacesLike(sql, typed));
    if (ranked.clear) return {ok: true, place: await asSearchPlace(sql, ranked.clear)};
    likely.push(...ranked.likely);
  }
  return {ok: false, didYouMean: offered(likely)};
}

/** Places as people are offered them. What reads like the place they have is no help. */
function offered(places: NamedPlace[], but?: NamedPlace) {
  const labels = new Set(places.map(labelOfPlace));
  if (but) labels.delete(labelOfPlace(but));
  return [...labels].slice(0, MOST_OFFERED).map((label) => ({label, near: label}));
}

/** 'Crowthrone, Berkshire': only the county is spelled right, yet the village is what was meant. */
async function mendFirstPart(sql: ISql, words: string, exact: NamedPlace): Promise<NamedPlace | null> {
  const [first] = words.includes(',') ? namesToMend(words.split(',')[0]!) : [];
  if (!first || first === exact.spelling) return null;
  const {clear} = rankSpellings(first, await listPlacesLike(sql, first));
  return clear && milesBetween(clear, exact) <= SAME_COUNTY_MILES ? clear : null;
}

/** The place these words name, when one is spelled exactly so. */
export async function findExactName(sql: ISql, words: string): Promise<NamedPlace | null> {
  return (await readExactName(sql, words))?.place ?? null;
}

/**
 * The same, with the others of that name where the words did not say which one is meant. Without a place, those of the
 * name that lie in another county than was said.
 */
async function readExactName(
  sql: ISql,
  words: string,
): Promise<{place: NamedPlace | null; namesakes: NamedPlace[]} | null> {
  const readings = listReadings(words);
  const names = readings.flatMap(({name, whereabouts}) => [name, ...whereabouts]);
  const known = await listPlacesNamed(sql, [...new Set(names)]);
  if (known.length === 0) return null;
  const areaNames = readings.some(({whereabouts}) => whereabouts.length > 0)
    ? await nameAreasOf(sql, known)
    : new Map<string | null, string[]>();

  const elsewhere: NamedPlace[] = [];
  for (const reading of readings) {
    const places = known.filter((place) => place.spelling === reading.name).sort(likeliestFirst);
    const [place, ...namesakes] = places;
    if (reading.whereabouts.length === 0 && place) return {place, namesakes};
    const there = places.find((place) =>
      reading.whereabouts.some((where) => liesIn(place, where, known, areaNames.get(place.districtGss) ?? [])),
    );
    if (there) return {place: there, namesakes: []};
    // Of a place whose county is not known nothing can be said.
    const countyIsKnown = (one: NamedPlace) => (areaNames.get(one.districtGss) ?? []).some(isCounty);
    if (reading.whereabouts.some(isCounty) && places.every(countyIsKnown)) {
      elsewhere.push(...places);
      continue;
    }
    // Words that name no place at all ('Ascot, near the station') cannot contradict.
    const unknown = reading.whereabouts.every((where) => !known.some((place) => place.spelling === where));
    if (!reading.mustBelong && unknown && place) return {place, namesakes};
  }
  return elsewhere.length > 0 ? {place: null, namesakes: elsewhere} : null;
}

function listReadings(words: string): Reading[] {
  const whole = normalisePlaceName(words);
  const bare = withoutNearWords(whole);
  const readings: Reading[] = [whole, bare].map((name) => ({name, whereabouts: [], mustBelong: false}));

  const parts = words.split(',').map(normalisePlaceName).filter(Boolean).map(withoutNearWords);
  if (parts.length > 1) {
    parts.forEach((name, at) => readings.push({name, whereabouts: parts.slice(at + 1), mustBelong: false}));
  }
  const list = bare.split(' ').slice(0, MOST_WORDS);
  for (let at = list.length - 1; at >= 1; at--) {
    const rest = list.slice(at).join(' ');
    readings.push({name: list.slice(0, at).join(' '), whereabouts: [rest, withoutNearWords(rest)], mustBelong: true});
  }
  return readings.filter(({name}) => name !== '');
}

function liesIn(place: NamedPlace, where: string, known: NamedPlace[], areaNames: string[]): boolean {
  if (place.within && withoutNearWords(normalisePlaceName(place.within)) === where) return true;
  if (areaNames.includes(where)) return true;
  return known.some((other) => other.spelling === where && milesBetween(place, other) <= NEIGHBOURS_MILES);
}

/** The normalised names of the areas each district lies in, itself included. */
async function nameAreasOf(sql: ISql, places: NamedPlace[]): Promise<Map<string | null, string[]>> {
  const districts = [...new Set(places.map((place) => place.districtGss).filter((code) => code !== null))];
  const rows = await sql<{gss: string; name: string}[]>`
    with recursive chain as (
      select gss, name, within_key, 1 as depth
      from areas
      where gss = any(${districts}::text[])
      union all
      select chain.gss, areas.name, areas.within_key, chain.depth + 1
      from chain
      join areas on areas.key = chain.within_key
      where chain.depth < 10
    )
    select gss, name
    from chain
  `;
  const names = new Map<string | null, string[]>();
  for (const {gss, name} of rows) names.set(gss, [...(names.get(gss) ?? []), normalisePlaceName(name)]);
  return names;
}

/**
 * Our own places first, then the larger; a place that is called so counts ten times one that is only called so for short,
 * which still leaves 'Newcastle' to the one upon Tyne.
 */
function likeliestFirst(one: NamedPlace, other: NamedPlace): number {
  const weight = (place: NamedPlace) =>
    (place.population + 1) * (normalisePlaceName(place.name) === place.spelling ? 10 : 1);
  return Number(other.isOurs) - Number(one.isOurs) || weight(other) - weight(one);
}

function namesToMend(words: string): string[] {
  const whole = withoutNearWords(normalisePlaceName(words));
  const first = withoutNearWords(normalisePlaceName(words.split(',')[0] ?? ''));
  // Below three letters everything looks alike; and a number is no name.
  return [...new Set([whole, first])].filter((name) => /[a-z]{3}/.test(name) && name.length <= 60);
}

async function asSearchPlace(sql: ISql, place: NamedPlace): Promise<SearchPlace> {
  return {
    label: labelOfPlace(place),
    latitude: place.latitude,
    longitude: place.longitude,
    precision: 'place',
    outcode: null,
    areas: await listAreasOf(sql, [place.districtGss]),
  };
}
