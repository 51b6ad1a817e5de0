/** Cover during leave: what is due with somebody's people stands in a colleague's day, and nothing changes hands. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCase} from '../cases/get-case.server.ts';
import {myDay} from '../cases/list-cases.server.ts';
import {addDays, londonClock} from '../dates/calendar-date.ts';
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
