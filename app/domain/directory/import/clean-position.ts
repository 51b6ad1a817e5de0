import type {Note} from './finding.ts';
import {isNothing, type Loose} from './loose-values.ts';

export interface Position {
  latitude: number;
  longitude: number;
}

/** Where the United Kingdom and its islands lie, generously. */
const isInUk = (latitude: number, longitude: number) =>
  latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2.5;

/** A point in the United Kingdom. Latitude and longitude the wrong way round are turned; a point elsewhere is left out. */
export function cleanPosition(item: Loose, at: string, note: Note): Position | null {
  const latitude = asDegrees(item.latitude, `${at}.latitude`, note);
  const longitude = asDegrees(item.longitude, `${at}.longitude`, note);
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null) {
    note(`${at}.latitude`, 'Only one half of the position', latitude ?? longitude);
    return null;
  }
  const was = `${latitude}, ${longitude}`;
  if (isInUk(latitude, longitude)) return {latitude, longitude};
  if (isInUk(longitude, latitude)) {
    note(`${at}.latitude`, 'Latitude and longitude were the wrong way round', was);
    return {latitude: longitude, longitude: latitude};
  }
  const reason =
    latitude === 0 && longitude === 0
      ? 'The position was 0, 0, so it was left out'
      : Math.abs(latitude) > 90 || Math.abs(longitude) > 180
        ? 'No such place on earth, so the position was left out'
        : 'The position is outside the United Kingdom, so it was left out';
  note(`${at}.latitude`, reason, was);
  return null;
}

function asDegrees(value: unknown, field: string, note: Note): number | null {
  if (isNothing(value)) return null;
  const text = typeof value === 'string' ? value.trim() : '';
  const number = typeof value === 'number' ? value : /^[+-]?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isFinite(number)) return number;
  note(field, 'Not a number, so it was left out', value);
  return null;
}
