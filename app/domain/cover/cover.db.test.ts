/** Cover during leave: what is due with somebody's people stands in a colleague's day, and nothing changes hands. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {insertCase, insertPromisedCall, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCase} from '../caseload/get-case.server.ts';
import {myDay} from '../caseload/list-cases.server.ts';
import {addDays, londonClock} from '../dates/calendar-date.ts';
import {recordAttempt} from '../second-level/call-backs.server.ts';
import {arrangeCover, endCover, listCovers} from './cover.server.ts';

const today = londonClock(new Date()).date;

let database: TestDatabase;
let [away, colleague, lead, elsewhere]: TestStaff[] = [];
beforeAll(async () => {
  database = await testDatabase();
  away = await insertProvider(database.sql);
  colleague = await insertStaff(database.sql, away, {roles: ['link_worker'], name: 'Cora Cover'});
  lead = await insertStaff(database.sql, away, {roles: ['team_lead']});
  elsewhere = await insertProvider(database.sql, {beside: away, roles: ['link_worker', 'team_lead']});
});
afterAll(() => database?.drop());

const by = (viewer: TestStaff, submission: string = randomUUID()) => ({viewer, door: 'caseload', submission});
const days = {from: today, until: addDays(today, 10)};
const coveringOf = async (viewer: TestStaff) => (await myDay(database.web, {viewer}, today)).covering;
const coversSeenBy = async (viewer: TestStaff) => (await listCovers(database.web, {viewer}, today)).covers;

it('stands in the day of whoever covers, once and until it ends, and the case says so', async () => {
  const due = await insertCase(database.sql, away!, {nextStepOn: addDays(today, -1)});
  await insertCase(database.sql, away!, {nextStepOn: addDays(today, 60)});
  const form = by(away!);
  const cover = {staffId: away!.staffId, coverId: colleague!.staffId, ...days};
  await Promise.all([1, 2, 3].map(() => arrangeCover(database.web, form, cover)));
  const [made, ...more] = await coversSeenBy(lead!);
  expect(more).toEqual([]);
  expect(await coveringOf(colleague!)).toMatchObject([{name: away!.name, until: days.until, cases: [{id: due.id}]}]);
  expect(await coveringOf(away!)).toEqual([]);
  expect(await getCase(database.web, {viewer: lead!}, due.id)).toMatchObject({
    workerId: away!.staffId,
    cover: {name: 'Cora Cover', until: days.until},
  });

  // A second colleague for the same days would leave open which of the two it is.
  expect(await arrangeCover(database.web, by(lead!), {...cover, coverId: lead!.staffId})).toEqual({
    ok: false,
    reason: 'covered',
  });
  expect(await endCover(database.web, {viewer: colleague!}, made!.id)).toEqual({ok: false, reason: 'gone'});
  expect(await endCover(database.web, {viewer: elsewhere!}, made!.id)).toEqual({ok: false, reason: 'gone'});
  await Promise.all([1, 2].map(() => endCover(database.web, {viewer: lead!}, made!.id)));
  expect(await coveringOf(colleague!)).toEqual([]);
  expect(await getCase(database.web, {viewer: lead!}, due.id)).toMatchObject({cover: null});
});

it('has all that the day of whoever is away would have, and a promise can be kept for them', async () => {
  const {sql, web} = database;
  const off = await insertStaff(sql, away!, {roles: ['link_worker'], name: 'Oona Off'});
  const {id} = await insertCase(sql, off, {nextStepOn: addDays(today, 60)});
  // Opened now, so that the questions of the start are due; its plan is to be looked at again; a service answered.
  await sql`update cases set opened_at = now() - interval '1 day', plan_review_on = ${addDays(today, 2)} where id = ${id}`;
  const open = await insertPromisedCall(sql, off);
  const restricted = await insertPromisedCall(sql, off, true);
  await sql`
    insert into onward_referrals ${sql({caseId: id, partnerId: off.partnerId, serviceName: 'The Tuesday choir', kind: 'told', state: 'started', madeBy: off.staffId, replyAt: new Date()})}
  `;
  const attempt = (viewer: TestStaff, promise: string) =>
    recordAttempt(web, by(viewer), promise, {result: 'reached', note: null, end: null}, 'caseload');
  expect(await attempt(colleague!, open)).toEqual({ok: false, reason: 'done_already'});

  await arrangeCover(web, by(off), {staffId: off.staffId, coverId: colleague!.staffId, ...days});
  const covering = await coveringOf(colleague!);
  const own = await myDay(web, {viewer: off}, today);
  const [{cases, calls, onward, reviews, measures}] = covering as [(typeof covering)[number]];
  expect(cases).toEqual([]);
  // All but the promise of a restricted call, which stays with whoever it was made for.
  expect(own.calls.map((call) => call.id).toSorted()).toEqual([open, restricted].toSorted());
  expect(calls.map((call) => call.id)).toEqual([open]);
  expect(own.onward).toMatchObject([{caseId: id, isReply: true}]);
  expect(own.reviews).toMatchObject([{caseId: id}]);
  expect(own.measures.length).toBeGreaterThan(0);
  expect({onward, reviews, measures}).toEqual({
    onward: [...own.onward],
    reviews: [...own.reviews],
    measures: own.measures,
  });

  expect(await attempt(lead!, open)).toEqual({ok: false, reason: 'done_already'});
  expect(await attempt(colleague!, restricted)).toEqual({ok: false, reason: 'done_already'});
  expect(await attempt(colleague!, open)).toEqual({ok: true, isDone: true});
  expect((await coveringOf(colleague!))[0]!.calls).toEqual([]);
  const [made] = (await coversSeenBy(lead!)).filter(({staffId}) => staffId === off.staffId);
  await endCover(web, {viewer: lead!}, made!.id);
  expect(await coveringOf(colleague!)).toEqual([]);
});

it('begins on its first day, and is arranged for others by a lead of their own provider alone', async () => {
  const later = {from: addDays(today, 1), until: addDays(today, 2)};
  const cover = {staffId: away!.staffId, coverId: colleague!.staffId, ...later};
  for (const viewer of [colleague!, elsewhere!])
    expect(await arrangeCover(database.web, by(viewer), cover)).toEqual({ok: false, reason: 'nobody'});
  expect(await arrangeCover(database.web, by(lead!), {...cover, coverId: elsewhere!.staffId})).toMatchObject({
    ok: false,
  });
  expect(await arrangeCover(database.web, by(lead!), cover)).toEqual({ok: true});
  expect(await coveringOf(colleague!)).toEqual([]);
  expect((await myDay(database.web, {viewer: colleague!}, later.from)).covering).toHaveLength(1);
  expect(await coversSeenBy(elsewhere!)).toEqual([]);
});
