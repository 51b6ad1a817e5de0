/** A person in the few words by which they are chosen. */
import {fullName} from '../../domain/people/about-person.ts';
import type {Chosen} from '../../domain/people/open-record.server.ts';
import {dateInWords} from '../../domain/people/record-fields.ts';

/** What those words are made of. */
export type Thin = Omit<Chosen, 'id' | 'reference' | 'outcode' | 'mergedInto'>;

export interface PersonWords {
  name: string;
  /** '12 March 1950 (76)', 'About 76 years old', or that it is not known. */
  born: string;
  isDeceased: boolean;
}

/** Somebody who was found, among whom the right one is chosen. */
export interface FoundView extends PersonWords {
  id: string;
  reference: string;
  outcode: string | null;
  keeper: string;
  hasAlert: boolean;
  /** Why they stand here, where that needs saying. */
  because?: string;
}

/** @param today 'YYYY-MM-DD' */
export function foundInWords(person: Thin & Omit<FoundView, keyof PersonWords | 'because'>, today: string): FoundView {
  const {id, reference, outcode, keeper, hasAlert} = person;
  return {...inWords(person, today), id, reference, outcode, keeper, hasAlert};
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
