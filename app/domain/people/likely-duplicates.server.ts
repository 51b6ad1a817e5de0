/** Before someone new is written down: who that might already be. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {lookUp, type FoundPerson} from './find-people.server.ts';
import {nameWords} from './names.ts';
import type {NewPerson} from './new-person.ts';
import type {KeyKind, PartKind, SearchPart} from './search-parts.ts';
import type {Asker} from './staff-request.ts';

/** Why someone may be the same, the surest first. */
export const LIKENESSES = {
  nhs: 'Same NHS number',
  name_birth: 'Name like this, same birth date',
  name_phone: 'Name like this, same telephone',
  name_postcode: 'Name like this, same postcode',
  name_email: 'Name like this, same e-mail',
  name_age: 'Name like this, about the same age',
  phone: 'Same telephone, which people may share',
  email: 'Same e-mail, which people may share',
  name: 'Same name',
} as const;
type Likeness = keyof typeof LIKENESSES;

interface LikelyDuplicate extends FoundPerson {
  likeness: Likeness;
}

const MOST = 6;

/** Those near the viewer whom the new person may be, the likeliest first. The look is in the audit before it is shown. */
export function likelyDuplicates(sql: Sql, {viewer, address}: Asker, person: NewPerson): Promise<LikelyDuplicate[]> {
  return within(sql, {purpose: 'find-person', viewer, address}, async (tx) => {
    const found = await lookForDuplicates(tx, person);
    await recordAct(tx, {
      action: 'person_searched',
      details: {for: 'duplicates', kinds: [...new Set(found.map(({likeness}) => likeness))], found: found.length},
    });
    return found;
  });
}

async function lookForDuplicates(tx: ISql, person: NewPerson): Promise<LikelyDuplicate[]> {
  const {about, phone, email, postcode, nhsNumber} = person;
  const words = [...new Set(nameWords(`${about.givenName ?? about.knownAs ?? ''} ${about.familyName ?? ''}`))].slice(
    0,
    4,
  );
  const names: SearchPart[] = words.map((word) => ({what: 'name', word, keys: [{kind: 'name', key: word, weight: 1}]}));
  const same = (what: PartKind, kind: KeyKind, value: unknown): SearchPart[] =>
    value ? [{what, keys: [{kind, key: String(value), weight: 1}]}] : [];
  const estimatedYear = typeof about.estimatedAge === 'number' ? new Date().getFullYear() - about.estimatedAge : null;
  const looks: [Likeness, SearchPart[], number][] = [
    ['nhs', same('NHS number', 'nhs', nhsNumber), 1],
    ['name_birth', [...names, ...same('birth date', 'birth', about.birthDate)], 2],
    ['name_phone', [...names, ...same('telephone', 'phone', phone)], 2],
    ['name_postcode', [...names, ...same('postcode', 'postcode', postcode)], 2],
    ['name_email', [...names, ...same('e-mail', 'email', email?.toLowerCase())], 2],
    ['name_age', [...names, ...same('birth date', 'birth', estimatedYear)], 2],
    ['phone', same('telephone', 'phone', phone), 1],
    ['email', same('e-mail', 'email', email?.toLowerCase()), 1],
    ['name', names.length >= 2 ? names : [], 2],
  ];
  const found = new Map<string, LikelyDuplicate>();
  for (const [likeness, parts, least] of looks) {
    if (found.size >= MOST) break;
    // With names in it, a look counts only if it has something besides them.
    const isWhole =
      parts.length >= least &&
      (likeness === 'name' || parts.length > (likeness.startsWith('name_') ? names.length : 0));
    if (!isWhole || (likeness.startsWith('name') && names.length === 0)) continue;
    const {people} = await lookUp(tx, parts);
    for (const one of people)
      if (!found.has(one.id) && found.size < MOST && (likeness !== 'name' || one.isExact))
        found.set(one.id, {...one, likeness});
  }
  return [...found.values()];
}
