/** The made-up people of the demonstration, put in as the forms of the product would read them. */
import {readFile} from 'node:fs/promises';
import {parse as parseYaml} from 'yaml';
import {z} from 'zod';
import type {ISql, Sql} from '../../../db/client.ts';
import {inOneTransaction} from '../../../db/in-one-transaction.ts';
import {uuidFrom} from '../../../db/uuid.ts';
import {within} from '../../../db/within.ts';
import {aboutFields, readAbout} from './about-person.ts';
import {readConsent, typedConsent} from './consent-words.ts';
import {refreshKeys} from './person-keys.server.ts';
import {readSection} from './read-section.ts';
import {sections, type Section} from './record-sections.ts';

const FILE = new URL('../../../db/seed/people.yaml', import.meta.url);
const fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const people = z.array(
  z.object({keeper: z.string(), about: fields, consents: z.array(fields).default([])}).catchall(z.array(fields)),
);
type Entry = z.output<typeof people>[number];

/**
 * Puts them in, all or none, where there are no people yet, as the owner of the tables. Needs the organisations of the demonstration.
 * Returns how many; 0 where there are people, or no such organisations.
 * @param today 'YYYY-MM-DD', the day on which ages were guessed
 * @throws when the file is not as it should be; the message says where
 */
export const loadDemonstrationPeople = (sql: Sql, today: string): Promise<number> =>
  inOneTransaction(sql, (whole) => putInAll(whole, today));

async function putInAll(sql: Sql, today: string): Promise<number> {
  // An owner who is no superuser sees staff only by saying why, like everyone else.
  const partners = await within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<{id: string; name: string; partnershipId: string; staffId: string}[]>`
      select partners.id, partners.name, partners.partnership_id, min(staff.id::text)::uuid as staff_id
      from partners
      join staff on staff.partner_id = partners.id and staff.is_demonstration
      join staff_roles on staff_roles.staff_id = staff.id and role in ('call_handler', 'practitioner', 'link_worker')
      group by partners.id
    `,
  );
  const [{exists}] = await sql<[{exists: boolean}]>`select exists (select from people)`;
  if (exists || partners.length === 0) return 0;
  const entries = people.parse(parseYaml(await readFile(FILE, 'utf8')));
  for (const [place, entry] of entries.entries()) {
    const keeper = partners.find(({name}) => name === entry.keeper);
    if (!keeper) throw new Error(`people.yaml, person ${place + 1}: there is no organisation called ${entry.keeper}`);
    const viewer = {staffId: keeper.staffId, partnerId: keeper.id};
    const id = uuidFrom(`person:${place + 1}`);
    await within(sql, {purpose: 'add-person', viewer}, async (tx) => {
      await insertAbout(tx, entry, {id, partnershipId: keeper.partnershipId, ...viewer}, today);
      for (const section of sections)
        await insertRows(tx, section, entry[section.key] as Entry['consents'] | undefined, id, today);
      await refreshKeys(tx, id);
      for (const consent of entry.consents) {
        const partnerId = partners.find(({name}) => name === consent.partner)?.id ?? '';
        const read = readConsent(typedConsent(formOf({...consent, partnerId})), today, partnerId ? [partnerId] : []);
        if (!read.ok) throw problem(entry, read.problems);
        const row = {...read.fact, personId: id, recordedBy: keeper.staffId, recordedPartnerId: keeper.id};
        await tx`insert into consents ${tx(row)}`;
      }
    });
  }
  return entries.length;
}

async function insertAbout(
  tx: ISql,
  entry: Entry,
  {id, partnershipId, partnerId, staffId}: Record<'id' | 'partnershipId' | 'partnerId' | 'staffId', string>,
  today: string,
) {
  const read = readAbout(formOf(entry.about), today);
  if (!read.ok) throw problem(entry, read.problems);
  const unknown = Object.keys(entry.about).filter((name) => !aboutFields.some((field) => field.name === name));
  if (unknown.length > 0) throw problem(entry, {[unknown[0]!]: 'there is no such field'});
  const {pronouns, ...thin} = read.values;
  const estimatedOn = thin.estimatedAge === null ? null : today;
  await tx`insert into people ${tx({...thin, estimatedOn, id, partnershipId, partnerId, createdBy: staffId})}`;
  if (pronouns) await tx`insert into person_about ${tx({personId: id, pronouns})}`;
}

async function insertRows(tx: ISql, section: Section, rows: Entry['consents'] = [], personId: string, today: string) {
  const typed = rows.flatMap((row, place) =>
    section.fields.map(({name}) => [`${place}.${name}`, row[name] ?? notAsked(section, name)]),
  );
  const read = readSection(section, formOf(Object.fromEntries(typed) as Record<string, string>), today);
  if (!read.ok) throw new Error(`people.yaml, ${section.key}: ${JSON.stringify(read.problems)}`);
  for (const {values} of read.rows) await tx`insert into ${tx(section.table)} ${tx({personId, ...values})}`;
}

const notAsked = (section: Section, name: string) =>
  section.fields.find((field) => field.name === name)?.options?.not_asked ? 'not_asked' : '';

function formOf(values: Record<string, string | number | boolean>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    if (value !== false) form.set(name, value === true ? 'yes' : String(value));
  return form;
}

const problem = (entry: Entry, problems: object) =>
  new Error(`people.yaml, ${JSON.stringify(entry.about)}: ${JSON.stringify(problems)}`);
