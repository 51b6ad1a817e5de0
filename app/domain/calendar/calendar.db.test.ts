/** A calendar of one's own work: whose it is, what is in it, and when it ends. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertPromisedCall, insertProvider, insertVisit} from '../../../test/factories/cases.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import {addDays, londonClock} from '../dates/calendar-date.ts';
import {endOwnFeed, getOwnFeed, makeOwnFeed, readCalendar} from './calendar-feed.server.ts';
import {ownCalendar} from './own-calendar.ts';

const SECRET = 'a secret of forty characters, for a test';
const today = londonClock(new Date()).date;

let database: TestDatabase;
let worker: TestStaff;
let colleague: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  colleague = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const make = (viewer: TestStaff, submission: string = randomUUID()) =>
  makeOwnFeed(database.web, {viewer, door: 'own-account', submission}, SECRET);
const read = (token: string) => readCalendar(database.web, token, today);

describe('a calendar', () => {
  it('has what is one’s own, by kind and reference, and says nothing of anybody', async () => {
    const {sql} = database;
    const soon = {nextStep: 'Ring about the debt', nextStepOn: addDays(today, 3)};
    const mine = await insertCase(sql, worker, soon);
    await sql`update cases set plan_review_on = ${addDays(today, 20)} where id = ${mine.id}`;
    const paused = {status: 'paused', pauseReason: 'In hospital', pausedUntil: addDays(today, 5)};
    const resting = await insertCase(sql, worker, {...soon, ...paused});
    await insertCase(sql, worker, {...soon, nextStepOn: addDays(today, 400)});
    await insertCase(sql, colleague, soon);
    const visit = await insertVisit(sql, worker, mine.id);
    const call = await insertPromisedCall(sql, worker);
    const [mdt] = await sql`
      insert into mdts (partner_id, partnership_id, name, organiser_id)
      values (${worker.partnerId}, ${worker.partnershipId}, 'Larch Lane', ${worker.staffId})
      returning id
    `;
    const [meeting] = await sql`
      insert into mdt_meetings (mdt_id, held_on, starts_at, place, made_by)
      values (${mdt!.id}, '2027-03-29', '09:30', 'Surgery', ${worker.staffId})
      returning id
    `;
    await sql`insert into mdt_attendees (meeting_id, staff_id) values (${meeting!.id}, ${worker.staffId})`;

    const calendar = await readCalendar(database.web, await make(worker), '2027-01-01');
    expect(calendar).toMatchObject({
      entries: expect.arrayContaining([
        expect.objectContaining({kind: 'mdt', startsAt: new Date('2027-03-29T08:30:00Z'), place: 'Surgery'}),
      ]),
    });
    const seen = await read(await make(worker));
    if (seen.state !== 'open') throw new Error(seen.state);
    expect(seen.entries.map(({kind, id}) => `${kind} ${id}`).sort()).toEqual(
      [
        `visit ${visit}`,
        `contact ${mine.id}`,
        `review ${mine.id}`,
        `pause_ends ${resting.id}`,
        `call_back ${call}`,
        `mdt ${meeting!.id}`,
      ].sort(),
    );
    const file = ownCalendar(seen.entries, {now: new Date(), siteAddress: 'https://help.example'});
    expect(file).toContain(`SUMMARY:Visit ${mine.reference}`);
    expect(file).not.toMatch(/Nell|Larch Lane,|4 Larch|debt|hospital|choir/);
  });

  it('is made once for its form, and anew ends the one before; of the address the database has only a hash', async () => {
    const form = randomUUID();
    const [first, ...same] = await Promise.all([1, 2, 3].map(() => make(worker, form)));
    expect(new Set([first, ...same]).size).toBe(1);
    expect(await read(first!)).toMatchObject({state: 'open'});
    const second = await make(worker);
    expect(await read(first!)).toEqual({state: 'ended'});
    expect(await read(second)).toMatchObject({state: 'open'});
    expect((await getOwnFeed(database.web, {viewer: worker}))?.seenAt).toBeInstanceOf(Date);
    const many = await Promise.all([1, 2, 3].map(() => make(worker)));
    const states = await Promise.all(many.map(async (token) => (await read(token)).state));
    expect(states.sort()).toEqual(['ended', 'ended', 'open']);
    // The same number of a form, sent by somebody else, is no way to their address.
    await expect(make(colleague, form)).rejects.toThrow('used on another form');
    expect((await database.sql`select id::text from calendar_feeds`).length).toBeGreaterThan(3);
    await expect(
      within(database.web, {purpose: 'own-account', viewer: worker}, (tx) => tx`select token_hash from calendar_feeds`),
    ).rejects.toMatchObject({code: '42501'});
  });

  it('ends with a press, and with the account', async () => {
    const token = await make(worker);
    await endOwnFeed(database.web, {viewer: colleague});
    expect(await read(token)).toMatchObject({state: 'open'});
    await endOwnFeed(database.web, {viewer: worker});
    await endOwnFeed(database.web, {viewer: worker});
    expect(await read(token)).toEqual({state: 'ended'});
    expect(await getOwnFeed(database.web, {viewer: worker})).toBeNull();
    const theirs = await make(colleague);
    await database.sql`update staff set disabled_at = now() where id = ${colleague.staffId}`;
    expect(await read(theirs)).toEqual({state: 'ended'});
    expect(await read('a'.repeat(43))).toEqual({state: 'unknown'});
  });
});
