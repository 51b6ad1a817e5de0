/** Visits: who is out, who says that they are back, and whom it reaches when nobody does. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {clearAway} from '../access/housekeeping.server.ts';
import {leadView} from '../caseload/lead-view.server.ts';
import {myDay} from '../caseload/list-cases.server.ts';
import {londonClock} from '../dates/calendar-date.ts';
import {callOff, needLonger, planVisit, sayBack} from './change-visit.server.ts';
import {getVisits} from './list-visits.server.ts';
import {tellOverdueVisits} from './overdue-visits.server.ts';
import type {Visit} from './read-visit.ts';
import {minutesAfter} from './visit-choices.ts';

let database: TestDatabase;
let worker: TestStaff;
let lead: TestStaff;
let elsewhere: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  lead = await insertStaff(database.sql, worker, {roles: ['team_lead'], name: 'Lena Lead'});
  elsewhere = await insertProvider(database.sql, {beside: worker, roles: ['link_worker', 'team_lead']});
});
afterAll(() => database?.drop());

const by = (viewer: TestStaff, submission: string = randomUUID()) => ({viewer, door: 'caseload', submission});
const visit = (fields: Partial<Visit> = {}): Visit => ({
  mode: 'home',
  place: {words: '4 Larch Lane'},
  companion: null,
  leavesAt: minutesAfter(new Date(), -60),
  backBy: minutesAfter(new Date(), 60),
  isSettled: false,
  ...fields,
});
const today = () => londonClock(new Date()).date;
const dayOf = async (viewer: TestStaff) => (await myDay(database.web, {viewer}, today())).visits;
const outOf = async (viewer: TestStaff) => (await leadView(database.web, {viewer}, today())).visits;
const messages = () => database.sql`select recipient, subject, body, partner_id from messages order by recipient`;

async function planned(fields: Partial<Visit> = {}, as = worker) {
  const {id: caseId, personId} = await insertCase(database.sql, as);
  expect(await planVisit(database.web, by(as), caseId, visit(fields))).toEqual({ok: true});
  const [{id: visitId}] = await database.sql<[{id: string}]>`select id from case_visits where case_id = ${caseId}`;
  return {caseId, visitId, personId};
}

/** As if the time until then had gone by. */
const makeOverdue = (visitId: string, minutes: number) => database.sql`
  update case_visits
  set leaves_at = now() - interval '3 hours', back_by = now() - make_interval(mins => ${minutes})
  where id = ${visitId}
`;

describe('a visit', () => {
  it('counts once however often its form is sent, and is over with one press', async () => {
    const {id: caseId} = await insertCase(database.sql, worker);
    const form = by(worker);
    const going = visit();
    await Promise.all([1, 2, 3].map(() => planVisit(database.web, form, caseId, going)));
    const [out, ...more] = await dayOf(worker);
    expect(more).toEqual([]);
    expect(out).toMatchObject({caseId, place: '4 Larch Lane', companion: null, backAt: null});
    expect(await outOf(lead)).toMatchObject([{id: out!.id, staffName: worker.name}]);
    expect(await outOf(elsewhere)).toEqual([]);

    const which = {caseId, visitId: out!.id};
    const pressed = by(worker);
    await Promise.all([1, 2, 3].map(() => sayBack(database.web, pressed, which, null)));
    // Pressed on another page as well: it stays as it was.
    expect(await sayBack(database.web, by(worker), which, null)).toEqual({ok: true});
    expect(await dayOf(worker)).toEqual([]);
    expect(await outOf(lead)).toEqual([]);
    const events = await database.sql`select kind from case_events where case_id = ${caseId} order by at`;
    expect(events.map(({kind}) => kind)).toEqual(['visit', 'visit_back']);
    expect(await needLonger(database.web, by(worker), which)).toEqual({ok: false, reason: 'over'});
    expect(await callOff(database.web, by(worker), which)).toEqual({ok: false, reason: 'over'});
  });

  it('that is called off before it began is over', async () => {
    const {caseId, visitId} = await planned({
      leavesAt: minutesAfter(new Date(), 1),
      backBy: minutesAfter(new Date(), 2),
    });
    expect(await callOff(database.web, by(worker), {caseId, visitId})).toEqual({ok: true});
    expect(await dayOf(worker)).toEqual([]);
    expect(await sayBack(database.web, by(worker), {caseId, visitId}, null)).toEqual({ok: false, reason: 'over'});
  });

  it('is ended by a lead who says how they know, and by no other colleague', async () => {
    const which = await planned();
    const colleague = await insertStaff(database.sql, worker, {roles: ['link_worker']});
    expect(await sayBack(database.web, by(colleague), which, 'I saw her')).toEqual({ok: false, reason: 'gone'});
    expect(await sayBack(database.web, by(elsewhere), which, 'I saw her')).toEqual({ok: false, reason: 'gone'});
    expect(await sayBack(database.web, by(lead), which, null)).toEqual({ok: false, reason: 'say_how'});
    expect(await sayBack(database.web, by(lead), which, 'She rang me')).toEqual({ok: true});
    const seen = await getVisits(database.web, {viewer: worker}, which.caseId);
    expect(seen?.visits).toMatchObject([{backWords: 'She rang me'}]);
    const [act] = await database.sql`
      select staff_id, details from audit_entries where action = 'visit_ended' order by seq desc limit 1
    `;
    expect(act).toMatchObject({staffId: lead.staffId, details: {visit: which.visitId, own: false}});
    const later = await planned({leavesAt: minutesAfter(new Date(), 60), backBy: minutesAfter(new Date(), 120)});
    expect(await sayBack(database.web, by(lead), later, 'She rang me')).toEqual({ok: false, reason: 'not_left'});
  });

  it('goes to an address of the record; what is not there, or another person’s, is none', async () => {
    const {id: caseId, personId} = await insertCase(database.sql, worker);
    const other = await insertCase(database.sql, worker);
    const addressOf = async (person: string, lines: string) =>
      (
        await database.sql<[{id: string}]>`
          insert into person_addresses (person_id, kind, lines, postcode)
          values (${person}, 'home', ${lines}, 'RG12 1JX')
          returning id
        `
      )[0].id;
    const home = await addressOf(personId, 'Flat 2\n9 Elm Road');
    const theirs = await addressOf(other.personId, '1 Elsewhere');
    expect((await getVisits(database.web, {viewer: worker}, caseId))?.places).toEqual([
      {id: home, kind: 'home', words: 'Flat 2, 9 Elm Road, RG12 1JX'},
    ]);
    expect(await getVisits(database.web, {viewer: elsewhere}, caseId)).toBeNull();
    const to = (recordId: string) => planVisit(database.web, by(worker), caseId, visit({place: {recordId}}));
    expect(await to(theirs)).toMatchObject({ok: false, problems: {where: expect.any(String)}});
    expect(await to(home)).toEqual({ok: true});
    expect((await getVisits(database.web, {viewer: worker}, caseId))?.visits[0]?.place).toBe(
      'Flat 2, 9 Elm Road, RG12 1JX',
    );
  });

  it('asks for what alerts of the record ask for', async () => {
    const {id: caseId, personId} = await insertCase(database.sql, worker);
    await database.sql`
      insert into person_alerts (person_id, kind, note) values (${personId}, 'visit_in_pairs', 'The brother shouts.')
    `;
    expect((await getVisits(database.web, {viewer: worker}, caseId))?.alertKinds).toEqual(['visit_in_pairs']);
    const go = (companion: string | null) => planVisit(database.web, by(worker), caseId, visit({companion}));
    expect(await go(null)).toMatchObject({ok: false, problems: {companion: expect.stringContaining('in pairs')}});
    expect(await go('Sam')).toEqual({ok: true});
  });
});

describe('somebody who is not back', () => {
  it('is told of once, to their leads, without whom they visit or where; longer is told anew, and back is told of to nobody', async () => {
    await database.sql`delete from messages`;
    const inTime = await planned();
    const soon = await planned();
    const overdue = await planned({place: {words: '7 Secret Street'}});
    await makeOverdue(inTime.visitId, -1);
    await makeOverdue(soon.visitId, 14);
    await makeOverdue(overdue.visitId, 16);
    const rounds = await Promise.all([1, 2, 3].map(() => tellOverdueVisits(database.web, 'https://help.example')));
    expect(rounds.map(({told}) => told).sort()).toEqual([0, 0, 1]);
    const [message, ...others] = await messages();
    expect(others).toEqual([]);
    const [{email}] = await database.sql<[{email: string}]>`select email from staff where id = ${lead.staffId}`;
    expect(message).toMatchObject({recipient: email, partnerId: worker.partnerId});
    expect(message?.subject).toBe(`${worker.name} is not back from a visit`);
    expect(message?.body).toContain('https://help.example/caseload/lead');
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/Nell|Secret|W-/);
    expect((await outOf(lead))[0]).toMatchObject({id: overdue.visitId, toldAt: expect.any(Date)});

    expect(await needLonger(database.web, by(worker), overdue)).toEqual({ok: true});
    expect(await tellOverdueVisits(database.web, null)).toEqual({told: 0, withoutAnybody: 0});
    await makeOverdue(overdue.visitId, 20);
    expect(await tellOverdueVisits(database.web, null)).toEqual({told: 1, withoutAnybody: 0});
    expect((await messages()).at(-1)?.body).toContain('Caseload, The team');

    await sayBack(database.web, by(worker), soon, null);
    await makeOverdue(soon.visitId, 40);
    expect(await tellOverdueVisits(database.web, null)).toEqual({told: 0, withoutAnybody: 0});
  });

  it('is told of to leads of their own team before others; where nobody leads, to a colleague; and never to nobody unseen', async () => {
    await database.sql`delete from messages`;
    const alone = await insertProvider(database.sql, {beside: worker});
    const {visitId} = await planned({}, alone);
    await makeOverdue(visitId, 30);
    expect(await tellOverdueVisits(database.web, null)).toEqual({told: 0, withoutAnybody: 1});

    const colleague = await insertStaff(database.sql, alone, {roles: ['link_worker']});
    const again = async () => {
      await database.sql`update case_visits set told_at = null where id = ${visitId}`;
      await database.sql`delete from messages`;
      await tellOverdueVisits(database.web, null);
      return (await messages()).map(({recipient}) => recipient);
    };
    const emailOf = async ({staffId}: TestStaff) =>
      (await database.sql<[{email: string}]>`select email from staff where id = ${staffId}`)[0].email;
    expect(await again()).toEqual([await emailOf(colleague)]);

    const someLead = await insertStaff(database.sql, alone, {roles: ['team_lead']});
    expect(await again()).toEqual([await emailOf(someLead)]);

    const teamLead = await insertStaff(database.sql, alone, {roles: ['team_lead']});
    const {partnerId} = alone;
    const [team] = await database.sql`insert into teams (partner_id, name) values (${partnerId}, 'North') returning id`;
    for (const {staffId} of [alone, teamLead])
      await database.sql`insert into staff_teams ${database.sql({staffId, teamId: team!.id, partnerId})}`;
    expect(await again()).toEqual([await emailOf(teamLead)]);
  });

  it('is for housekeeping alone to look for', async () => {
    await expect(database.web`select * from take_overdue_visits(interval '0')`).rejects.toMatchObject({code: '42501'});
  });
});

describe('where somebody was visited', () => {
  it('is kept for 30 days after they are back, and while they are not', async () => {
    const [old, open, fresh] = [await planned(), await planned(), await planned()];
    for (const {visitId} of [old, open])
      await database.sql`
        update case_visits
        set leaves_at = now() - interval '31 days', back_by = now() - interval '31 days' + interval '1 hour'
        where id = ${visitId}
      `;
    for (const which of [old, fresh]) await sayBack(database.web, by(worker), which, null);
    await clearAway(database.web);
    const placeOf = async ({visitId}: {visitId: string}) =>
      (await database.sql<[{place: string | null}]>`select place from case_visits where id = ${visitId}`)[0].place;
    expect([await placeOf(old), await placeOf(open), await placeOf(fresh)]).toEqual([
      null,
      '4 Larch Lane',
      '4 Larch Lane',
    ]);
  });
});
