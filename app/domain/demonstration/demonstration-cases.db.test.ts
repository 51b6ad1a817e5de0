import {afterAll, beforeAll, expect, it} from 'vitest';
import {seedDemonstration, seedQueues, seedStaff} from '../../../db/seed/load.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {loadDemonstrationMdt} from '../mdt/demonstration-mdt.server.ts';
import {myMeetings} from '../mdt/my-meetings.server.ts';
import {leadView} from '../caseload/lead-view.server.ts';
import {loadDemonstrationPeople} from '../people/demonstration-people.server.ts';
import {listCallBacks} from '../second-level/call-backs.server.ts';
import {loadDemonstrationDesk} from '../second-level/demonstration-desk.server.ts';
import {getHandoff} from '../second-level/get-handoff.server.ts';
import {listQueue} from '../second-level/list-work.server.ts';
import {loadDemonstrationCases} from './demonstration-cases.server.ts';
import {myDay} from '../caseload/list-cases.server.ts';
import {listInbox} from '../referrals/list-referrals.server.ts';
import {loadDemonstrationTeam} from './demonstration-team.server.ts';
import {suggestWorker} from '../team/suggest-worker.server.ts';
import {getOwnSupervision, getSupervision} from '../team/supervision.server.ts';

const TODAY = new Date().toISOString().slice(0, 10);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  await seedDemonstration(database.sql);
  await seedStaff(database.sql);
  await seedQueues(database.sql);
  await loadDemonstrationPeople(database.sql, TODAY);
});
afterAll(() => database?.drop());

it('the demonstration gives every link worker a day, an inbox and a lead’s view, and is put in once', async () => {
  expect(await loadDemonstrationCases(database.sql, TODAY)).toBeGreaterThanOrEqual(30);
  expect(await loadDemonstrationCases(database.sql, TODAY)).toBe(0);
  const walkers = await database.sql<
    {staffId: string; partnerId: string; partnershipId: string; sessionId: string; email: string}[]
  >`
    select id as staff_id, partner_id, partnership_id, id as session_id, email
    from staff
    where id in (select staff_id from staff_roles where role = 'link_worker') and is_demonstration
  `;
  for (const viewer of walkers) {
    const day = await myDay(database.web, {viewer}, TODAY);
    expect(day.late.length + day.today.length + day.soon.length, viewer.email).toBeGreaterThan(2);
    expect(day.visits.length, viewer.email).toBeGreaterThan(0);
  }
  const viewer = walkers.find(({email}) => email.startsWith('siobhan'))!;
  // Whoever looks at a day sees that some are not to be rung or visited like others.
  const days = await Promise.all(walkers.map((one) => myDay(database.web, {viewer: one}, TODAY)));
  const flags = days.flatMap(({late, today, soon}) => [...late, ...today, ...soon].map(({mustKnow}) => mustKnow));
  expect(flags.filter((one) => one?.alerts.length).length).toBeGreaterThan(2);
  expect(flags.filter((one) => one?.needs.length).length).toBeGreaterThan(2);
  const inbox = await listInbox(database.web, {viewer}, {filter: 'waiting', page: 1});
  expect(inbox.counts).toMatchObject({held: 1});
  expect(inbox.referrals.some(({openCase}) => openCase !== null)).toBe(true);
  const crowthorne = walkers.find(({email}) => email.startsWith('lucy'))!;
  expect((await listInbox(database.web, {viewer: crowthorne}, {filter: 'waiting', page: 1})).counts.waiting).toBe(3);
  const lead = await leadView(database.web, {viewer}, TODAY);
  expect(lead.workers.length).toBeGreaterThan(1);
  // The most pressing first.
  const overdue = lead.workers.map((one) => one.overdue);
  expect(overdue[0]).toBeGreaterThan(0);
  expect(overdue).toEqual(overdue.toSorted((one, other) => other - one));
  expect(lead.medianHours).not.toBeNull();
  expect(lead.visits.length).toBeGreaterThan(1);

  // Each has a week; a lead of whoever speaks Nepali is told so of somebody who asks in it; supervision is read by the two.
  expect(await loadDemonstrationTeam(database.sql, TODAY)).toBe(walkers.length);
  expect(await loadDemonstrationTeam(database.sql, TODAY)).toBe(0);
  const {referrals} = await listInbox(database.web, {viewer: crowthorne}, {filter: 'waiting', page: 1});
  const bishnu = referrals.find(({name}) => name === 'Bishnu Gurung')!;
  const suggestion = await suggestWorker(database.web, {viewer: crowthorne}, bishnu.id, TODAY);
  expect(suggestion).toMatchObject({
    worker: {name: 'Lucy Marsh'},
    reason: expect.stringContaining('Speaks Nepali') as string,
  });

  // And where several professionals meet, with something to do for those of other organisations too.
  expect(await loadDemonstrationMdt(database.sql, TODAY)).toBe(2);
  expect(await loadDemonstrationMdt(database.sql, TODAY)).toBe(0);
  const aisha = walkers.find(({email}) => email.startsWith('aisha'))!;
  const hers = await myDay(database.web, {viewer: aisha}, TODAY);
  expect([hers.agreed.length, hers.supervision.length]).toEqual([1, 1]);
  const supervised = (await getSupervision(database.web, {viewer}, aisha.staffId))!;
  expect(supervised).toMatchObject({isSupervisor: true, notes: [{isShared: true}, {isShared: false}]});
  expect((await getOwnSupervision(database.web, {viewer: aisha})).notes).toHaveLength(1);
  const {meetings} = await myMeetings(database.web, {viewer: aisha}, {isPast: false, page: 1});
  expect(meetings).toMatchObject([{mdtName: 'Bracknell MDT', people: 2}]);
});

it('something waits at second level and to be rung back, with what must be known first', async () => {
  const {sql, web} = database;
  const now = new Date();
  expect(await loadDemonstrationDesk(sql, now)).toBe(4);
  expect(await loadDemonstrationDesk(sql, now)).toBe(0);
  const staff = await sql<
    {email: string; staffId: string; partnerId: string; partnershipId: string; sessionId: string}[]
  >`
    select email, id as staff_id, partner_id, partnership_id, id as session_id from staff where is_demonstration
  `;
  const who = (name: string) => staff.find(({email}) => email.startsWith(name))!;
  const queue = (await listQueue(web, {viewer: who('maria')}, 'nursing', {filter: 'all', page: 1}))!;
  expect(queue.items).toHaveLength(1);
  const handoff = await getHandoff(web, {viewer: who('maria')}, queue.items[0]!.id);
  expect(handoff?.mustKnow?.alerts).toMatchObject([{kind: 'How to get in'}]);
  const {callBacks} = await listCallBacks(web, {viewer: who('priya')}, {isMineOnly: false, page: 1});
  expect(callBacks.map(({mustKnow}) => mustKnow !== null)).toEqual([true, true]);
});
