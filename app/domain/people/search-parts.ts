/** What a search for a person is made of: shapes only, safe in the browser. */

export type KeyKind = 'name' | 'birth' | 'nhs' | 'phone' | 'phone_end' | 'email' | 'postcode' | 'outcode' | 'reference';

/** One way of finding people, compared whole with `person_keys`. `weight` from 0 to 1 says how sure it is. */
export interface SearchKey {
  kind: KeyKind;
  key: string;
  weight: number;
}

/** The kinds of words, in the words in which the audit names them. */
export type PartKind =
  'name' | 'birth date' | 'NHS number' | 'telephone' | 'e-mail' | 'postcode' | 'reference' | 'number';

/** A part of what was typed, with every key that it may stand for; any of them will do. */
export interface SearchPart {
  what: PartKind;
  keys: SearchKey[];
  /** Of a name: the plain word, for finding others like it. */
  word?: string;
}
