/** What the audit is measured on: a durable PostgreSQL of its own, reached as the web server reaches it. */
import {randomUUID} from 'node:crypto';
import {mkdirSync, rmSync} from 'node:fs';
import {resolve} from 'node:path';
import {connect, type Sql} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';

const FOLDER = resolve(import.meta.dirname, '../../.data/bench-audit');
/** Of an engine that listens on this machine only and is thrown away. */
const PASSWORD = 'only-for-measuring';

export interface AuditBed {
  /** The owner, for setting up and for checking. */
  owner: Sql;
  /** As the web server connects, one connection a writer. */
  web: Sql;
  /** An administrator, for whom every write runs. */
  viewer: {staffId: string; partnerId: string};
  /** The rows that are changed. */
  staffIds: string[];
  stop(): Promise<void>;
}

/** Starts the engine and writes `rows` members of staff, whose accounts the measured writes then change. */
export async function makeAuditBed(writers: number, rows: number): Promise<AuditBed> {
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
  const {viewer, staffIds} = await writeStaff(owner, rows);
  return {
    owner,
    web,
    viewer,
    staffIds,
    async stop() {
      await Promise.all([web.end({timeout: 2}), owner.end({timeout: 2})]);
      await endLeftovers(FOLDER);
      reaper.dismiss();
      rmSync(FOLDER, {recursive: true, force: true});
    },
  };
}

async function writeStaff(owner: Sql, rows: number) {
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
    from generate_series(1, ${rows}) as number
    returning id
  `;
  await owner`insert into staff_roles (staff_id, role) select id, 'call_handler' from staff`;
  await owner`vacuum analyze`;
  const staffIds = staff.map(({id}) => id);
  return {viewer: {staffId: staffIds[0]!, partnerId}, staffIds};
}
