import type {Note} from './finding.ts';
import {isNothing} from './loose-values.ts';

interface Ages {
  minimumAge: number | null;
  maximumAge: number | null;
}

/** No one is older than this; feeds write -1, 999 and the like for 'no limit'. */
const OLDEST = 130;

/** The youngest and the oldest it is for. Two ages that contradict each other are both left out, so that nobody is turned away by a slip. */
export function cleanAges(minimum: unknown, maximum: unknown, note: Note): Ages {
  const minimumAge = cleanAge(minimum, 'minimum_age', note);
  const maximumAge = cleanAge(maximum, 'maximum_age', note);
  if (maximumAge === 0) {
    note('maximum_age', 'An oldest age of 0 was taken as no limit', maximum);
    return {minimumAge, maximumAge: null};
  }
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge) {
    note(
      'minimum_age',
      'The youngest age was above the oldest, so both were left out',
      `${minimumAge} to ${maximumAge}`,
    );
    return {minimumAge: null, maximumAge: null};
  }
  return {minimumAge, maximumAge};
}

function cleanAge(value: unknown, field: string, note: Note): number | null {
  if (isNothing(value)) return null;
  const text = typeof value === 'string' ? value.trim() : '';
  const match = /^(-?\d{1,4}(?:\.\d+)?)\s*(?:\+|years?( old)?|yrs?|and over)?$/i.exec(text);
  const number = typeof value === 'number' ? value : match ? Number(match[1]) : NaN;
  if (!Number.isFinite(number)) {
    note(field, 'Not an age, so it was left out', value);
    return null;
  }
  if (number < 0 || number > OLDEST) {
    note(field, 'No such age, so it was left out', value);
    return null;
  }
  if (!Number.isInteger(number)) note(field, 'The age was not a whole number', value);
  else if (typeof value === 'string') note(field, 'The age was written another way', value);
  return Math.floor(number);
}
