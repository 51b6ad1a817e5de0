import type {ISql} from '../../../db/client.ts';
import {MILES_PER_DEGREE, type LatLng} from '../../../search/atlas/distance.ts';
import {listPlacesInView, type MapPlace} from './places-in-view.server.ts';

/** Small places matter close by, large ones farther off. */
const REACHES_MILES = [4, 30];

/** The named places around one place or several, for saying where it is: the larger first. */
export async function listPlacesAround(sql: ISql, points: LatLng[]): Promise<MapPlace[]> {
  if (points.length === 0) return [];
  const found = await Promise.all(REACHES_MILES.map((miles) => listPlacesInView(sql, boundsAround(points, miles))));
  const known = new Set<string>();
  return found
    .flat()
    .filter(({name, latitude, longitude}) => {
      const place = `${name} ${latitude} ${longitude}`;
      return !known.has(place) && known.add(place);
    })
    .sort((one, other) => SIZES.indexOf(one.kind) - SIZES.indexOf(other.kind));
}

const SIZES: MapPlace['kind'][] = ['city', 'town', 'village', 'suburb', 'hamlet'];

function boundsAround(points: LatLng[], miles: number) {
  const latitudes = points.map(({latitude}) => latitude);
  const longitudes = points.map(({longitude}) => longitude);
  const up = miles / MILES_PER_DEGREE;
  const across = up / Math.cos(((latitudes[0] ?? 0) * Math.PI) / 180);
  return {
    west: Math.min(...longitudes) - across,
    south: Math.min(...latitudes) - up,
    east: Math.max(...longitudes) + across,
    north: Math.max(...latitudes) + up,
  };
}
