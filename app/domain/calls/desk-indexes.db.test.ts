import postgres from 'postgres';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {WEB_PASSWORD} from '../../../test/setup/clone-database.ts';
import {aHandoff, aPractitioner, aSecondLevel} from '../../../test/factories/second-level.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Sql} from '../../../db/client.ts';
import {within, type Purpose} from '../../../db/within.ts';
import {readFigures} from '../figures/read-figures.server.ts';
import {getLeadDay} from '../lead/lead-day.server.ts';
import {callByReference, countUnseenReviews, reviewFigures, sampleForReview} from '../lead/reviews.server.ts';
import {listCallBacks} from '../second-level/call-backs.server.ts';
import {listConcerns} from '../second-level/concerns.server.ts';
import {getHandoff, listTakers} from '../second-level/get-handoff.server.ts';
import {listQueue, listQueueWork} from '../second-level/list-work.server.ts';
import {listCalls} from './list-calls.server.ts';
import {listDrafts} from './drafts.server.ts';
import {recentContacts} from './recent-contacts.server.ts';

/** A hundred days of a county's desk, one call in seven handed on, nearly all of it finished: enough for a scan to be a bad idea. */
const CALLS = 40_000;
const HANDED_ON = 5_000;
/** The tables that this fills. */
const LARGE = [
  'calls',
  'call_needs',
  'call_dispositions',
  'call_backs',
  'handoffs',
  'handoff_steps',
  'safeguarding_concerns',
  'people',
  'person_access',
];

let database: TestDatabase;
let watched: Sql;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
let lead: TestStaff;
let trustLead: TestStaff;
let handoffId: string;
let personId: string;
const asked: {query: string; parameters: unknown[]}[] = [];

beforeAll(async () => {
  database = await testDatabase({demo: true});
  const {sql} = database;
  level = await aSecondLevel(sql);
  lead = await insertStaff(sql, level.desk, {name: 'Lena Lead', roles: ['team_lead', 'call_handler']});
  trustLead = await aPractitioner(sql, level.trust, 'nursing', {roles: ['team_lead']});
  const handlers = await Promise.all(Array.from({length: 12}, () => insertStaff(sql, level.desk)));
  const staff = [level.handler, level.otherHandler, ...handlers].map(({staffId}) => staffId);
  const {partnerId, partnershipId} = level.desk;
  await sql.begin(async (tx) => {
    // What is put in is whole by itself.
    await tx`set local session_replication_role = 'replica'`;
    await tx`
      insert into people (partnership_id, partner_id)
      select ${partnershipId}, ${partnerId} from generate_series(1, 4000)
    `;
    await tx`insert into person_access (person_id, partner_id, because) select id, ${partnerId}, 'keeper' from people on conflict do nothing`;
    await tx`
      create temporary table everybody on commit drop as
      select row_number() over (order by id) - 1 as number, id from people where partnership_id = ${partnershipId}
    `;
    await tx`
      insert into calls (
        id, reference, partnership_id, partner_id, channel, handler_id, started_at, closed_at, talk_seconds, danger, caller_kind,
        person_known, person_id, story, domain, needs, dispositions
      )
      select
        gen_random_uuid(), regexp_replace(lpad(numbers.number::text, 7, '0'), '(...)(....)', 'C-\\1-\\2'), ${partnershipId}, ${partnerId}, 'phone',
        (${staff}::uuid[])[1 + numbers.number % ${staff.length}], at, at + interval '6 minutes', 300, 'no', 'person', 'identified',
        everybody.id, 'Would like to get out more.', 'community', '{loneliness}',
        case when numbers.number % 7 = 0 then array['handed_on'] else array['information_given'] end
      from generate_series(1, ${CALLS}) as numbers (number)
      cross join lateral (select now() - numbers.number * interval '3 minutes 39 seconds' as at) as moment
      join everybody on everybody.number = numbers.number * 7919 % 4000
    `;
    await tx`insert into call_needs (call_id, partner_id, need_key, position) select id, partner_id, 'loneliness', 1 from calls`;
    await tx`
      insert into call_dispositions (call_id, partner_id, kind, note)
      select id, partner_id, dispositions[1], 'Told where to turn' from calls
    `;
    await tx`
      insert into handoffs (
        call_id, from_partner_id, queue_id, partner_id, person_id, priority, reason, created_by, created_at, due_at, status,
        outcome, arranged, closed_by, closed_at, first_claimed_at, caller_told_at, told_how, told_by
      )
      select
        id, partner_id, ${level.nursing}, ${level.trust.partnerId}, person_id, 'hours_4', 'Please ring.', handler_id, closed_at,
        closed_at + interval '4 hours', 'closed', 'own_gp', 'The surgery rings.', ${level.nurse.staffId}, closed_at + interval '2 hours',
        closed_at, closed_at + interval '2 hours', 'phone', ${level.nurse.staffId}
      from calls
      where 'handed_on' = any(dispositions)
      limit ${HANDED_ON}
    `;
    await tx`
      insert into handoff_steps (handoff_id, staff_id, kind, words)
      select id, closed_by, kind, 'done' from handoffs cross join unnest(array['claimed', 'note', 'closed']) as kind
    `;
    await tx`
      insert into call_backs (call_id, partner_id, person_id, due_at, about, created_at, done_at, done_by, outcome)
      select id, partner_id, person_id, closed_at, 'How it went', closed_at, closed_at, handler_id, 'reached'
      from calls where 'information_given' = any(dispositions) limit 6000
    `;
    await tx`
      insert into safeguarding_concerns (
        call_id, from_partner_id, partner_id, person_id, has_care_needs, is_at_risk, cannot_protect, concern, lead_id, raised_by,
        raised_at, due_at, decision, decision_note, decided_by, decided_at
      )
      select
        id, partner_id, partner_id, person_id, 'yes', 'yes', 'yes', 'His money is being taken.', ${level.alan.staffId},
        handler_id, closed_at, closed_at + interval '5 hours', 'enquiry', 'Looked into', ${level.alan.staffId}, closed_at
      from calls order by id limit 2000
    `;
  });
  for (let item = 0; item < 30; item++)
    handoffId = await aHandoff(sql, {handler: level.handler, queueId: level.nursing});
  const [someone] = await sql<{id: string}[]>`
    select id from people where partner_id = ${partnerId} limit 1
  `;
  personId = someone!.id;
  await sql`vacuum analyze`;
  const address = new URL(database.url);
  Object.assign(address, {username: 'fingerpost_web', password: WEB_PASSWORD});
  watched = postgres(address.href, {
    max: 1,
    transform: {...postgres.camel, undefined: null},
    debug: (_, query, parameters) => asked.push({query, parameters}),
  }) as unknown as Sql;
}, 300_000);
afterAll(async () => {
  await watched?.end();
  await database?.drop();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** Every node of a plan, sub-plans and all. */
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function lookedAt(
  {query, parameters}: {query: string; parameters: unknown[]},
  viewer: TestStaff,
  purpose: Purpose,
) {
  const [row] = await within(database.web, {purpose, viewer}, (tx) =>
    tx.unsafe<{'QUERY PLAN': [{Plan: Node}]}[]>(`explain (analyze, format json) ${query}`, parameters as never[]),
  );
  const [plan] = Object.values(row!)[0] as [{Plan: Node}];
  return nodesOf(plan.Plan)
    .filter((node) => LARGE.includes(node['Relation Name'] ?? ''))
    .map((node) => ({
      how: `${node['Node Type']} on ${node['Relation Name']}`,
      rows: node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
    }));
}

const month = () => ({from: new Date(Date.now() - 30 * 86_400_000), to: new Date()});
const day = () => ({from: new Date(Date.now() - 86_400_000), to: new Date()});
const queue = (filter: 'all' | 'unclaimed' | 'mine' | 'untold') => (viewer: TestStaff) =>
  listQueue(watched, {viewer}, 'nursing', {filter, page: 1});

/** What is asked, by whom, and how many rows of the large tables may be looked at for it: what is counted, and no more. */
const lists: [string, () => TestStaff, number, (viewer: TestStaff) => Promise<unknown>, Purpose?][] = [
  ['a handler’s own drafts', () => level.handler, 50, (viewer) => listDrafts(watched, {viewer}, {whose: 'mine'})],
  ['all drafts of a desk', () => lead, 50, (viewer) => listDrafts(watched, {viewer}, {whose: 'all'})],
  [
    'a handler’s calls of a day',
    () => level.handler,
    500,
    (viewer) => listCalls(watched, {viewer}, {...day(), whose: 'mine'}),
  ],
  ['all calls of a day', () => lead, 1500, (viewer) => listCalls(watched, {viewer}, {...day(), whose: 'all'})],
  [
    'a handler’s calls of a month',
    () => level.handler,
    15_000,
    (viewer) => listCalls(watched, {viewer}, {...month(), whose: 'mine'}),
  ],
  [
    'call-backs of a desk',
    () => level.handler,
    200,
    (viewer) => listCallBacks(watched, {viewer}, {isMineOnly: false, page: 1}),
  ],
  [
    'one’s own call-backs',
    () => level.handler,
    200,
    (viewer) => listCallBacks(watched, {viewer}, {isMineOnly: true, page: 1}),
  ],
  ['the board of queues', () => level.nurse, 300, (viewer) => listQueueWork(watched, {viewer})],
  ['all of a queue', () => level.nurse, 500, queue('all')],
  ['what nobody has in a queue', () => level.nurse, 500, queue('unclaimed')],
  ['one’s own in a queue', () => level.nurse, 500, queue('mine')],
  ['whom nobody has told yet', () => level.nurse, 500, queue('untold')],
  ['a queue of another discipline', () => level.doctor, 500, queue('all')],
  ['something handed on', () => level.nurse, 100, (viewer) => getHandoff(watched, {viewer}, handoffId)],
  ['to whom it can be given', () => trustLead, 100, (viewer) => listTakers(watched, {viewer}, handoffId)],
  ['open concerns', () => level.alan, 100, (viewer) => listConcerns(watched, {viewer}, {isDecided: false, page: 1})],
  ['a lead’s day', () => lead, 1000, (viewer) => getLeadDay(watched, {viewer})],
  ['reviews nobody has read', () => level.handler, 50, (viewer) => countUnseenReviews(watched, {viewer})],
  ['what the reviews add up to', () => lead, 50, (viewer) => reviewFigures(watched, {viewer})],
  ['a call by its reference', () => lead, 50, (viewer) => callByReference(watched, {viewer}, 'C-000-5000')],
  [
    'calls drawn for review',
    () => lead,
    15_000,
    (viewer) => sampleForReview(watched, {viewer}, new Date().toISOString().slice(0, 10)),
  ],
  ['who rang lately', () => level.handler, 100, (viewer) => recentContacts(watched, {viewer}, personId)],
  [
    'the figures of a month',
    () => lead,
    50,
    (viewer) =>
      readFigures(
        watched,
        {purpose: 'figures', viewer},
        {month: new Date().toISOString().slice(0, 7), domain: null, partnerId: null},
        {answerSeconds: 20, shortSeconds: 5},
      ),
    'figures',
  ],
];

it.each(lists)('%s: no large table is read from end to end', async (_, whose, most, list, purpose = 'desk') => {
  asked.length = 0;
  const viewer = whose();
  await list(viewer);
  const queries = asked.filter(({query}) => /^\s*(select|with)\b/.test(query) && /\bfrom\b/.test(query));
  expect(queries.length).toBeGreaterThan(0);
  let rows = 0;
  for (const query of queries) {
    const looks = await lookedAt(query, viewer, purpose);
    for (const {how, rows: those} of looks) {
      expect(how, query.query).not.toMatch(/^Seq Scan/);
      rows += those;
    }
  }
  expect(rows).toBeLessThanOrEqual(most);
});
