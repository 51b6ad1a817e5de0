/** What finding people is measured on: a durable PostgreSQL of its own with many people, reached as the web server reaches it. */
import {randomUUID} from 'node:crypto';
import {mkdirSync, rmSync} from 'node:fs';
import {resolve} from 'node:path';
import {nameKeys} from '../../app/domain/people/names.ts';
import {keepNameWords, keysOf} from '../../app/domain/people/person-keys.server.ts';
import {connect, type Sql} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {within} from '../../db/within.ts';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {makePerson, type MadePerson} from './generate-people.ts';
import {chanceFrom} from './generate-random.ts';

const FOLDER = resolve(import.meta.dirname, '../../.data/bench-people');
/** Of an engine that listens on this machine only and is thrown away. */
const PASSWORD = 'only-for-measuring';
const KEEPERS = 4;
const AT_ONCE = 5000;

export interface PeopleBed {
  owner: Sql;
  /** As the web server connects. */
  web: Sql;
  /** Keeps half of the people, and all the others are shared with their organisation: nobody could see more. */
  viewer: {staffId: string; partnerId: string};
  /** Some of the people, for making searches. */
  sample: MadePerson[];
  stop(): Promise<void>;
}

export async function makePeopleBed(count: number): Promise<PeopleBed> {
  await endLeftovers(FOLDER);
  rmSync(FOLDER, {recursive: true, force: true});
  mkdirSync(FOLDER, {recursive: true});
  const reaper = postReaper(FOLDER);
  const postgres = await startPostgres({dataFolder: FOLDER});
  const owner = connect(postgres.url, {max: 2});
  await migrate(owner);
  await owner.unsafe(`alter role fingerpost_web login password '${PASSWORD}'`);
  const address = new URL(postgres.url);
  address.username = 'fingerpost_web';
  address.password = PASSWORD;
  const web = connect(address.href, {max: 8});
  const there = await writeKeepers(owner);
  const sample = await writePeople(owner, count, there);
  return {
    owner,
    web,
    viewer: there.viewer,
    sample,
    async stop() {
      await Promise.all([web.end({timeout: 2}), owner.end({timeout: 2})]);
      await endLeftovers(FOLDER);
      reaper.dismiss();
      rmSync(FOLDER, {recursive: true, force: true});
    },
  };
}

/** Who keeps people, and who looks for them: somebody of the first. */
interface Keepers {
  partnershipId: string;
  partners: string[];
  viewer: {staffId: string; partnerId: string};
}

async function writeKeepers(sql: Sql): Promise<Keepers> {
  const partnershipId = randomUUID();
  const partners = Array.from({length: KEEPERS}, () => randomUUID() as string);
  await sql`insert into partnerships (id, key, name) values (${partnershipId}, 'bench', 'Benchshire')`;
  for (const [place, id] of partners.entries())
    await sql`insert into partners (id, partnership_id, name, kind) values (${id}, ${partnershipId}, ${`Partner ${place}`}, 'health')`;
  const viewer = {staffId: randomUUID() as string, partnerId: partners[0]!};
  await sql`
    insert into staff (id, partnership_id, partner_id, name, email)
    values (${viewer.staffId}, ${partnershipId}, ${viewer.partnerId}, 'Sam Bench', 'sam@benchshire.example')
  `;
  return {partnershipId, partners, viewer};
}

/**
 * Writes so many people, of whom the viewer may come near all.
 * @returns some of them, for making searches
 */
export async function writePeople(
  sql: Sql,
  count: number,
  {partnershipId, partners, viewer}: Keepers,
): Promise<MadePerson[]> {
  // Written as the triggers would write it, but all at once.
  await sql`alter table people disable trigger user`;
  await sql`alter table person_keys disable trigger user`;
  const chance = chanceFrom(4711);
  const postcodes = Array.from({length: Math.ceil(count / 15)}, () => {
    const [first, second] = [chance.whole(1, 45), chance.whole(1, 9)];
    return `RG${first} ${second}${chance.one([...'ABDEFGHJLN'])}${chance.one([...'PQRSTUWXYZ'])}`;
  });
  const sample: MadePerson[] = [];
  const words = new Set<string>();
  for (let from = 0; from < count; from += AT_ONCE) {
    const made = Array.from({length: Math.min(AT_ONCE, count - from)}, (_, place) =>
      makePerson(chance, from + place, postcodes, partners.length),
    );
    const people = made.map((person) => ({person, id: randomUUID() as string, keys: keysOf(person.facts)}));
    await sql`
      insert into people (id, partnership_id, partner_id, reference, given_name, family_name, birth_date, outcode)
      select id, ${partnershipId}, partner_id, reference, given_name, family_name, birth_date, outcode
      from unnest(
        ${people.map((one) => one.id)}::uuid[],
        ${people.map((one) => partners[one.person.keeper]!)}::uuid[],
        ${people.map((one) => one.person.facts.reference)}::text[],
        ${people.map((one) => one.person.given)}::text[],
        ${people.map((one) => one.person.family)}::text[],
        ${people.map((one) => one.person.facts.birthDate)}::date[],
        ${people.map((one) => one.person.facts.postcodes[0]!.split(' ')[0]!)}::text[]
      ) as made (id, partner_id, reference, given_name, family_name, birth_date, outcode)
    `;
    // Postgres has no arrays of different lengths side by side, so each row's keys travel as one text.
    await sql`
      insert into person_keys (person_id, keys, found_keys)
      select id, string_to_array(keys, '|'), string_to_array(keys, '|')
      from unnest(${people.map(({id}) => id)}::uuid[], ${people.map(({keys}) => keys.join('|'))}::text[]) as made (id, keys)
    `;
    for (const {person} of people) for (const word of nameKeys(...person.facts.names)) words.add(word);
    sample.push(...made.filter(() => chance.happens(2000 / count)));
  }
  await sql`insert into person_access (person_id, partner_id, because) select id, partner_id, 'keeper' from people`;
  await sql`
    insert into person_access (person_id, partner_id, because)
    select id, ${viewer.partnerId}, 'consent' from people where partner_id <> ${viewer.partnerId}
  `;
  await within(sql, {purpose: 'add-person', viewer}, (tx) => keepNameWords(tx, [...words]));
  await sql`alter table people enable trigger user`;
  await sql`alter table person_keys enable trigger user`;
  await sql`vacuum analyze`;
  return sample;
}
