/**
 * A grid over the world in four sizes, so that a circle can be named as a few whole cells plus the listings at its edge.
 * Each listing carries the name of its cell in every size; filtering on names is many times faster for the engine than a radius.
 *
 * At 51° N the sizes are about 24 × 20 km, 6 × 5 km, 1.5 × 1.2 km and 380 × 300 m.
 */
import type {MapBounds} from '../search-schema.ts';
import {haversineFrom, haversineOf, MILES_PER_DEGREE, type LatLng} from './distance.ts';

export const LEVELS = [10, 12, 14, 16] as const;
export type Level = (typeof LEVELS)[number];

/** A cell as one whole number, unique within its level. */
export function cellAt(level: Level, {latitude, longitude}: LatLng): number {
  const side = 2 ** level;
  const column = Math.min(side - 1, Math.floor(((longitude + 180) / 360) * side));
  const row = Math.min(side - 1, Math.floor(((latitude + 90) / 180) * side));
  return row * side + column;
}

/** The cell's name in the index: the level as a letter, then the number in base 36. */
export const cellName = (level: Level, cell: number) => `${'abcd'[LEVELS.indexOf(level)]}${cell.toString(36)}`;

/** Names of the cells a point lies in, one for each size. */
export const cellNamesOf = (point: LatLng): string[] => LEVELS.map((level) => cellName(level, cellAt(level, point)));

/** The sixteen cells of the next size down. */
export function childrenOf(level: Level, cell: number): number[] {
  const side = 2 ** level;
  const row = Math.floor(cell / side) * 4;
  const column = (cell % side) * 4;
  const children: number[] = [];
  for (let n = 0; n < 16; n++) children.push((row + (n >> 2)) * side * 4 + column + (n & 3));
  return children;
}

/** The largest cells that a circle touches. */
export function largestCellsAround(centre: LatLng, miles: number): number[] {
  const level = LEVELS[0];
  const side = 2 ** level;
  const latitudes = miles / MILES_PER_DEGREE;
  // A circle is widest in longitude a little towards the pole from its centre.
  const towardsPole = Math.min(89, Math.abs(centre.latitude) + latitudes);
  const longitudes = latitudes / Math.cos((towardsPole * Math.PI) / 180);
  const first = cellAt(level, {latitude: centre.latitude - latitudes, longitude: centre.longitude - longitudes});
  const last = cellAt(level, {latitude: centre.latitude + latitudes, longitude: centre.longitude + longitudes});
  const cells: number[] = [];
  for (let row = Math.floor(first / side); row <= Math.floor(last / side); row++) {
    for (let column = first % side; column <= last % side; column++) cells.push(row * side + column);
  }
  return cells;
}

/** A circle made ready for comparing many cells with it. */
export interface Circle {
  centre: LatLng;
  /** The haversine from the centre to a place. */
  to: (latitude: number, longitude: number) => number;
  /** As haversines: the circle itself, and a little less and more than it. */
  itself: number;
  surelyInside: number;
  surelyOutside: number;
}

/** 'Surely' is a margin of 0.2 % and 100 feet, so that rounding can never move a listing across the line. */
export const circleAround = (centre: LatLng, miles: number): Circle => ({
  centre,
  to: haversineFrom(centre),
  itself: haversineOf(miles),
  surelyInside: haversineOf(miles * 0.998 - 0.02),
  surelyOutside: haversineOf(miles * 1.002 + 0.02),
});

/** How a cell lies to a circle. What is near the line is 'edge', and is settled by the exact distance of each listing. */
export function cellAgainstCircle(level: Level, cell: number, circle: Circle): 'whole' | 'edge' | 'outside' {
  const {west, south, east, north} = sidesOf(level, cell);
  const {centre, to} = circle;
  const nearestLatitude = Math.min(Math.max(centre.latitude, south), north);
  const nearestLongitude = Math.min(Math.max(centre.longitude, west), east);
  if (to(nearestLatitude, nearestLongitude) > circle.surelyOutside) return 'outside';
  // The farthest point is one of the two corners on the side that is farther east or west.
  const longitude = centre.longitude - west > east - centre.longitude ? west : east;
  const isWhole = to(south, longitude) < circle.surelyInside && to(north, longitude) < circle.surelyInside;
  return isWhole ? 'whole' : 'edge';
}

/** How a cell lies to a frame. */
export function cellAgainstFrame(level: Level, cell: number, frame: MapBounds): 'whole' | 'edge' | 'outside' {
  const {west, south, east, north} = sidesOf(level, cell);
  if (west > frame.east || east < frame.west || south > frame.north || north < frame.south) return 'outside';
  const isWhole = west >= frame.west && east <= frame.east && south >= frame.south && north <= frame.north;
  return isWhole ? 'whole' : 'edge';
}

function sidesOf(level: Level, cell: number): MapBounds {
  const side = 2 ** level;
  const south = (Math.floor(cell / side) / side) * 180 - 90;
  const west = ((cell % side) / side) * 360 - 180;
  return {west, south, east: west + 360 / side, north: south + 180 / side};
}
