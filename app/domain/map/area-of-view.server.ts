import type {ISql} from '../../../db/client.ts';
import {milesBetween, type LatLng} from '../../../search/atlas/distance.ts';
import {frameAround, frameInWords} from '../../../search/atlas/frame.ts';
import type {MapBounds} from '../../../search/search-schema.ts';
import {labelOfPlace, type PlaceFound} from '../places/place-found.ts';

/** A search for what a map shows, in the words that the search box takes. */
interface AreaOfView {
  near: string;
  /** The frame of the view as it stands in an address, in place of miles. */
  within: string;
}

type FindPlace = (words: string) => Promise<PlaceFound>;

/** A name this near to where the words lead is the place that was meant. */
const SAME_PLACE_MILES = 0.5;
/** Farther from any named place than this, the outcode says more. */
const REMOTE_MILES = 4;

/**
 * Says what a map shows as a place with a name, from which distances are told, and the frame of the view, no finer than
 * half a mile: it ends up in an address that people share. Null at sea.
 */
export async function areaOfView(sql: ISql, bounds: MapBounds, find: FindPlace): Promise<AreaOfView | null> {
  const centre = {latitude: (bounds.south + bounds.north) / 2, longitude: (bounds.west + bounds.east) / 2};
  for (const {near, ...position} of await listNamesNear(sql, centre)) {
    const found = await find(near);
    // 'Holme Green' may be known of another county first; then these words are no use.
    if (found.ok && milesBetween(found.place, position) <= SAME_PLACE_MILES) {
      return {near, within: frameInWords({near, bounds: frameAround(bounds)})};
    }
  }
  return null;
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
