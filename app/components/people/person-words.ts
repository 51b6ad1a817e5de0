/** A person in the few words by which they are chosen. */
import {fullName} from '../../domain/people/about-person.ts';
import {dateInWords} from '../../domain/people/record-fields.ts';

export interface Thin {
  knownAs: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
  estimatedAge: number | null;
  estimatedOn: string | null;
  isDeceased: boolean;
}

export interface PersonWords {
  name: string;
  /** '12 March 1950 (76)', 'About 76 years old', or that it is not known. */
  born: string;
  isDeceased: boolean;
}

/** @param today 'YYYY-MM-DD' */
export function inWords(person: Thin, today: string): PersonWords {
  return {name: fullName(person), born: birthInWords(person, today), isDeceased: person.isDeceased};
}

function birthInWords({birthDate, estimatedAge, estimatedOn, isDeceased}: Thin, today: string): string {
  if (birthDate) {
    const age = isDeceased ? '' : ` (${yearsBetween(birthDate, today)})`;
    return dateInWords(birthDate) + age;
  }
  if (estimatedAge === null || !estimatedOn) return 'Birth date not known';
  return `About ${estimatedAge + yearsBetween(estimatedOn, today)} years old`;
}

/** Whole years from one 'YYYY-MM-DD' to another, as ages are counted. */
export function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return until.slice(5) < from.slice(5) ? years - 1 : years;
}
