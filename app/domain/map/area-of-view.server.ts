import type {ISql} from '../../../db/client.ts';
import {milesBetween, type LatLng} from '../../../search/distance.ts';
import {WITHIN_MILES, type MapBounds} from '../../../search/search-schema.ts';
import {labelOfPlace, type PlaceFound} from '../places/place-found.ts';

/** A search for what a map shows, in the words that the search box takes. */
interface AreaOfView {
  near: string;
  /** Miles as they stand in an address, or 'any'. */
  within: string;
}

type FindPlace = (words: string) => Promise<PlaceFound>;

/** A name this near to where the words lead is the place that was meant. */
const SAME_PLACE_MILES = 0.5;
/** Farther from any named place than this, the outcode says more. */
const REMOTE_MILES = 4;

/**
 * Says what a map shows as a place with a name and the smallest distance on offer that takes in the whole view. A name
 * or an outcode rather than a position, because the words end up in an address that people share. Null at sea.
 */
export async function areaOfView(sql: ISql, bounds: MapBounds, find: FindPlace): Promise<AreaOfView | null> {
  const centre = {latitude: (bounds.south + bounds.north) / 2, longitude: (bounds.west + bounds.east) / 2};
  for (const {near, ...position} of await listNamesNear(sql, centre)) {
    const found = await find(near);
    // 'Holme Green' may be known of another county first; then these words are no use.
    if (found.ok && milesBetween(found.place, position) <= SAME_PLACE_MILES) {
      return {near, within: distanceCovering(bounds, found.place)};
    }
  }
  return null;
}

/** The smallest distance on offer that reaches every corner of the view. */
export function distanceCovering({west, south, east, north}: MapBounds, from: LatLng): string {
  const corners = [south, north].flatMap((latitude) => [west, east].map((longitude) => ({latitude, longitude})));
  const farthest = Math.max(...corners.map((corner) => milesBetween(from, corner)));
  return String(WITHIN_MILES.find((miles) => miles >= farthest) ?? 'any');
}

/** The nearest places by name, then the nearest outcodes; the other way round where no place is near. */
async function listNamesNear(sql: ISql, centre: LatLng): Promise<(LatLng & {near: string})[]> {
  // A degree of longitude is shorter than one of latitude; compared like this, near and far come out right.
  const narrowing = Math.cos((centre.latitude * Math.PI) / 180) ** 2;
  const apart = sql`(latitude - ${centre.latitude}) ^ 2 + (longitude - ${centre.longitude}) ^ 2 * ${narrowing}`;
  const [places, outcodes] = await Promise.all([
    sql<(LatLng & {name: string; within: string | null})[]>`
      select name, "within", latitude, longitude
      from places
      where kind <> 'area'
        and latitude between ${centre.latitude - 0.5} and ${centre.latitude + 0.5}
      order by ${apart}
      limit 3
    `,
    sql<(LatLng & {near: string})[]>`
      select outcode as near, latitude, longitude
      from outcodes
      order by ${apart}
      limit 2
    `,
  ]);
  const named = places.map((place) => ({...place, near: labelOfPlace(place)}));
  const isRemote = !named[0] || milesBetween(named[0], centre) > REMOTE_MILES;
  return isRemote ? [...outcodes, ...named] : [...named, ...outcodes];
}
