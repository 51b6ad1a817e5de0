/** A person's record, for whoever has opened it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {AboutValues} from './about-person.ts';
import {listConsents, type Consent} from './consent-facts.server.ts';
import {standingOpening, type Opening} from './open-record.server.ts';
import {holdPerson} from './person-keys.server.ts';
import {sections} from './record-sections.ts';
import {listRows, type StoredRow} from './record-rows.server.ts';
import {listVersions, type Version} from './section-versions.server.ts';
import type {Asker} from './staff-request.ts';

export interface About extends AboutValues {
  id: string;
  reference: string;
  /** When the estimated age was right. */
  estimatedOn: string | null;
  mergedInto: string | null;
  keeper: string;
}

interface Merge {
  id: string;
  personId: string;
  reference: string;
  why: string;
  mergedAt: Date;
  mergedBy: string | null;
}

export interface PersonRecord {
  person: About;
  /** Other records of the same person that were merged into this one. */
  members: About[];
  rows: Record<string, StoredRow[]>;
  versions: Map<string, Version>;
  consents: Consent[];
  merges: Merge[];
  /** Who may find the person: names of organisations. */
  /** The people named in it by reference whom the viewer may come near themselves: their ids by reference. */
  linked: Record<string, string>;
  near: {partner: string; because: 'keeper' | 'consent' | 'handed_on'}[];
  opening: Opening;
}

/**
 * The record, if this viewer has opened it and the opening still stands; else null. That it was looked at is committed
 * to the audit before it is given.
 * @param page which page shows it, for the audit: 'record', 'consents', or the name of a section
 */
export async function getRecord(
  sql: Sql,
  asker: Asker,
  personId: string,
  page = 'record',
): Promise<PersonRecord | null> {
  const opening = await standingOpening(sql, asker, personId);
  if (!opening) return null;
  const record = await within(sql, {purpose: 'record', ...asker, openingId: opening.id}, async (tx) => {
    const people = await openedPeople(tx);
    if (!people.includes(personId)) return null;
    const [abouts, versions, consents, merges, near, ...lists] = await Promise.all([
      listAbouts(tx, people),
      listVersions(tx, personId),
      listConsents(tx, people),
      listMerges(tx),
      listNear(tx, personId),
      ...sections.map((section) => listRows(tx, section, people)),
    ]);
    await recordAct(tx, {action: 'record_viewed', personId, details: {page}});
    return {
      person: abouts.find(({id}) => id === personId)!,
      members: abouts.filter(({id}) => id !== personId),
      rows: Object.fromEntries(sections.map(({key}, place) => [key, lists[place]!])),
      versions,
      consents,
      merges,
      near,
      opening,
    };
  });
  return record && {...record, linked: await linkedPeople(sql, asker, record.rows.relationships ?? [])};
}

/** An opening shows nobody else's record, so whether they may be reached is asked as for opening one. */
async function linkedPeople(sql: Sql, asker: Asker, rows: StoredRow[]): Promise<Record<string, string>> {
  const references = rows.flatMap(({values}) => (values.otherReference ? [String(values.otherReference)] : []));
  if (references.length === 0) return {};
  return within(sql, {purpose: 'open-record', ...asker}, async (tx) => {
    const found = await tx<{id: string; reference: string}[]>`
      select id, reference from people where reference = any(${references})
    `;
    return Object.fromEntries(found.map(({id, reference}) => [reference, id]));
  });
}

/** Whose facts this transaction may see: the person opened and those merged into them. */
async function openedPeople(tx: ISql): Promise<string[]> {
  const [row] = await tx<[{people: string[]}]>`select viewer_opened_people() as people`;
  return row.people;
}

/**
 * For whoever changes an opened record: until this transaction ends nobody joins it with another or takes it apart. Read before
 * that, the people of the record might not be open any more when something is written for each of them.
 * @returns whose facts this transaction may change, or null where the record is not open (any more)
 */
export async function holdOpened(tx: ISql, personId: string): Promise<string[] | null> {
  if (!(await openedPeople(tx)).includes(personId)) return null;
  await holdPerson(tx, personId);
  const people = await openedPeople(tx);
  return people.includes(personId) ? people : null;
}

export async function listAbouts(tx: ISql, people: string[]): Promise<About[]> {
  return tx<About[]>`
    select
      people.id,
      reference,
      known_as,
      given_name,
      family_name,
      pronouns,
      birth_date,
      estimated_age,
      estimated_on,
      is_deceased,
      deceased_on,
      merged_into,
      partners.name as keeper
    from people
    join partners on partners.id = people.partner_id
    left join person_about on person_about.person_id = people.id
    where people.id = any(${people})
    order by people.created_at, people.id
  `;
}

async function listMerges(tx: ISql): Promise<Merge[]> {
  return tx<Merge[]>`
    select merges.id, person_id, reference, why, merged_at, staff.name as merged_by
    from merges
    join people on people.id = person_id
    left join staff on staff.id = merges.merged_by
    where undone_at is null
    order by merged_at
  `;
}

async function listNear(tx: ISql, personId: string): Promise<PersonRecord['near']> {
  return tx<PersonRecord['near']>`
    select partners.name as partner, because
    from person_access
    join partners on partners.id = person_access.partner_id
    where person_id = ${personId}
    order by because desc, partners.name
  `;
}
