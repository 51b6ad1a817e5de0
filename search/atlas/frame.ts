/** What a map showed, as part of a search: a frame in degrees that takes the place of a distance. */
import {milesBetween, type LatLng} from './distance.ts';

/** A piece of a map, in degrees. */
export interface MapBounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A frame belongs to the place it was searched with: under other words for where it means nothing. */
export interface Frame {
  near: string;
  bounds: MapBounds;
}

/**
 * Hundredths of a degree, about half a mile: an address that people share tells no street that was looked at. Outwards, so
 * that nothing that was seen is left out.
 */
const PARTS = 100;

/** The frame that holds all of a view, as an address tells it. */
export function frameAround({west, south, east, north}: MapBounds): MapBounds {
  const down = (degrees: number) => Math.floor(Number((degrees * PARTS).toFixed(6))) / PARTS;
  const up = (degrees: number) => Math.ceil(Number((degrees * PARTS).toFixed(6))) / PARTS;
  return {west: down(west), south: down(south), east: up(east), north: up(north)};
}

/** A frame as it stands in an address in place of miles: `-0.8,51.38,-0.7,51.44~Bracknell`. */
export const frameInWords = ({near, bounds: {west, south, east, north}}: Frame): string =>
  `${west},${south},${east},${north}~${near}`;

/** Reads what `frameInWords` wrote; null for anything else, and for the frame of another place. */
export function readFrame(words: string, near: string): Frame | null {
  const [sides = '', ...name] = words.split('~');
  if (!near || name.join('~') !== near) return null;
  const bounds = readBounds(sides);
  return bounds && {near, bounds: frameAround(bounds)};
}

/** Reads 'west,south,east,north'; null when that is not a piece of the earth. */
export function readBounds(words: string): MapBounds | null {
  const sides = words.split(',').map((side) => (side.trim() === '' ? NaN : Number(side)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides;
  const isOnEarth =
    [west, east].every((side) => Math.abs(side) <= 180) && [south, north].every((side) => Math.abs(side) <= 90);
  return sides.length === 4 && isOnEarth && west < east && south < north ? {west, south, east, north} : null;
}

/** What of the map is searched, if a search is about that. */
export const frameOf = ({frame, near}: {frame?: Frame | null; near: string}): MapBounds | null =>
  frame && frame.near === near ? frame.bounds : null;

/** Miles from a place to the farthest corner: the circle that holds the whole frame. */
export function milesAround({west, south, east, north}: MapBounds, from: LatLng): number {
  const corners = [south, north].flatMap((latitude) => [west, east].map((longitude) => ({latitude, longitude})));
  return Math.max(...corners.map((corner) => milesBetween(from, corner)));
}
