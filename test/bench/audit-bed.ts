/** What the audit is measured on: a durable PostgreSQL of its own, reached as the web server reaches it. */
import {randomUUID} from 'node:crypto';
import {mkdirSync, rmSync} from 'node:fs';
import {resolve} from 'node:path';
import {connect, type Sql} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {insertSession} from '../factories/staff.ts';

const FOLDER = resolve(import.meta.dirname, '../../.data/bench-audit');
/** Of an engine that listens on this machine only and is thrown away. */
const PASSWORD = 'only-for-measuring';

/** People whose records nobody opens. */
const OTHERS = 20_000;

/** A record that someone has opened and writes in. */
export interface OpenRecord {
  personId: string;
  openingId: string;
  contactId: string;
  viewer: {staffId: string; partnerId: string; sessionId: string};
}

export interface AuditBed {
  /** The owner, for setting up and for checking. */
  owner: Sql;
  /** As the web server connects, one connection a writer. */
  web: Sql;
  records: OpenRecord[];
  stop(): Promise<void>;
}

/** Starts the engine and writes `people` people, each with a telephone number and an opening of one of `writers` staff. */
export async function makeAuditBed(writers: number, people: number): Promise<AuditBed> {
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
  const web = connect(address.href, {max: writers});
  return {
    owner,
    web,
    records: await writeRecords(owner, writers, people),
    async stop() {
      await Promise.all([web.end({timeout: 2}), owner.end({timeout: 2})]);
      await endLeftovers(FOLDER);
      reaper.dismiss();
      rmSync(FOLDER, {recursive: true, force: true});
    },
  };
}

async function writeRecords(owner: Sql, writers: number, people: number): Promise<OpenRecord[]> {
  const partnershipId = randomUUID();
  const partnerId = randomUUID();
  await owner`insert into partnerships (id, key, name) values (${partnershipId}, 'bench', 'Benchshire')`;
  await owner`
    insert into partners (id, partnership_id, name, kind)
    values (${partnerId}, ${partnershipId}, 'Benchshire Council', 'council')
  `;
  const staff = await owner<{id: string}[]>`
    insert into staff (partnership_id, partner_id, name, email)
    select ${partnershipId}, ${partnerId}, 'Member ' || number, 'member' || number || '@benchshire.example'
    from generate_series(1, ${writers}) as number
    returning id
  `;
  const sessions = await Promise.all(staff.map(({id}) => insertSession(owner, id)));
  const written = await owner<{id: string}[]>`
    insert into people (partnership_id, partner_id)
    select ${partnershipId}, ${partnerId} from generate_series(1, ${people})
    returning id
  `;
  // Others, so that the planner sees tables as large as an organisation's: with a few hundred rows it reads whole ones.
  await owner`
    insert into people (partnership_id, partner_id)
    select ${partnershipId}, ${partnerId} from generate_series(1, ${OTHERS})
  `;
  const records = written.map(({id}, number) => ({
    personId: id,
    openingId: randomUUID(),
    contactId: randomUUID(),
    viewer: {staffId: staff[number % writers]!.id, partnerId, sessionId: sessions[number % writers]!},
  }));
  await owner`
    insert into openings ${owner(
      records.map(({openingId, personId, viewer}) => ({
        id: openingId,
        personId,
        ...viewer,
        basis: 'consent',
        consentBy: 'person',
        consentHow: 'spoken',
      })),
    )}
  `;
  await owner`
    insert into person_contacts ${owner(
      records.map(({contactId, personId}) => ({id: contactId, personId, kind: 'mobile', value: '+447700900123'})),
    )}
  `;
  await owner`vacuum analyze`;
  return records;
}
