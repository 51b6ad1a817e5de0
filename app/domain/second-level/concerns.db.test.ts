import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {anEndedCall, formBy, insertNeeds} from '../../../test/factories/calls.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {aCall, aConcern, aSecondLevel} from '../../../test/factories/second-level.ts';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import {callValues} from '../calls/call-values.ts';
import {correctCall} from '../calls/correct-call.server.ts';
import {getCall} from '../calls/get-call.server.ts';
import {recentContacts} from '../calls/recent-contacts.server.ts';
import {mayHear} from '../live/may-hear.server.ts';
import {fromInWords, readAbout, testSays} from './concern-choices.ts';
import {decideConcern, getConcern, listConcerns} from './concerns.server.ts';
import {getConcernsFrom, getOwnConcerns, raiseConcern, raiseConcernAbout} from './raise-concern.server.ts';

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
  id = await aConcern(database.sql, level.handler, level.alan);
});
afterAll(() => database.drop());

const seen = (viewer: TestStaff) => getConcern(database.web, {viewer}, id);
const listed = async (viewer: TestStaff) => {
  const {concerns, count} = await listConcerns(database.web, {viewer}, {isDecided: false, page: 1});
  return {ids: concerns.map((one) => one.id), count};
};

describe('a safeguarding concern', () => {
  it('is for the named lead and whoever raised it, with its call', async () => {
    expect(await seen(level.alan)).toMatchObject({
      isToDecide: true,
      leadName: 'Alan Lead',
      concern: 'His money is being taken.',
    });
    expect((await seen(level.alan))?.call?.story).toContain('kitchen');
    expect(await seen(level.handler)).toMatchObject({isToDecide: false});
    expect(await listed(level.alan)).toEqual({ids: [id], count: 1});
    expect(await listed(level.handler)).toEqual({ids: [id], count: 1});
  });

  it('is not there for a colleague who did not raise it: not by address, list, count or live event', async () => {
    for (const viewer of [level.otherHandler, level.nurse, level.stranger]) {
      expect(await seen(viewer)).toBeNull();
      expect(await listed(viewer)).toEqual({ids: [], count: 0});
      const topics = [{kind: 'safeguarding' as const, id: level.desk.partnerId}];
      expect(await mayHear(database.web, viewer, topics)).toBe(false);
    }
    expect(await mayHear(database.web, level.alan, [{kind: 'safeguarding', id: level.desk.partnerId}])).toBe(true);
  });

  it('is told of on topics that only those concerned may hear', async () => {
    const told: string[] = [];
    const listening = await database.sql.listen('fingerpost', (words) => void told.push(words.split(' ')[0]!));
    const other = await aConcern(database.sql, level.handler, level.alan);
    await database.sql`select pg_notify('fingerpost', 'end ')`;
    await expect.poll(() => told.includes('end')).toBe(true);
    await listening.unlisten();
    expect(told.filter((topic) => topic !== 'end').sort()).toEqual(
      [`safeguarding:${level.desk.partnerId}`, `staff:${level.alan.staffId}`, `staff:${level.handler.staffId}`].sort(),
    );
    await database.sql`delete from safeguarding_concerns where id = ${other}`;
  });

  it('is decided once, by those who decide; what another decided meanwhile stands', async () => {
    const decision = {decision: 'enquiry' as const, note: 'We visit today.', version: 1};
    const decide = (viewer: TestStaff, submission = randomUUID()) =>
      decideConcern(database.web, {viewer, door: 'desk.safeguarding', submission}, id, decision);
    expect(await decide(level.otherHandler)).toEqual({ok: false, reason: 'missing'});
    expect(await decide(level.handler)).toEqual({ok: false, reason: 'changed'});
    const submission = randomUUID();
    expect(await decide(level.alan, submission)).toEqual({ok: true});
    expect(await decide(level.alan, submission)).toEqual({ok: true});
    expect(await decide(level.alan)).toEqual({ok: false, reason: 'changed'});
    expect(await seen(level.handler)).toMatchObject({decision: 'enquiry', decidedByName: 'Alan Lead'});
  });

  it('does not show its call to colleagues either', async () => {
    const call = await aCall(database.sql, level.handler, {isRestricted: true, endings: ['information_given']});
    expect(await getCall(database.web, {viewer: level.otherHandler}, call.id)).toBeNull();
    expect(await getCall(database.web, {viewer: level.alan}, call.id)).not.toBeNull();
  });
});

describe('somebody about whom a concern was raised', () => {
  it('is to a colleague as anybody else: there was a contact, and of what came of it no row in any table', async () => {
    const {sql, web} = database;
    await insertNeeds(sql, 'loneliness', 'foot-care');
    const personId = await insertPerson(sql, level.handler, {givenName: 'Nell'});
    const call = await anEndedCall(
      web,
      level.handler,
      {
        ...{personKnown: '', domain: 'safeguarding', callerPhone: '01632 960001'},
        endings: 'safeguarding,handed_on,call_back_promised,nothing_suitable',
        ...{concern: 'Her purse is empty', hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'},
        ...{handOnTo: 'mental_health', handOnPriority: 'hours_24', handOnReason: 'She is afraid of him'},
        ...{callBackOn: '2099-03-04', callBackAt: '10:00', callBackAbout: 'Whether he has gone'},
        ...{gapNeed: 'foot-care', gapReason: 'none_exists', near: 'RG12 1JX'},
      },
      {personId},
    );
    await correctCall(web, formBy(level.handler, 'desk.call'), {
      ...{id: call, version: 1, reason: 'Misheard'},
      typed: {...callValues((await getCall(web, {viewer: level.handler}, call))!), story: 'Her purse is always empty'},
    });
    // Every table that names a call, those of tomorrow too.
    const tables = await sql<{name: string; key: string}[]>`
      select relname as name, case relname when 'calls' then 'id' else 'call_id' end as key
      from pg_class
      join pg_attribute on attrelid = pg_class.oid and attname = case relname when 'calls' then 'id' else 'call_id' end
      where
        relnamespace = 'public'::regnamespace
        and relkind = 'r'
        and has_column_privilege('fingerpost_web', pg_class.oid, attname, 'select')
        and (relname = 'calls' or attname = 'call_id')
      order by relname
    `;
    const visible = async (viewer: TestStaff) => {
      const found = new Set<string>();
      for (const purpose of ['desk', 'record', 'caseload', 'figures', 'records-review'] as const)
        await within(web, {purpose, viewer}, async (tx) => {
          for (const {name, key} of tables)
            if ((await tx`select from ${tx(name)} where ${tx(key)} = ${call}`).length > 0) found.add(name);
        });
      return [...found].sort();
    };
    const ofTheCall = ['call_backs', 'call_dispositions', 'call_needs', 'call_versions', 'calls', 'gaps', 'handoffs'];
    expect(await visible(level.alan)).toEqual(expect.arrayContaining([...ofTheCall, 'safeguarding_concerns']));
    expect(await visible(level.handler)).toEqual(expect.arrayContaining(ofTheCall));
    expect(await visible(level.otherHandler)).toEqual([]);
    expect(await visible(level.nurse)).toEqual([]);
    expect(await visible(level.stranger)).toEqual([]);

    expect(await recentContacts(web, {viewer: level.otherHandler}, personId)).toMatchObject([
      {domain: 'none', needs: []},
    ]);
    expect(await recentContacts(web, {viewer: level.alan}, personId)).toMatchObject([{domain: 'safeguarding'}]);
    expect(await recentContacts(web, {viewer: level.stranger}, personId)).toEqual([]);
  });
});

describe('the three-part test', () => {
  it('says what the answers come to and decides nothing', () => {
    expect(testSays({hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'yes'})).toContain('is met');
    expect(testSays({hasCareNeeds: 'yes', isAtRisk: 'no', cannotProtect: 'not_known'})).toContain('not met');
    expect(testSays({hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'})).toContain('find it out');
  });
});

describe('a concern that is raised from a case', () => {
  it('goes the same way: to the named lead by the end of the working day, and is no colleague’s to see', async () => {
    const walker = await insertProvider(database.sql, {beside: level.desk});
    const colleague = await insertStaff(database.sql, walker, {roles: ['link_worker']});
    const {id: caseId, reference} = await insertCase(database.sql, walker);
    const parts = {hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'} as const;
    const by = {viewer: walker, door: 'caseload', submission: randomUUID()};
    const concern = {...parts, concern: 'Her purse is always empty.', wishes: null};
    const friday = new Date('2026-11-27T10:00:00Z');
    expect(await raiseConcern(database.web, by, {kind: 'case', id: caseId}, concern, friday)).toEqual({ok: true});
    const raised = async (viewer: TestStaff) =>
      (await getConcernsFrom(database.web, {viewer}, {kind: 'case', id: caseId}))?.raised;
    const [own] = (await raised(walker))!;
    expect(own).toMatchObject({leadName: 'Alan Lead', decision: null});
    // This queue never closes, so its day ends at midnight.
    expect(own!.dueAt).toEqual(new Date('2026-11-28T00:00:00Z'));
    expect(await raised(colleague)).toEqual([]);
    expect(await raised(level.alan)).toBeUndefined();
    const toAlan = await getConcern(database.web, {viewer: level.alan}, own!.id);
    expect(toAlan).toMatchObject({caseReference: reference, call: null, isToDecide: true});
    const decided = {decision: 'enquiry', note: 'Begun', version: toAlan!.version} as const;
    const byAlan = {viewer: level.alan, door: 'desk.safeguarding', submission: randomUUID()};
    expect(await decideConcern(database.web, byAlan, own!.id, decided)).toEqual({ok: true});
    expect((await raised(walker))![0]).toMatchObject({decision: 'enquiry'});
  });

  it('may be raised from a referral before anybody accepts it, by its own provider alone', async () => {
    const walker = await insertProvider(database.sql, {beside: level.desk});
    const other = await insertProvider(database.sql, {beside: level.desk});
    const {id, reference} = await insertReferral(database.sql, walker, {
      birthDate: '1944-02-11',
      phone: '+441632960123',
    });
    const origin = {kind: 'referral', id} as const;
    const shown = await getConcernsFrom(database.web, {viewer: walker}, origin);
    expect(shown).toMatchObject({reference, who: 'Nell Example, born 11 February 1944, 01632 960123', raised: []});
    expect(await getConcernsFrom(database.web, {viewer: other}, origin)).toBeNull();
    const concern = {
      hasCareNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'yes',
      concern: 'Locked in.',
      wishes: null,
    } as const;
    const send = (viewer: TestStaff) =>
      raiseConcern(database.web, {viewer, door: 'caseload.inbox', submission: randomUUID()}, origin, concern);
    expect(await send(other)).toEqual({ok: false, reason: 'gone'});
    expect(await send(walker)).toEqual({ok: true});
    const {raised} = (await getConcernsFrom(database.web, {viewer: walker}, origin))!;
    expect(raised).toMatchObject([{leadName: 'Alan Lead', decision: null}]);
    const toAlan = await getConcern(database.web, {viewer: level.alan}, raised[0]!.id);
    expect(toAlan).toMatchObject({caseReference: reference, call: null, personId: null, isToDecide: true});
  });
});

describe('a concern that is raised from a page about nobody', () => {
  const parts = {hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'} as const;
  const worry = {...parts, concern: 'He is shouted at.', wishes: null};
  const raise = (
    viewer: TestStaff,
    about: {about: string; personId: string | null},
    submission: string = randomUUID(),
  ) => raiseConcernAbout(database.web, {viewer, door: 'concern', submission}, about, worry);
  const toAlan = async (viewer: TestStaff) => {
    const [row] = await database.sql<{id: string}[]>`
      select id from safeguarding_concerns where raised_by = ${viewer.staffId} order by raised_at desc limit 1
    `;
    return getConcern(database.web, {viewer: level.alan}, row!.id);
  };

  it('may be by anybody who works there, about somebody who is only said in words; once, and for the lead alone', async () => {
    const analyst = await insertStaff(database.sql, level.desk, {roles: ['analyst']});
    const form = randomUUID();
    const about = {about: 'The man at Larch Lane 4', personId: null};
    await Promise.all([1, 2, 3].map(() => raise(analyst, about, form)));
    const own = await getOwnConcerns(database.web, {viewer: analyst});
    expect(own).toMatchObject({lead: {name: 'Alan Lead'}, raised: [{leadName: 'Alan Lead', decision: null}]});
    expect(own.raised).toHaveLength(1);
    const seen = (await toAlan(analyst))!;
    expect(seen).toMatchObject({personId: null, isToDecide: true, isFromCall: false, caseReference: null, call: null});
    expect(seen.concern).toBe('About The man at Larch Lane 4.\n\nHe is shouted at.');
    expect(fromInWords(seen)).toBe('No call and no case');
    // What one of them has raised, a colleague learns nothing of.
    expect((await getOwnConcerns(database.web, {viewer: level.handler})).raised.map(({id}) => id)).not.toContain(
      seen.id,
    );
    expect(await getConcern(database.web, {viewer: level.handler}, seen.id)).toBeNull();
  });

  it('is about a record only where the viewer may come near it, and from their case where they walk with them', async () => {
    const walker = await insertProvider(database.sql, {beside: level.desk});
    const theirs = await insertPerson(database.sql, walker, {givenName: 'Nell'});
    const elsewhere = await insertPerson(database.sql, level.nurse, {givenName: 'Bert'});
    await raise(walker, {about: 'Nell', personId: theirs});
    expect(await toAlan(walker)).toMatchObject({personId: theirs, caseReference: null});
    await raise(walker, {about: 'Bert', personId: elsewhere});
    expect(await toAlan(walker)).toMatchObject({personId: null});
    // The database refuses it too.
    const row = {
      ...worry,
      personId: elsewhere,
      fromPartnerId: walker.partnerId,
      partnerId: level.desk.partnerId,
      raisedBy: walker.staffId,
      dueAt: new Date(),
    };
    await expect(
      within(
        database.web,
        {purpose: 'concern', viewer: walker},
        (tx) => tx`insert into safeguarding_concerns ${tx(row)}`,
      ),
    ).rejects.toMatchObject({code: '42501'});

    const {id: caseId, reference, personId} = await insertCase(database.sql, walker);
    await raise(walker, {about: 'Nell', personId});
    expect(await toAlan(walker)).toMatchObject({personId, caseReference: reference});
    const raised = await getConcernsFrom(database.web, {viewer: walker}, {kind: 'case', id: caseId});
    expect(raised!.raised).toHaveLength(1);
  });

  it('says what is missing', () => {
    expect(readAbout({about: ' '})).toMatchObject({ok: false});
    expect(readAbout({about: 'x'.repeat(301)})).toMatchObject({ok: false});
    expect(readAbout({about: 'Nell  Archer.', personId: 'no-id'})).toEqual({
      ok: true,
      value: {about: 'Nell Archer', personId: null},
    });
  });
});
