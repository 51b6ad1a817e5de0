/** The caseload narrowed down: what is left, how many each choice would leave, and how few rows are looked at for it. */
import postgres from 'postgres';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {WEB_PASSWORD} from '../../../test/setup/clone-database.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Narrowing} from '../cases/narrowing.ts';
import {boardCases} from './board-cases.server.ts';
import {listCases} from './list-cases.server.ts';

const TODAY = '2026-11-28';
/** Cases of another provider, and the few of the one that is asked for. */
const MANY = 6000;
const OUR_OWN = 7;
const needs = ['debt', 'loneliness', 'moving-home'];

let database: TestDatabase;
let watched: Sql;
let worker: TestStaff;
let colleague: TestStaff;
let teamId: string;
const asked: {query: string; parameters: unknown[]}[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const {sql} = database;
  worker = await insertProvider(sql);
  colleague = await insertStaff(sql, worker, {roles: ['link_worker']});
  const elsewhere = await insertProvider(sql, {beside: worker});
  for (const key of needs) await sql`insert into needs (key, name, need_group) values (${key}, ${key}, 'People')`;
  [{id: teamId}] = await sql<[{id: string}]>`
    insert into teams (partner_id, name) values (${worker.partnerId}, 'East side') returning id
  `;
  await sql`insert into staff_teams ${sql({staffId: colleague.staffId, teamId, partnerId: worker.partnerId})}`;
  const lives = async (postcode: string) => {
    const personId = await insertPerson(sql, worker, {givenName: 'Nell'});
    await sql`insert into person_addresses ${sql({personId, kind: 'home', postcode})}`;
    return personId;
  };
  const put = (fields: Record<string, unknown>) => insertCase(sql, worker, fields);
  await put({needs: [needs[0]!, needs[1]!], nextStepOn: '2026-11-20', personId: await lives('RG12 1AA')});
  await put({needs: [needs[1]!], nextStepOn: TODAY, personId: await lives('RG12 2BB'), teamId});
  await put({needs: [needs[2]!], nextStepOn: '2026-12-05', tier: 'signposting', personId: await lives('SL5 7AA')});
  await put({nextStepOn: '2026-12-06', workerId: colleague.staffId});
  await put({nextStep: null, nextStepOn: null, noStepReason: 'They ring us.', workerId: null});
  await put({status: 'closed', closedAt: new Date(), closeReason: 'moved', outcome: 'Moved', needs: [needs[0]!]});
  const shared = await insertCase(sql, elsewhere, {needs: [needs[0]!]});
  await sql`update cases set outcode = 'RG12' where id = ${shared.id}`;
  await sql`
    insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
    values (${shared.id}, ${elsewhere.partnerId}, ${worker.partnerId}, 'Together', ${elsewhere.staffId})
  `;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = 'replica'`;
    await tx`
      insert into cases (
        partnership_id, partner_id, worker_id, person_id, source, tier, needs, referred_at, next_step, next_step_on, outcode
      )
      select
        ${elsewhere.partnershipId}, ${elsewhere.partnerId}, ${elsewhere.staffId}, ${shared.personId}, 'self', 'plan',
        ${[needs[0]!]}, now(), 'Ring', date '2026-11-01' + n % 60, (array['RG12', 'RG40', 'SL5'])[1 + n % 3]
      from generate_series(1, ${MANY}) as n
    `;
  });
  await sql`vacuum analyze cases`;
  const address = new URL(database.url);
  Object.assign(address, {username: 'fingerpost_web', password: WEB_PASSWORD});
  watched = postgres(address.href, {
    max: 1,
    transform: {...postgres.camel, undefined: null},
    debug: (_, query, parameters) => asked.push({query, parameters}),
  }) as unknown as Sql;
});
afterAll(async () => {
  await watched?.end();
  await database?.drop();
});

const WHOLE = {filter: 'open', order: 'next', whose: 'all', words: '', page: 1} as const;
const list = (narrowed: Narrowing, more: object = {}) =>
  listCases(database.web, {viewer: worker}, {...WHOLE, ...narrowed, ...more}, TODAY);
const board = (narrowed: Narrowing) => boardCases(database.web, {viewer: worker}, {...WHOLE, ...narrowed}, {}, TODAY);

describe('a caseload that is narrowed', () => {
  it('leaves as many as its choice said, in the list and on the board, whosever it is', async () => {
    for (const whose of ['all', 'mine', colleague.staffId]) {
      const {choices} = await list({}, {whose});
      for (const [by, offered] of Object.entries(choices)) {
        for (const {key, count} of offered) {
          const one = await list({[by]: key}, {whose});
          expect([by, key, one.count, one.cases.length]).toEqual([by, key, count, count]);
          const {columns} = await boardCases(database.web, {viewer: worker}, {...WHOLE, whose, [by]: key}, {}, TODAY);
          expect(columns.reduce((sum, column) => sum + column.count, 0)).toBe(count);
        }
      }
    }
  });

  it('counts needs, kinds, areas, teams and next steps, of open cases', async () => {
    const {choices, count} = await list({});
    expect(count).toBe(OUR_OWN - 1);
    const counts = (of: {key: string; count: number}[]) => Object.fromEntries(of.map((one) => [one.key, one.count]));
    expect(counts(choices.need)).toEqual({[needs[0]!]: 2, [needs[1]!]: 2, [needs[2]!]: 1});
    expect(counts(choices.tier)).toEqual({signposting: 1, plan: 5});
    // Where somebody lives whose case another provider shares is not said.
    expect(counts(choices.area)).toEqual({RG12: 2, SL5: 1});
    expect(counts(choices.team)).toEqual({[teamId]: 2});
    expect(counts(choices.step)).toEqual({late: 1, today: 1, week: 2, later: 1, none: 1});
    expect((await board({need: needs[0]!, tier: 'plan', step: 'late', area: 'RG12'})).choices).toEqual(choices);
    expect((await list({need: needs[1]!, step: 'today', team: teamId})).count).toBe(1);
  });

  it('goes by where somebody lives now', async () => {
    const [{personId}] = await database.sql<[{personId: string}]>`
      select person_id from cases where outcode = 'SL5' and partner_id = ${worker.partnerId}
    `;
    await database.sql`update person_addresses set postcode = 'GU47 9AA' where person_id = ${personId}`;
    expect([(await list({area: 'SL5'})).count, (await list({area: 'GU47'})).count]).toEqual([0, 1]);
  });
});

interface Node {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

it.each<[string, Narrowing, string]>([
  ['nothing', {}, 'all'],
  ['a need', {need: 'loneliness'}, 'all'],
  ['a kind of support', {tier: 'plan'}, 'all'],
  ['an area', {area: 'RG12'}, 'all'],
  ['a next step', {step: 'late'}, 'all'],
  ['an area, one’s own', {area: 'RG12'}, 'mine'],
  ['a next step, nobody’s', {step: 'none'}, 'nobody'],
])('narrowed by %s, no query looks at the cases of another provider', async (_, narrowed, whose) => {
  asked.length = 0;
  await listCases(watched, {viewer: worker}, {...WHOLE, ...narrowed, whose}, TODAY);
  await boardCases(watched, {viewer: worker}, {...WHOLE, ...narrowed, whose}, {}, TODAY);
  const queries = asked.filter(({query}) => /\bfrom\s+cases\b/.test(query));
  expect(queries.length).toBeGreaterThan(3);
  for (const {query, parameters} of queries) {
    const [row] = await within(database.web, {purpose: 'caseload', viewer: worker}, (tx) =>
      tx.unsafe<{'QUERY PLAN': [{Plan: Node}]}[]>(`explain (analyze, format json) ${query}`, parameters as never[]),
    );
    const [plan] = Object.values(row!)[0] as [{Plan: Node}];
    for (const node of nodesOf(plan.Plan).filter((one) => one['Relation Name'] === 'cases')) {
      const rows = node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
      expect(rows, query).toBeLessThan(OUR_OWN * OUR_OWN);
    }
  }
});

it('asks for names once, which cost more than all else, on the board and in the list', async () => {
  asked.length = 0;
  await boardCases(watched, {viewer: worker}, {...WHOLE, order: 'name'}, {}, TODAY);
  await listCases(watched, {viewer: worker}, {...WHOLE, words: 'nell'}, TODAY);
  expect(asked.filter(({query}) => query.includes('caseload_names'))).toHaveLength(2);
});

it('shows the last page for one beyond it', async () => {
  const first = await list({});
  const beyond = await list({}, {page: 9});
  expect([beyond.page, beyond.pages, beyond.count]).toEqual([1, 1, OUR_OWN - 1]);
  expect(beyond.cases).toEqual(first.cases);
  expect(await list({}, {words: 'nobody of that name', page: 9})).toMatchObject({
    page: 1,
    pages: 1,
    count: 0,
    cases: [],
  });
});
