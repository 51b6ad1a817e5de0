import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {passedOn} from '../../../test/factories/onward.ts';
import {answerOf, formOfOnward, FULL, insertBothSides, sendOnward, SITE} from '../../../test/factories/sent-onward.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {clearAway} from '../access/housekeeping.server.ts';
import {getChosenService} from './choose-service.server.ts';
import {nudgeServices} from './nudge-services.server.ts';
import {onwardDue} from './onward-day.server.ts';
import {answerOnward, openOnward} from './onward-link.server.ts';
import {getOnward, noteOnward, passOn, withdrawOnward} from './onward.server.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  ({worker, theirs} = await insertBothSides(database.sql));
});
afterAll(() => database?.drop());

const sent = () => sendOnward(database, worker);
const visitor = () => ({sql: database.web, address: null});
const dueOf = (viewer: TestStaff) => within(database.web, {purpose: 'caseload', viewer}, (tx) => onwardDue(tx, viewer));

describe('reminders', () => {
  const TUESDAY = new Date('2050-03-01T12:00:00Z');
  const daysOn = (days: number) => new Date(TUESDAY.getTime() + days * 86_400_000);
  const nudge = (moment = TUESDAY) =>
    nudgeServices({sql: database.web, siteSecret: SITE.siteSecret, publicUrl: null}, moment);
  /** As if it had been sent so many days before that Tuesday. */
  const sentBefore = async (days: number) => {
    const one = await sent();
    await database.sql`
      update onward_referrals
      set made_at = ${daysOn(-days)}, expires_at = ${daysOn(100)}
      where id = ${one.id}
    `;
    const links = async () => {
      const rows = await database.sql<{body: string}[]>`
        select body from messages where body like ${`%${one.service.name}%`} and subject like '%still%'
      `;
      return rows.map(({body}) => /\/onward\/([\w-]{43})/.exec(body)![1]);
    };
    return {...one, links};
  };

  it('go out on days 5 and 10, once under two workers of the job, with the same link', async () => {
    const {token, links, caseId} = await sentBefore(4.9);
    expect(await nudge()).toBe(0);
    const both = await Promise.all([nudge(daysOn(1)), nudge(daysOn(1))]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await nudge(daysOn(2))).toBe(0);
    expect(await links()).toEqual([token]);
    expect(await openOnward(visitor(), token)).toMatchObject({state: 'seen'});
    expect(await nudge(daysOn(6))).toBe(1);
    expect(await links()).toEqual([token, token]);
    expect(await nudge(daysOn(8))).toBe(0);
    const told = await database.sql`select 1 from case_events where case_id = ${caseId} and words like '%: reminded'`;
    expect(told).toHaveLength(2);
  });

  it('are one where the job stood still past both days, and none from the 14th or at a weekend', async () => {
    const late = await sentBefore(11);
    const over = await sentBefore(14);
    expect(await nudge(daysOn(-3))).toBe(0);
    expect(await nudge()).toBe(1);
    expect(await nudge()).toBe(0);
    expect([await late.links(), await over.links()]).toEqual([[late.token], []]);
  });

  it('never go out after an answer, a withdrawal, the end of consent, of the case, or of a life', async () => {
    const [answered, withdrawn, shared, referred, closed, died] = await Promise.all(
      Array.from({length: 6}, () => sentBefore(6)),
    );
    await answerOnward(visitor(), answered!.token, answerOf({}));
    await withdrawOnward(database.web, formOfOnward(worker), withdrawn!.caseId, withdrawn!.id);
    const takeBack = (caseId: string, kind: string, organisation: string | null) => database.sql`
      insert into consents (person_id, kind, organisation, decision, decided_on, decided_by, how)
      select person_id, ${kind}, ${organisation}, 'withdrawn', current_date, 'person', 'spoken' from cases where id = ${caseId}
    `;
    await takeBack(shared!.caseId, 'share_with_organisation', shared!.service.organisation);
    await takeBack(referred!.caseId, 'be_referred', null);
    expect(await openOnward(visitor(), referred!.token)).toBeNull();
    await database.sql`
      update cases set status = 'closed', closed_at = now(), close_reason = 'moved', outcome = 'Moved', closed_by = ${worker.staffId}, next_step = null,
        next_step_on = null, no_step_reason = null
      where id = ${closed!.caseId}
    `;
    await database.sql`
      update people set is_deceased = true where id = (select person_id from cases where id = ${died!.caseId})
    `;
    expect(await nudge()).toBe(0);
  });

  it('are left out where the secret of the site has changed, as that link cannot be drawn again', async () => {
    const {links} = await sentBefore(6);
    const other = {sql: database.web, siteSecret: 'another secret of forty characters, really', publicUrl: null};
    expect(await nudgeServices(other, TUESDAY)).toBe(0);
    expect(await links()).toEqual([]);
  });
});

describe('what comes of it', () => {
  it('is a gap of its ward that names nobody when it is declined, once', async () => {
    const {token, service, caseId} = await sent();
    const lives = (postcode: string, kind = 'home') => database.sql`
      insert into person_addresses (person_id, kind, postcode) select person_id, ${kind}, ${postcode} from cases where id = ${caseId}
    `;
    await database.sql`
      insert into postcodes (postcode, latitude, longitude, ward_gss, source)
      values ('RG12 9ZA', 51.4, -0.7, 'E05999006', 'test'), ('RG12 9ZB', 51.4, -0.7, 'E05999007', 'test')
    `;
    await lives('RG12 9ZA');
    await lives('RG12 9ZB', 'post');
    await Promise.all([1, 2].map(() => answerOnward(visitor(), token, FULL)));
    const gaps = await database.sql`
      select need_key, outcode, ward_gss, reason, source, call_id, partner_id from gaps where service_id = ${service.id}
    `;
    const place = {outcode: 'RG12', wardGss: 'E05999006'};
    expect(gaps).toEqual([
      {needKey: 'loneliness', ...place, reason: 'full', source: 'onward_referral', callId: null, partnerId: null},
    ]);
  });

  it('shows nothing of the person to whoever declined, and leaves nothing to end', async () => {
    const {token, caseId} = await sent();
    const stands = async () => (await getOnward(database.web, {viewer: worker}, caseId))!.onward[0]!;
    expect(await openOnward(visitor(), token)).toMatchObject({shared: expect.any(String)});
    expect(await stands()).toMatchObject({isOpen: true});
    await answerOnward(visitor(), token, FULL);
    expect(await openOnward(visitor(), token)).toMatchObject({state: 'declined', shared: null});
    expect(await stands()).toMatchObject({state: 'declined', isOpen: false});
  });

  it('stands in the worker’s day until they look, and after 14 days without an answer', async () => {
    const mine = await sent();
    const waits = await sent();
    const others = await insertStaff(database.sql, worker, {roles: ['link_worker']});
    const ids = async (viewer: TestStaff) => (await dueOf(viewer)).map(({id}) => id);
    expect(await ids(worker)).not.toContain(mine.id);
    await answerOnward(visitor(), mine.token, answerOf({}));
    await database.sql`update onward_referrals set made_at = now() - interval '14 days' where id = ${waits.id}`;
    expect(await ids(worker)).toEqual(expect.arrayContaining([mine.id, waits.id]));
    await getOnward(database.web, {viewer: others}, mine.caseId);
    expect(await ids(worker)).toContain(mine.id);
    expect(await ids(others)).toEqual([]);
    await getOnward(database.web, {viewer: worker}, mine.caseId);
    expect(await ids(worker)).not.toContain(mine.id);
    await noteOnward(database.web, formOfOnward(worker), waits.caseId, waits.id, FULL);
    expect(await ids(worker)).not.toContain(waits.id);
  });

  it('says in the listing whether there is room, until that is checked or long ago', async () => {
    const {token, service, caseId} = await sent();
    const listed = async () => {
      const [row] = await database.sql`
        select space_now, space_now_on = london_day(now()) as is_today from services where id = ${service.id}
      `;
      return row;
    };
    expect(await listed()).toEqual({spaceNow: 'unknown', isToday: null});
    const before = await database.sql`select 1 from search_outbox where service_id = ${service.id}`;
    await answerOnward(visitor(), token, FULL);
    expect(await listed()).toEqual({spaceNow: 'full', isToday: true});
    expect(await database.sql`select 1 from search_outbox where service_id = ${service.id}`).toHaveLength(
      before.length + 1,
    );
    await passOn(database.web, formOfOnward(worker), caseId, {service, made: passedOn(), ...SITE});
    const [next] = (await getOnward(database.web, {viewer: worker}, caseId))!.onward;
    await noteOnward(database.web, formOfOnward(worker), caseId, next!.id, answerOf({}));
    expect(await listed()).toEqual({spaceNow: 'open', isToday: true});
    await database.sql`update services set space = 'limited', checked_on = current_date + 1 where id = ${service.id}`;
    expect(await listed()).toEqual({spaceNow: 'limited', isToday: null});
    await database.sql`
      update services set checked_on = null, heard_space_on = current_date - 91 where id = ${service.id}
    `;
    await clearAway(database.web);
    expect(await listed()).toEqual({spaceNow: 'limited', isToday: null});
  });

  it('tells how a service answers from five answers on, and not before', async () => {
    const {service, caseId} = await sent();
    const look = () => getChosenService(database.web, {viewer: theirs}, service.slug);
    const rowsOf = (count: number) => database.sql`
      update onward_referrals set answered_at = now(), state = 'accepted' where id in (
        select id from onward_referrals where service_id = ${service.id} and state = 'sent' limit ${count}
      )
    `;
    for (let more = 0; more < 4; more++) {
      await passOn(database.web, formOfOnward(worker), caseId, {service, made: passedOn(), ...SITE});
    }
    await rowsOf(4);
    expect(await look()).toMatchObject({record: null});
    await rowsOf(1);
    expect(await look()).toMatchObject({record: {answered: 5, accepted: 5, lastSaid: 'accepted'}});
  });
});
