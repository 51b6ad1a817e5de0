/** What the desk is measured on: engines of its own, a directory, 200,000 people, so many calls, and 200 people who take more. */
import {randomUUID} from 'node:crypto';
import {readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import {hashToken, makeToken} from '../../app/domain/access/secrets.server.ts';
import {loadGuides} from '../../app/domain/guides/load-guides.server.ts';
import {connect, type Sql} from '../../db/client.ts';
import {seedDemonstration, seedQueues, seedStaff} from '../../db/seed/load.ts';
import {connectMeili} from '../../search/engines/engine.ts';
import {rebuildIndex} from '../../search/index/index-all.ts';
import type {Role} from '../../app/domain/access/roles.ts';
import {desksFor, writeCalls} from './desk-calls.ts';
import type {DeskOptions} from './desk-options.ts';
import type {MadePerson} from './generate-people.ts';
import {writePeople} from './people-bed.ts';
import {makeBed} from './search-bed.ts';

/** One for each number of calls, so that two may be measured one after the other from two terminals. */
const folderFor = (calls: number) => resolve(import.meta.dirname, `../../.data/bench-desk-${calls}`);
const PREFIX = 'bench_desk_';

/** Someone who is signed in, with the token of their cookie. */
export interface SignedIn {
  staffId: string;
  partnerId: string;
  partnershipId: string;
  sessionId: string;
  token: string;
}

export interface DeskBed {
  owner: Sql;
  web: Sql;
  calls: number;
  people: number;
  services: string[];
  sample: MadePerson[];
  handlers: SignedIn[];
  lead: SignedIn;
  /** Of the host, who counts for the whole partnership. */
  analyst: SignedIn;
  nurses: SignedIn[];
  startSite(): Promise<{url: string; residentMb(): number | null; stop(): Promise<void>}>;
  /** What PostgreSQL has written into its log since that place in it. */
  logFrom(place: number): string;
  logEnd(): number;
  stop(): Promise<void>;
}

export async function makeDeskBed(options: DeskOptions, say: (line: string) => void): Promise<DeskBed> {
  const folder = folderFor(options.calls);
  const bed = await makeBed(folder);
  const database = await bed.newDatabase('bench_desk');
  const {sql: owner} = database;
  await seedDemonstration(owner);
  await seedStaff(owner);
  await seedQueues(owner);
  await loadGuides(owner);
  await rebuildIndex(owner, connectMeili({...bed.meili, prefix: PREFIX}), {log: () => {}});
  const [host] = await owner<{partnerId: string; partnershipId: string}[]>`
    select id as partner_id, partnership_id from partners where is_host
  `;
  const {partnerId, partnershipId} = host!;
  const desks = [partnerId, ...(await moreDesks(owner, partnershipId, desksFor(options.calls) - 1))];
  const [lead, analyst, ...handlers] = await signIn(owner, host!, options.handlers);
  say('a directory, its index and those who work there');
  const sample = await writePeople(owner, options.people, {partnershipId, partners: desks, viewer: lead!});
  say(`${options.people.toLocaleString('en-GB')} people`);
  const calls = await writeCalls(owner, {calls: options.calls, desks, partnershipId}, say);

  const [trust] = await owner<{partnerId: string; partnershipId: string}[]>`
    select partner_id, partnership_id from queues where discipline = 'nursing'
  `;
  const nurses = await makeStaff(owner, trust!, ['practitioner'], 8);
  await owner`
    insert into staff_disciplines (staff_id, discipline)
    select unnest(${nurses.map(({staffId}) => staffId)}::uuid[]), 'nursing'
  `;
  const services = await owner<{id: string}[]>`select id from services order by number limit 50`;
  const log = resolve(folder, 'log/postgres.log');
  const web = connect(bed.webUrl(database.url), {max: 4});
  return {
    owner,
    web,
    calls,
    people: options.people,
    services: services.map(({id}) => id),
    sample,
    handlers: handlers as SignedIn[],
    lead: lead!,
    analyst: analyst!,
    nurses,
    startSite: () => bed.startSite(database.url, PREFIX),
    logFrom: (place) => readFileSync(log).subarray(place).toString('utf8'),
    logEnd: () => statSync(log).size,
    async stop() {
      await web.end({timeout: 2});
      await owner.end({timeout: 2});
      await bed.stop();
    },
  };
}

async function moreDesks(sql: Sql, partnershipId: string, count: number): Promise<string[]> {
  const ids = Array.from({length: count}, () => randomUUID() as string);
  await sql`
    insert into partners (id, partnership_id, name, kind)
    select id, ${partnershipId}, 'Desk ' || number, 'council'
    from unnest(${ids}::uuid[]) with ordinality as made (id, number)
  `;
  return ids;
}

type Where = {partnerId: string; partnershipId: string};

async function signIn(sql: Sql, host: Where, handlers: number): Promise<SignedIn[]> {
  return [
    ...(await makeStaff(sql, host, ['team_lead', 'call_handler'], 1)),
    ...(await makeStaff(sql, host, ['analyst'], 1)),
    ...(await makeStaff(sql, host, ['call_handler'], handlers)),
  ];
}

async function makeStaff(
  sql: Sql,
  {partnerId, partnershipId}: Where,
  roles: Role[],
  count: number,
): Promise<SignedIn[]> {
  const made = Array.from({length: count}, () => ({
    staffId: randomUUID() as string,
    sessionId: randomUUID() as string,
    token: makeToken(),
    partnerId,
    partnershipId,
  }));
  await sql`
    insert into staff ${sql(
      made.map(({staffId}, place) => ({
        id: staffId,
        partnershipId,
        partnerId,
        name: `${roles[0]} ${place + 1}`,
        email: `${staffId}@benchshire.example`,
      })),
    )}
  `;
  await sql`
    insert into staff_roles ${sql(made.flatMap(({staffId}) => roles.map((role) => ({staffId, role}))))}
  `;
  await sql`
    insert into sessions ${sql(
      made.map(({sessionId, staffId, token}) => ({
        id: sessionId,
        tokenHash: hashToken(token),
        staffId,
        stage: 'full',
        device: 'A benchmark',
      })),
    )}
  `;
  return made;
}
