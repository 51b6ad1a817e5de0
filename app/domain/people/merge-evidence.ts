/** What speaks for two records being of one person. A shared telephone or e-mail alone never does: households share them. */
import {likeness} from './name-likeness.ts';
import {nameWords} from './names.ts';

export const EVIDENCE = {
  nhs: 'the same NHS number',
  names: 'names that are alike',
  birth: 'the same birth date',
  postcode: 'the same postcode',
  phone: 'the same telephone number',
  email: 'the same e-mail address',
} as const;
type Evidence = keyof typeof EVIDENCE;

export interface ToCompare {
  knownAs: string | null;
  givenName: string | null;
  familyName: string | null;
  /** As they stand in `person_keys`: 'kind:key'. */
  keys: string[];
}

export interface Compared {
  found: Evidence[];
  /** `no`: too little speaks for it. `ask`: one has no name, so somebody must know. `never`: two NHS numbers differ. */
  verdict: 'yes' | 'ask' | 'no' | 'never';
}

export function compareRecords(one: ToCompare, other: ToCompare): Compared {
  const shares = (kind: string) => keysOfKind(one, kind).some((key) => keysOfKind(other, kind).includes(key));
  const alike = Math.min(namesMet(one, other), namesMet(other, one));
  const found: Evidence[] = [];
  if (shares('nhs')) found.push('nhs');
  if (alike >= 1) found.push('names');
  if (keysOfKind(one, 'birth').some((key) => key.length === 10 && keysOfKind(other, 'birth').includes(key)))
    found.push('birth');
  if (shares('postcode')) found.push('postcode');
  if (shares('phone')) found.push('phone');
  if (shares('email')) found.push('email');

  const has = (kind: Evidence) => found.includes(kind);
  const bothHaveNumbers = [one, other].every((record) => keysOfKind(record, 'nhs').length > 0);
  if (bothHaveNumbers && !has('nhs')) return {found, verdict: 'never'};
  const isNameless = [one, other].some((record) => wordsOf(record).length === 0);
  const isEnough =
    has('nhs') || (has('names') && has('birth')) || (alike >= 2 && (has('postcode') || has('phone') || has('email')));
  return {found, verdict: isEnough ? 'yes' : isNameless ? 'ask' : 'no'};
}

const keysOfKind = ({keys}: ToCompare, kind: string) =>
  keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));

const wordsOf = ({knownAs, givenName, familyName}: ToCompare) => [
  ...new Set([knownAs, givenName, familyName].flatMap((name) => nameWords(name ?? ''))),
];

/** How many words of a name have one like them among all names of the other record. */
function namesMet(one: ToCompare, other: ToCompare): number {
  const others = [...wordsOf(other), ...keysOfKind(other, 'name')];
  return wordsOf(one).filter((word) => others.some((name) => likeness(word, name) >= 0.7)).length;
}
