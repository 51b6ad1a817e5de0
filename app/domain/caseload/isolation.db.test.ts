/**
 * One provider cannot learn that another has a case: not from lists, counts, searches, warnings of doubles, figures, by
 * address, by how much work an answer takes, nor from any table for any purpose; until it is shared.
 */
import {randomUUID} from 'node:crypto';
import postgres from 'postgres';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within, type Purpose} from '../../../db/within.ts';
import type {Sql} from '../../../db/client.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {listCovers} from '../cover/cover.server.ts';
import {getExports} from '../fhir/exports.server.ts';
import {getCaseLetters} from '../letters/letters.server.ts';
import {beginBringing} from '../mdt/bring.server.ts';
import {getCaseMdt} from '../mdt/case-flags.server.ts';
import {myMeetings} from '../mdt/my-meetings.server.ts';
import {getCaseMeasures} from '../measures/case-measures.server.ts';
import {countLife} from '../measures/life-figures.server.ts';
import {countMeasures} from '../measures/measure-figures.server.ts';
import {measuresDue} from '../measures/measures-due.server.ts';
import {getScale} from '../measures/scales.server.ts';
import {getOnward} from '../onward/onward.server.ts';
import {findPeople} from '../people/find-people.server.ts';
import {getPlan} from '../plans/plans.server.ts';
import {getOwnProvider} from '../referrals/change-provider.server.ts';
import {getReferral} from '../referrals/get-referral.server.ts';
import {INBOX_FILTERS, listInbox, type InboxFilter} from '../referrals/list-referrals.server.ts';
import {CASE_FILTERS, CASE_ORDERS, type CaseFilter, type CaseOrder} from '../cases/case-choices.ts';
import {suggestShares} from '../team/share-out.server.ts';
import {suggestWorker} from '../team/suggest-worker.server.ts';
import {getTeamFacts} from '../team/team-now.server.ts';
import {boardCases} from './board-cases.server.ts';
import {getCase} from './get-case.server.ts';
import {getVisits} from '../visits/list-visits.server.ts';
import {leadView} from './lead-view.server.ts';
import {listCases, myDay} from './list-cases.server.ts';
import {countWalking} from './walking-figures.server.ts';

const TODAY = '2026-11-28';
const ROLES = ['link_worker', 'team_lead', 'analyst', 'call_handler', 'practitioner', 'records_officer'] as const;
const PURPOSES: Purpose[] = [
  'sign-in',
  'own-account',
  'administration',
  'find-person',
  'add-person',
  'open-record',
  'record',
  'desk',
  'caseload',
  'concern',
  'mdt',
  'refer',
  'answer',
  'figures',
  'wallboard',
  'records-review',
  'post-room',
  'telephony',
  'private-link',
];

let database: TestDatabase;
/** Of the provider that must not learn, with every role there is to learn by. */
let outside: TestStaff;
let inside: TestStaff;
let theirs: {caseId: string; referralId: string; personId: string};
beforeAll(async () => {
  database = await testDatabase();
  // Neither is the host, whose analyst counts for the whole area.
  const host = await insertProvider(database.sql);
  outside = await insertProvider(database.sql, {beside: host, roles: [...ROLES]});
  inside = await insertProvider(database.sql, {beside: outside});
  await insertStaff(database.sql, outside, {roles: ['link_worker']});
  // The same person asks at both: what would be a double, if one knew of the other.
  await insertCase(database.sql, outside, {phone: '+447700900123'});
  await insertReferral(database.sql, outside, {familyName: 'Archer', birthDate: '1950-01-01', phone: '+447700900777'});
  await insertReferral(database.sql, outside, {familyName: 'Other', phone: '+447700900888', status: 'more_asked'});
});
afterAll(() => database?.drop());

/** Everything that somebody of that provider can read about cases. */
async function everythingFor(viewer: TestStaff, web = database.web) {
  const asker = {viewer};
  const lists = [];
  for (const filter of Object.keys(CASE_FILTERS) as CaseFilter[])
    for (const whose of ['all', inside.staffId])
      for (const words of ['', 'arch'])
        lists.push(await listCases(web, asker, {filter, whose, words, order: 'next', page: 1}, TODAY));
  for (const order of Object.keys(CASE_ORDERS) as CaseOrder[])
    lists.push(await listCases(web, asker, {filter: 'open', whose: 'all', words: '', order, page: 9}, TODAY));
  const inbox = [];
  for (const filter of Object.keys(INBOX_FILTERS) as InboxFilter[])
    inbox.push(await listInbox(web, asker, {filter, page: 1}));
  const own = inbox.flatMap(({referrals}) => referrals);
  const span = {from: '2020-01-01', to: '2030-01-01'};
  const score = getScale('ucla3')!.scores[0]!;
  const figures = [];
  for (const by of ['all', 'provider', 'source', 'tier', 'need', 'area'] as const)
    figures.push(
      await countWalking(web, asker, {...span, by}),
      await countMeasures(web, asker, {scale: 'ucla3', score, by, ...span}),
      await countLife(web, asker, {...span, by}),
    );
  const found = [];
  for (const words of ['nell', 'archer', '01/01/1950', '07700 900777', 'RG12 1JX'])
    found.push(await findPeople(web, words, 1, {viewer, today: TODAY}));
  return {
    lists,
    inbox,
    figures,
    found,
    doubles: await Promise.all(own.map(({id}) => getReferral(web, asker, id))),
    day: await myDay(web, asker, TODAY),
    due: await within(web, {purpose: 'caseload', viewer}, (tx) => measuresDue(tx, viewer, TODAY)),
    lead: await leadView(web, asker, TODAY),
    board: await boardCases(web, asker, {filter: 'open', whose: 'all', order: 'next'}, {}, TODAY),
    // Whom the rule suggests, and how full and how quick the team is.
    suggested: await suggestShares(web, asker, null, TODAY),
    suggestedFor: await Promise.all(own.map(({id}) => suggestWorker(web, asker, id, TODAY))),
    team: await getTeamFacts(web, asker, TODAY),
    takes: await getOwnProvider(web, asker),
    covers: await listCovers(web, asker, TODAY),
    meetings: await myMeetings(web, asker, {isPast: false, page: 1}),
  };
}

/** What is read by the address of a case or a referral. */
const byAddress = (web: Sql, viewer: TestStaff, caseId: string, referralId: string) => [
  () => getCase(web, {viewer}, caseId),
  () => getReferral(web, {viewer}, referralId),
  () => getPlan(web, {viewer}, caseId),
  () => getCaseMeasures(web, {viewer}, caseId, TODAY),
  () => getCaseMdt(web, {viewer}, caseId),
  () => getCaseLetters(web, {viewer}, caseId),
  () => getExports(web, {viewer}, caseId),
  () => getVisits(web, {viewer}, caseId),
  () => getOnward(web, {viewer}, caseId),
  () => suggestWorker(web, {viewer}, referralId, TODAY),
  () => beginBringing(web, {viewer}, {kind: 'case', id: caseId}),
  () => beginBringing(web, {viewer}, {kind: 'referral', id: referralId}),
];

async function openTheirs() {
  const {sql} = database;
  const referral = await insertReferral(sql, inside, {
    familyName: 'Archer',
    birthDate: '1950-01-01',
    phone: '+447700900777',
    outcode: 'RG12',
  });
  await insertReferral(sql, inside, {familyName: 'Other', phone: '+447700900888'});
  const {id: caseId, personId} = await insertCase(sql, inside, {
    phone: '+447700900777',
    needs: ['loneliness'],
    openedAt: new Date('2026-09-01T10:00:00Z'),
    referredAt: new Date('2026-09-01T10:00:00Z'),
  });
  await sql`update people set family_name = 'Archer', birth_date = '1950-01-01' where id = ${personId}`;
  const here = {caseId, partnerId: inside.partnerId};
  const by = inside.staffId;
  await sql`insert into case_contacts ${sql({...here, mode: 'phone', wasReached: true, note: 'A talk', at: new Date('2026-09-02T10:00:00Z'), staffId: by})}`;
  await sql`insert into case_events ${sql({...here, kind: 'opened', byId: by})}`;
  const draft = {id: randomUUID(), partnerId: here.partnerId};
  await sql`insert into contact_drafts ${sql({...here, ...draft, staffId: by})}`;
  await sql`insert into contact_draft_fields ${sql({draftId: draft.id, partnerId: draft.partnerId, name: 'note', value: 'Secret', changedBy: by, changedFrom: draft.id})}`;
  await sql`insert into plan_draft_fields ${sql({draftId: caseId, partnerId: here.partnerId, name: 'matters', value: 'Peace', changedBy: by, changedFrom: draft.id})}`;
  await sql`insert into plan_presence ${sql({draftId: caseId, partnerId: here.partnerId, staffId: by})}`;
  await sql`insert into plan_versions ${sql({...here, number: 1, content: {matters: 'Peace'}, agreedBy: 'person', madeBy: by})}`;
  await sql`insert into case_outcomes ${sql({...here, domain: 'mood', verdict: 'improved', recordedBy: by})}`;
  await sql`insert into case_service_use ${sql({...here, service: 'gp', side: 'before', times: 4, source: 'person', recordedBy: by})}`;
  await sql`insert into case_visits ${sql({...here, staffId: by, mode: 'home', place: 'Larch Lane', leavesAt: new Date(), backBy: new Date(Date.now() + 3_600_000)})}`;
  await sql`insert into case_flags ${sql({...here, flag: 'self_neglect', recordedBy: by})}`;
  await sql`insert into referral_events ${sql({referralId: referral.id, partnerId: inside.partnerId, kind: 'received'})}`;
  for (const [occasion, takenOn, value] of [
    ['start', '2026-09-02', 8],
    ['review', '2026-10-14', 5],
  ] as const) {
    const id = randomUUID();
    const answers = {companionship: 3, left_out: value - 5, isolated: 2};
    await sql`
      insert into measures ${sql({...here, id, scale: 'ucla3', scaleVersion: '2004', occasion, takenOn, how: 'worker', answers, recordedBy: by})}
    `;
    await sql`insert into measure_scores ${sql({measureId: id, ...here, score: 'total', value})}`;
  }
  return {caseId, referralId: referral.id, personId};
}

describe('a case of another provider', () => {
  it('changes nothing that anybody outside reads', async () => {
    const before = await everythingFor(outside);
    const insideBefore = await everythingFor(inside);
    theirs = await openTheirs();
    expect(await everythingFor(outside)).toEqual(before);
    // The provider it belongs to does see it: the comparison can fail.
    expect(await everythingFor(inside)).not.toEqual(insideBefore);
  });

  it('answers like one that does not exist, with the same statements and the same plan', async () => {
    const statements: string[] = [];
    const web = postgres(database.webUrl, {
      max: 1,
      onnotice: () => {},
      transform: {...postgres.camel, undefined: null},
      debug: (_connection, query) => statements.push(query),
    }) as unknown as Sql;
    const trace = async (caseId: string, referralId: string) => {
      const seen = [];
      for (const read of byAddress(web, outside, caseId, referralId)) {
        statements.length = 0;
        const answer = await read();
        seen.push({answer, statements: [...statements]});
      }
      return seen;
    };
    await trace(randomUUID(), randomUUID());
    const nowhere = await trace(randomUUID(), randomUUID());
    const hidden = await trace(theirs.caseId, theirs.referralId);
    expect(hidden).toEqual(nowhere);
    expect(hidden.every(({answer, statements: asked}) => answer === null && asked.length > 2)).toBe(true);
    for (const table of ['cases', 'referrals'])
      expect(await planOf(web, table, theirs.caseId)).toBe(await planOf(web, table, randomUUID()));
    await web.end();
  });

  it('stands in no table that they may read, for any purpose', async () => {
    const places = await database.sql<{tableName: string; columnName: string}[]>`
      select table_name, column_name
      from information_schema.columns
      where
        table_schema = 'public'
        and column_name in ('case_id', 'referral_id')
        and has_table_privilege('fingerpost_web', quote_ident(table_name), 'select')
    `;
    expect(places.length).toBeGreaterThan(12);
    const asked = [...places, {tableName: 'cases', columnName: 'id'}, {tableName: 'referrals', columnName: 'id'}];
    const filled = new Set<string>();
    for (const {tableName, columnName} of asked) {
      const rows = (sql: Pick<Sql, 'unsafe'>) =>
        sql.unsafe(`select 1 from ${tableName} where ${columnName} = any($1)`, [[theirs.caseId, theirs.referralId]]);
      if ((await rows(database.sql)).length > 0) filled.add(tableName);
      for (const purpose of PURPOSES) {
        const seen = await within(database.web, {purpose, viewer: outside}, (tx) => rows(tx));
        expect(seen, `${tableName} for ${purpose}`).toHaveLength(0);
      }
    }
    // There is something to be hidden in most of them.
    expect([...filled]).toEqual(
      expect.arrayContaining([
        'cases',
        'case_contacts',
        'case_events',
        'measures',
        'measure_scores',
        'plan_versions',
        'referrals',
      ]),
    );
  });

  it('is seen once it is shared, and no longer when that ends', async () => {
    const {sql, web} = database;
    await sql`
      insert into case_shares (case_id, partner_id, to_partner_id, why, shared_by)
      values (${theirs.caseId}, ${inside.partnerId}, ${outside.partnerId}, 'She asked for it', ${inside.staffId})
    `;
    expect(await getCase(web, {viewer: outside}, theirs.caseId)).toMatchObject({id: theirs.caseId, contacts: 1});
    await sql`update case_shares set ended_at = now()`;
    expect(await getCase(web, {viewer: outside}, theirs.caseId)).toBeNull();
  });
});

async function planOf(web: Sql, table: string, id: string): Promise<string> {
  return within(web, {purpose: 'caseload', viewer: outside}, async (tx) => {
    const rows = await tx.unsafe(`explain (costs off) select id from ${table} where id = '${id}'`);
    return JSON.stringify(rows).replaceAll(id, '…');
  });
}
