import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDraft, anEndedCall, formBy, insertNeeds, insertQueue} from '../../../test/factories/calls.ts';
import {insertPartner, insertStaff, type TestPartner, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {within} from '../../../db/within.ts';
import {getLeadDay, giveCallBack, giveDraft} from './lead-day.server.ts';
import type {Review} from './review-form.ts';
import {
  callByReference,
  countUnseenReviews,
  readOwnReviews,
  reviewFigures,
  reviewOf,
  sampleForReview,
  saveReview,
} from './reviews.server.ts';

/** A Wednesday: last week is 16 to 22 November. */
const TODAY = '2026-11-25';
const THEN = '2026-11-18T10:00:00Z';
let database: TestDatabase;
let desk: TestPartner;
let lead: TestStaff;
let priya: TestStaff;
let tom: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  desk = await insertPartner(database.sql);
  lead = await insertStaff(database.sql, desk, {name: 'Grace', roles: ['team_lead', 'call_handler']});
  priya = await insertStaff(database.sql, desk, {name: 'Priya'});
  tom = await insertStaff(database.sql, desk, {name: 'Tom'});
  await insertNeeds(database.sql, 'loneliness');
  await insertQueue(database.sql, lead, 'safeguarding');
});
afterAll(() => database?.drop());

const aCall = async (viewer: TestStaff, values: Record<string, string> = {}) => {
  const id = await anEndedCall(database.web, viewer, values);
  await database.sql`update calls set started_at = ${THEN} where id = ${id}`;
  return id;
};
const aReview = (more: Partial<Review> = {}): Review => ({
  greeting: 3,
  listening: 4,
  safetyFirst: null,
  rightHelp: 3,
  endingAgreed: null,
  recordClear: 2,
  wentWell: 'You let her tell it',
  toTry: 'Write down who else helps',
  ...more,
});
const save = (viewer: TestStaff, callId: string, seen = 0, review = aReview(), form = formBy(viewer, 'desk.lead')) =>
  saveReview(database.web, form, callId, {review, seen, chosen: 'by_hand'});
const sample = async (viewer: TestStaff) =>
  (await sampleForReview(database.web, {viewer}, TODAY)).map(({id}) => id).sort();

describe('the draw', () => {
  it('is two calls of each handler of last week, the same for every lead and every time, never one’s own', async () => {
    const calls = await Promise.all(Array.from({length: 6}, () => aCall(priya)));
    const toms = await aCall(tom);
    const own = await aCall(lead);
    const thisWeek = await anEndedCall(database.web, priya);
    const drawn = await sample(lead);
    expect(drawn).toHaveLength(3);
    expect(drawn).toContain(toms);
    expect(drawn.filter((id) => calls.includes(id))).toHaveLength(2);
    expect(drawn).not.toContain(own);
    expect(drawn).not.toContain(thisWeek);
    const other = await insertStaff(database.sql, desk, {roles: ['team_lead']});
    expect((await sample(other)).filter((id) => id !== own)).toEqual(drawn);

    expect(await save(lead, toms)).toEqual({ok: true});
    expect(await sample(lead)).not.toContain(toms);
  });

  it('leaves out test calls and wrong numbers, and what the lead may not read', async () => {
    const staff = await insertStaff(database.sql, desk);
    const wrong = await aCall(staff, {endings: 'wrong_number', helpedTo: 'The library'});
    const concern = {concern: 'She is afraid of her son', hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'yes'};
    const restricted = await aCall(staff, {endings: 'safeguarding', ...concern});
    const drawn = await sample(lead);
    expect(drawn).not.toContain(wrong);
    expect(drawn).not.toContain(restricted);
    const [{reference}] = await database.sql<
      [{reference: string}]
    >`select reference from calls where id = ${restricted}`;
    expect(await callByReference(database.web, {viewer: lead}, reference)).toBeNull();
    expect(await save(lead, restricted)).toEqual({ok: false, reason: 'missing'});

    const safeguards = await insertStaff(database.sql, desk, {roles: ['team_lead']});
    await database.sql`insert into staff_disciplines (staff_id, discipline) values (${safeguards.staffId}, 'safeguarding')`;
    expect(await sample(safeguards)).toContain(restricted);
    expect(
      await callByReference(database.web, {viewer: safeguards}, reference.toLowerCase().replaceAll('-', ' ')),
    ).toBe(restricted);
  });
});

describe('a review', () => {
  it('waits for whoever took the call, and that they read it is noted once', async () => {
    const staff = await insertStaff(database.sql, desk);
    const call = await aCall(staff);
    await save(lead, call);
    expect(await countUnseenReviews(database.web, {viewer: staff})).toBe(1);
    const [own] = await readOwnReviews(database.web, {viewer: staff});
    expect(own).toMatchObject({callId: call, wentWell: 'You let her tell it', seenAt: null});
    expect(await countUnseenReviews(database.web, {viewer: staff})).toBe(0);
    expect((await readOwnReviews(database.web, {viewer: staff}))[0]!.seenAt).not.toBeNull();
  });

  it('is read by nobody else: no colleague, no lead of another organisation', async () => {
    const call = await aCall(priya);
    await save(lead, call);
    const stranger = await insertStaff(database.sql, await insertPartner(database.sql, {beside: desk}), {
      roles: ['team_lead'],
    });
    for (const viewer of [tom, stranger]) {
      expect(await reviewOf(database.web, {viewer}, call)).toBeNull();
      expect((await reviewFigures(database.web, {viewer})).count).toBe(0);
    }
    expect(await save(stranger, call)).toEqual({ok: false, reason: 'missing'});
  });

  it('is written by a lead only, and never of one’s own call', async () => {
    expect(await save(lead, await aCall(lead))).toEqual({ok: false, reason: 'own'});
    await expect(save(tom, await aCall(priya))).rejects.toMatchObject({code: '42501'});
  });

  it('is one, however often it is sent; a second lead is shown the first', async () => {
    const call = await aCall(priya);
    const other = await insertStaff(database.sql, desk, {name: 'Olu', roles: ['team_lead']});
    const form = formBy(lead, 'desk.lead');
    expect(await Promise.all([1, 2, 3].map(() => save(lead, call, 0, aReview(), form)))).toEqual(
      Array(3).fill({ok: true}),
    );
    expect(await save(other, call)).toMatchObject({reason: 'changed', now: {reviewerName: 'Grace', version: 1}});
    expect(await save(lead, call, 1, aReview({wentWell: 'Better said'}))).toEqual({ok: true});
    expect(await save(lead, call, 1)).toMatchObject({reason: 'changed', now: {version: 2}});
  });

  it('counts in the figures of the leads, each part where it came up', async () => {
    const desk = await insertPartner(database.sql);
    const [boss, staff] = [
      await insertStaff(database.sql, desk, {roles: ['team_lead']}),
      await insertStaff(database.sql, desk),
    ];
    await save(boss, await aCall(staff), 0, aReview({greeting: 2}));
    await save(boss, await aCall(staff), 0, aReview({greeting: 4, recordClear: null}));
    await readOwnReviews(database.web, {viewer: staff});
    expect(await reviewFigures(database.web, {viewer: boss})).toEqual({
      count: 2,
      seen: 2,
      means: {greeting: 3, listening: 4, safetyFirst: null, rightHelp: 3, endingAgreed: null, recordClear: 2},
    });
    expect((await reviewFigures(database.web, {viewer: staff})).count).toBe(0);
  });
});

describe('a lead’s day', () => {
  it('shows who is on, what was left lying and what was promised, of their own desk only', async () => {
    const lying = await aDraft(database.web, priya, {story: 'Half told'});
    const fresh = await aDraft(database.web, priya);
    await database.sql`update call_drafts set changed_at = now() - interval '1 hour' where id = ${lying}`;
    const stranger = await insertStaff(database.sql, await insertPartner(database.sql, {beside: desk}), {
      name: 'Stranger',
    });
    const day = await getLeadDay(database.web, {viewer: lead});
    expect(day.here.map(({name}) => name)).toEqual(expect.arrayContaining(['Grace', 'Priya', 'Tom']));
    expect(day.here.some(({staffId}) => staffId === stranger.staffId)).toBe(false);
    expect(day.lying.map(({id}) => id)).toContain(lying);
    expect(day.lying.map(({id}) => id)).not.toContain(fresh);
    expect(day.queues).toMatchObject([{discipline: 'safeguarding', waiting: 0, overdue: 0, longestSince: null}]);
    // Whoever leads nothing is told of nobody.
    expect((await getLeadDay(database.web, {viewer: tom})).here).toEqual([]);
  });

  it('gives a draft to a colleague, once, and to nobody outside the desk', async () => {
    const id = await aDraft(database.web, priya);
    const give = (to: string) => giveDraft(database.web, formBy(lead, 'desk.lead'), id, {from: priya.staffId, to});
    const stranger = await insertStaff(database.sql, await insertPartner(database.sql, {beside: desk}));
    const analyst = await insertStaff(database.sql, desk, {roles: ['analyst']});
    for (const to of [stranger.staffId, analyst.staffId, randomUUID()]) {
      expect(await give(to)).toEqual({ok: false, reason: 'nobody'});
    }
    const outcomes = await Promise.all([give(tom.staffId), give(lead.staffId)]);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ok: false, reason: 'changed'});
  });

  it('gives a call-back to a colleague, unless somebody was quicker', async () => {
    const call = await aCall(priya);
    const [{id}] = await database.sql<[{id: string}]>`
      insert into call_backs (call_id, partner_id, due_at, about)
      values (${call}, ${desk.partnerId}, now(), 'The grab rail')
      returning id
    `;
    const give = (version: number) =>
      giveCallBack(database.web, formBy(lead, 'desk.lead'), id, {version, to: tom.staffId});
    expect(await give(1)).toEqual({ok: true});
    expect(await give(1)).toEqual({ok: false, reason: 'changed'});
    const day = await getLeadDay(database.web, {viewer: lead});
    expect(day.callBacks).toContainEqual(expect.objectContaining({id, staffName: 'Tom', version: 2}));
  });
});

it('tells a lead nothing through the sessions themselves', async () => {
  const seen = await within(database.web, {purpose: 'desk', viewer: lead}, (tx) => tx`select 1 from sessions`);
  expect(seen).toHaveLength(0);
});
