import {type ISql} from '../../../db/client.ts';
import {milesBetween} from '../../../search/atlas/distance.ts';
import {type SearchPlace} from '../../../search/search-schema.ts';
import {findName} from './find-name.server.ts';
import {findPostcode as findPostcodePlace, listOutcodesLike} from './find-postcode.server.ts';
import {type PlaceFound} from './place-found.ts';
import {findPostcode, readPostcode, type PostcodeWords} from './postcode-words.ts';

export type {PlaceFound, PlaceSuggestion} from './place-found.ts';

/** 'Great Hollands RG12': the village, as long as it is somewhere about that outcode. */
const ABOUT_AN_OUTCODE_MILES = 10;

interface Options {
  /** A postcodes.io-compatible service to ask about postcodes we do not hold. */
  postcodesUrl?: string | null;
}

/**
 * Understands where a person means: 'RG12 1JX' in any spelling, 'RG12 1', 'rg12', 'near Ascot', 'Great Hollands,
 * Bracknell', 'Bracknel'. When it cannot, it offers the places that may have been meant.
 */
export async function findPlace(sql: ISql, words: string, options: Options = {}): Promise<PlaceFound> {
  const typed = words.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 100);
  const within = findPostcode(typed);
  const readings = readPostcode(typed);
  if (within && readings.length === 0) readings.push(within.postcode);

  const byPostcode = await firstFound(sql, readings, options);
  const otherWords = within ? `${within.before} ${within.after}`.trim() : '';
  if (byPostcode) return {ok: true, place: (await nameNear(sql, otherWords, byPostcode)) ?? byPostcode};

  const named =
    readings.length === 0 ? await findName(sql, typed) : otherWords ? await findName(sql, otherWords) : null;
  if (named?.ok) return named;
  const outcodes = readings[0] ? await listOutcodesLike(sql, readings[0].outcode) : [];
  return {ok: false, didYouMean: [...outcodes, ...(named?.didYouMean ?? [])].slice(0, 5)};
}

async function firstFound(sql: ISql, readings: PostcodeWords[], options: Options): Promise<SearchPlace | null> {
  for (const reading of readings) {
    const place = await findPostcodePlace(sql, reading, options);
    if (place) return place;
  }
  return null;
}

/** A name said beside part of a postcode is the more exact of the two; beside a whole postcode it is not. */
async function nameNear(sql: ISql, otherWords: string, part: SearchPlace): Promise<SearchPlace | null> {
  if (!otherWords || part.precision === 'postcode') return null;
  const named = await findName(sql, otherWords);
  return named.ok && milesBetween(named.place, part) <= ABOUT_AN_OUTCODE_MILES ? named.place : null;
}
