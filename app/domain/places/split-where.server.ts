import {type ISql} from '../../../db/client.ts';
import {normalisePlaceName} from '../../../db/places-normalise.ts';
import {rankSpellings} from './closeness.ts';
import {EVERYDAY_NAMES, EVERYDAY_OUTCODES, WORDS_THAT_KEEP_A_NAME, WORDS_THAT_TAKE_IN} from './everyday-words.ts';
import {findExactName} from './find-name.server.ts';
import {isKnownOutcode} from './find-postcode.server.ts';
import {withoutNearWords} from './near-words.ts';
import {listPlacesLike, listPlacesNamed, type NamedPlace} from './place-names.server.ts';
import {findPostcode, readPostcode, writePostcode} from './postcode-words.ts';
import {
  afterFirstPart,
  listReadingsOnTheWay,
  listWhereReadings,
  withoutDanglingLead,
  type WhereReading,
} from './split-where.ts';

/** A bare name far from our own area counts from this size on; smaller ones are likelier to be words. */
const WELL_KNOWN_POPULATION = 20_000;
/** Shorter words are one slip away from too much: 'in love' is not in Cove. */
const SHORTEST_TO_MEND = 6;

/**
 * Takes the place out of words typed in the box for what: 'walking group in Bracknell', 'yoga near RG12 1JX', 'food bank
 * rg42', 'tai chi bracknell'. Null when there is none, and whenever it is in doubt: words taken away are words not searched for.
 */
export async function splitWhere(sql: ISql, words: string): Promise<{what: string; where: string} | null> {
  const typed = words.replace(/\s+/g, ' ').trim().slice(0, 200);
  return (await splitPostcode(sql, typed)) ?? (await splitName(sql, typed)) ?? (await splitOnTheWay(sql, typed));
}

async function splitPostcode(sql: ISql, typed: string) {
  const found = findPostcode(typed);
  if (!found) return null;
  const {postcode, before, after} = found;
  const lead = withoutDanglingLead(before);
  if (postcode.kind !== 'unit') {
    const isEveryday = EVERYDAY_OUTCODES.has(postcode.outcode) && lead === before;
    if (isEveryday || !(await isKnownOutcode(sql, postcode.outcode))) return null;
  }
  const where = writePostcode(postcode);
  const what = `${lead} ${after}`.trim();
  // 'yoga in Great Hollands, Bracknell RG12' says where twice.
  const named = after === '' ? await splitName(sql, lead) : null;
  return named ? {what: named.what, where: `${named.where}, ${where}`} : {what, where};
}

async function splitName(sql: ISql, typed: string) {
  const readings = listWhereReadings(typed);
  const known = await listKnownStarts(sql, readings);
  for (const reading of readings) {
    if (reading.after === null && !startsOf(reading.where).some((start) => known.has(start))) continue;
    if (await runsOn(sql, reading.where)) continue;
    if (await isPlace(sql, reading, typed)) return {what: reading.what, where: reading.where};
  }
  return null;
}

/** 'Crowthorne, Berkshire' says where twice; 'Crowthorne, know nobody' goes on with the story. */
async function runsOn(sql: ISql, where: string): Promise<boolean> {
  const rest = withoutNearWords(normalisePlaceName(afterFirstPart(where)));
  return rest !== '' && readPostcode(rest).length === 0 && (await findExactName(sql, rest)) === null;
}

/** In the middle of a story only what is just the name of a place, and no everyday word, is taken for one. */
async function splitOnTheWay(sql: ISql, typed: string) {
  const readings = listReadingsOnTheWay(typed).map((reading) => ({
    ...reading,
    name: normalisePlaceName(reading.where),
  }));
  const places = await listPlacesNamed(sql, [...new Set(readings.map(({name}) => name))]);
  const known = new Set(places.map(({spelling}) => spelling));
  for (const {what, where, name, isLoose} of readings) {
    if (!known.has(name) || EVERYDAY_NAMES.has(name)) continue;
    const place = await findExactName(sql, where);
    if (place?.spelling === name && (place.isOurs || (!isLoose && standsAlone(place)))) return {what, where};
  }
  return null;
}

/** Most searches name no place at all, and one look at the names settles it. */
async function listKnownStarts(sql: ISql, readings: WhereReading[]): Promise<Set<string>> {
  const starts = readings.filter(({after}) => after === null).flatMap(({where}) => startsOf(where));
  const places = await listPlacesNamed(sql, [...new Set(starts)]);
  return new Set(places.map((place) => place.spelling));
}

/** 'great hollands bracknell' begins with 'great', 'great hollands' and itself. */
function startsOf(where: string): string[] {
  const words = normalisePlaceName(where).split(' ');
  return words.map((_, at) => words.slice(0, at + 1).join(' '));
}

async function isPlace(sql: ISql, {what, where, after}: WhereReading, typed: string): Promise<boolean> {
  const name = withoutNearWords(normalisePlaceName(where));
  const wordBefore = normalisePlaceName(what).split(' ').at(-1) ?? '';
  const isEveryday = EVERYDAY_NAMES.has(name);
  if (after === null) {
    if (isEveryday || WORDS_THAT_KEEP_A_NAME.has(wordBefore)) return false;
    const place = await findNameAtStart(sql, where, name);
    // 'Old Windsor' is a place, not something old in Windsor.
    return place !== null && standsAlone(place) && (await findWhole(sql, typed)) === null;
  }
  if (after === 'in' && (name.startsWith('the ') || (isEveryday && WORDS_THAT_TAKE_IN.has(wordBefore)))) return false;
  if (after === 'near' && readPostcode(where).length > 0) return true;
  if (await findNameAtStart(sql, where, name)) return true;
  if (name.length < SHORTEST_TO_MEND) return false;
  const {clear} = rankSpellings(name, await listPlacesLike(sql, name));
  return clear !== null && (clear.isOurs || after === 'near');
}

/** In 'club, Crowthorne' the place does not begin where the words do, so 'club' was not part of it. */
async function findNameAtStart(sql: ISql, where: string, name: string): Promise<NamedPlace | null> {
  const place = await findExactName(sql, where);
  return place && name.startsWith(place.spelling) ? place : null;
}

function standsAlone(place: NamedPlace): boolean {
  const isSettlement = place.kind !== 'area' && place.kind !== 'hamlet';
  return isSettlement && (place.isOurs || place.population >= WELL_KNOWN_POPULATION);
}

/** The place that all the words together name, without taking any of them for its whereabouts. */
async function findWhole(sql: ISql, typed: string): Promise<NamedPlace | null> {
  const place = await findExactName(sql, typed);
  return place && normalisePlaceName(typed) === place.spelling ? place : null;
}
