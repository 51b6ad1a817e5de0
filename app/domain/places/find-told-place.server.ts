/** The place that a story speaks of, for what is near while none has been typed. */
import type {ISql} from '../../../db/client.ts';
import {normalisePlaceName} from '../../../db/places-normalise.ts';
import {milesBetween} from '../../../search/atlas/distance.ts';
import type {SearchPlace} from '../../../search/search-schema.ts';
import {EVERYDAY_NAMES} from './everyday-words.ts';
import {labelOfPlace, type PlaceFound} from './place-found.ts';
import {listPlacesNamed, type NamedPlace} from './place-names.server.ts';
import {placesTold, type PlacesTold} from './places-told.ts';
import {findRemembered} from './remember-places.server.ts';

interface Parts {
  sql: ISql;
  places: {find(words: string): Promise<PlaceFound>};
}

/** Elsewhere a name counts from this size on, as smaller ones are likelier to be words. */
const WELL_KNOWN_POPULATION = 20_000;
/** A postcode and a name this near say the same twice. */
const SAME_PLACE_MILES = 3;

/** Null when the story names none, and whenever it could be another: two places, or a name that several have. */
export async function findToldPlace({sql, places}: Parts, story: string): Promise<SearchPlace | null> {
  const told = placesTold(story);
  const [postcode, named] = [onePostcode(told.postcodes), await oneName(sql, told.names)];
  if (postcode === 'several' || named === 'several') return null;
  const find = async (words: string | null) => {
    const found = words === null ? null : await findRemembered(places, words);
    return found?.ok ? found.place : null;
  };
  const [byCode, byName] = [await find(postcode), await find(named && labelOfPlace(named))];
  if (!byCode || !byName) return byCode ?? byName;
  if (milesBetween(byCode, byName) > SAME_PLACE_MILES) return null;
  return byCode.precision === 'postcode' ? byCode : byName;
}

/** Where several are told, the one in which somebody lives. */
const theirs = <One extends {isHome: boolean}>(told: One[]): One[] => {
  const homes = told.filter(({isHome}) => isHome);
  return homes.length > 0 ? homes : told;
};

/** 'RG12, RG12 1JX' is one, said twice: the more exact of the two. */
function onePostcode(told: PlacesTold['postcodes']): string | 'several' | null {
  const longest = theirs(told).sort((one, other) => other.postcode.length - one.postcode.length);
  const [best] = longest;
  if (!best) return null;
  return longest.every(({postcode}) => best.postcode.startsWith(postcode)) ? best.postcode : 'several';
}

async function oneName(sql: ISql, told: PlacesTold['names']): Promise<NamedPlace | 'several' | null> {
  const readings = told.map(({readings, isHome}) => ({isHome, spellings: readings.map(normalisePlaceName)}));
  const known = await listPlacesNamed(sql, [...new Set(readings.flatMap(({spellings}) => spellings))]);
  const found = readings.flatMap(({isHome, spellings}) => {
    const spelling = spellings.find((one) => known.some((place) => place.spelling === one));
    // 'Help with reading' is not about Reading; 'lives in Reading' is.
    if (!spelling || (EVERYDAY_NAMES.has(spelling) && !isHome)) return [];
    const place = oneOf(known.filter((place) => place.spelling === spelling));
    return place ? [{isHome, place}] : [];
  });
  const [first, ...others] = theirs(found);
  if (!first) return null;
  if (first.place === 'several') return 'several';
  const {id} = first.place;
  return others.every(({place}) => place !== 'several' && place.id === id) ? first.place : 'several';
}

/** Of one name: our own, else the only one that is well known. Null where it is likelier a word. */
function oneOf(places: NamedPlace[]): NamedPlace | 'several' | null {
  const ours = places.filter(({isOurs}) => isOurs);
  const elsewhere = places.filter(
    ({kind, population}) => kind !== 'area' && kind !== 'hamlet' && population >= WELL_KNOWN_POPULATION,
  );
  const likely = ours.length > 0 ? ours : elsewhere;
  return likely.length > 1 ? 'several' : (likely[0] ?? null);
}
