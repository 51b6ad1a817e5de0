/** Keeps `person_keys`, by which people are found, in step with their records. */
import type {ISql} from '../../../db/client.ts';
import {birthKeys} from './birth-words.ts';
import {nameKeys, soundsOf} from './names.ts';
import {phoneEnd} from './phone.ts';
import type {KeyKind} from './search-parts.ts';
import {plainReference} from './search-words.ts';

/** What someone is found by, as it stands in their record. */
export interface FindableFacts {
  reference: string;
  names: string[];
  birthDate: string | null;
  estimate: {age: number; on: string} | null;
  nhsNumbers: string[];
  references: string[];
  /** E.164. */
  phones: string[];
  emails: string[];
  postcodes: string[];
}

/** Every key of a record as it stands in `person_keys`, 'kind:key', each once. */
export function keysOf(facts: FindableFacts): string[] {
  const keys: [KeyKind, string[]][] = [
    ['reference', [facts.reference, ...facts.references.map(plainReference)]],
    ['name', nameKeys(...facts.names)],
    ['birth', birthKeys(facts.birthDate, facts.estimate)],
    ['nhs', facts.nhsNumbers],
    ['phone', facts.phones],
    ['phone_end', facts.phones.map(phoneEnd)],
    ['email', facts.emails.map((email) => email.toLowerCase())],
    ['postcode', facts.postcodes],
    ['outcode', facts.postcodes.map((postcode) => postcode.split(' ')[0]!)],
  ];
  return keys.flatMap(([kind, values]) => [...new Set(values)].filter(Boolean).map((key) => storedKey(kind, key)));
}

/** How a key stands in the database. */
export const storedKey = (kind: KeyKind, key: string): string => `${kind}:${key}`;

/** Holds the record that is kept of a person until the transaction ends: before anything of it is changed, so that nobody waits for each other. */
export const holdPerson = (tx: ISql, personId: string) => tx`select hold_person(${personId})`;

/**
 * Works out the keys of a record again, inside the transaction that changed it.
 * Needs the purpose `record` with this person's opening, or `add-person`.
 */
export async function refreshKeys(tx: ISql, personId: string): Promise<void> {
  // What others change of the same person at this moment is seen here, or they see this.
  await holdPerson(tx, personId);
  const facts = await factsOf(tx, personId);
  const keys = keysOf(facts);
  await tx`
    insert into person_keys (person_id, keys)
    values (${personId}, ${keys})
    on conflict (person_id) do update
    set keys = excluded.keys
    where person_keys.keys is distinct from excluded.keys
  `;
  await keepNameWords(tx, nameKeys(...facts.names));
}

/** Adds words to those that typed words are likened to. */
export async function keepNameWords(tx: ISql, words: string[]): Promise<void> {
  if (words.length === 0) return;
  await tx`select keep_name_words(${words}, ${words.map((word) => soundsOf(word).join(' '))})`;
}

async function factsOf(tx: ISql, personId: string): Promise<FindableFacts> {
  const [facts] = await tx<[FindableFacts & {estimatedAge: number | null; estimatedOn: string | null}]>`
    select
      reference,
      array_remove(array[known_as, given_name, family_name], null)
        || array(select name from person_names where person_id = people.id) as names,
      birth_date,
      estimated_age,
      estimated_on,
      array(select value from person_identifiers where person_id = people.id and kind = 'nhs_number') as nhs_numbers,
      array(select value from person_identifiers where person_id = people.id and kind = 'own_reference') as "references",
      array(select value from person_contacts where person_id = people.id and kind <> 'email') as phones,
      array(select value from person_contacts where person_id = people.id and kind = 'email') as emails,
      array(select postcode from person_addresses where person_id = people.id and postcode is not null) as postcodes
    from people
    where id = ${personId}
  `;
  const {estimatedAge, estimatedOn} = facts;
  return {...facts, estimate: estimatedAge === null ? null : {age: estimatedAge, on: estimatedOn!}};
}
