import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {ISql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {newSubmission, onceOnly, submissionOf} from './submissions.server.ts';

let database: TestDatabase;
let viewer: {staffId: string; partnerId: string};
let stranger: {staffId: string; partnerId: string};

beforeAll(async () => {
  database = await testDatabase();
  const partner = await insertPartner(database.sql);
  viewer = await insertStaff(database.sql, partner);
  stranger = await insertStaff(database.sql, partner);
});
afterAll(() => database?.drop());

const send = <T>(submission: string, work: (tx: ISql) => Promise<T>, {by = viewer, door = 'admin.teams'} = {}) =>
  within(database.web, {purpose: 'administration', viewer: by}, (tx) =>
    onceOnly(tx, {submission, staffId: by.staffId, door}, () => work(tx)),
  );

const addTeam = (name: string) => async (tx: ISql) => {
  const [team] = await tx<[{id: string}]>`
    insert into teams (partner_id, name) values (${viewer.partnerId}, ${name}) returning id
  `;
  return {ok: true, team_id: team.id};
};
const teamsNamed = async (name: string) =>
  (await database.sql<[{count: number}]>`select count(*) from teams where name like ${`${name}%`}`)[0].count;

/** A promise that is fulfilled from outside. */
function moment() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return {promise, resolve};
}

describe('a form', () => {
  it('sent five times at once counts once, and all five get the same answer', async () => {
    const submission = newSubmission();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((turn) => send(submission, addTeam(`Five ${turn}`))));
    expect(await teamsNamed('Five')).toBe(1);
    expect(new Set(outcomes.map((outcome) => outcome.team_id)).size).toBe(1);
    expect(outcomes[0]).toEqual({ok: true, team_id: expect.stringMatching(/^[0-9a-f-]{36}$/)});
  });

  it('sent again much later still gets the first answer', async () => {
    const submission = newSubmission();
    const first = await send(submission, addTeam('Later'));
    expect(await send(submission, addTeam('Later again'))).toEqual(first);
    expect(await teamsNamed('Later')).toBe(1);
  });

  it('whose first sending fails is done by the next, which has waited', async () => {
    const submission = newSubmission();
    const started = moment();
    const held = moment();
    const first = send(submission, async (tx) => {
      await addTeam('Rolled back')(tx);
      started.resolve();
      await held.promise;
      throw new Error('the line broke');
    });
    await started.promise;
    const second = send(submission, addTeam('Done'));
    const isSettled = await Promise.race([
      second.then(() => true),
      new Promise((wait) => setTimeout(wait, 150, false)),
    ]);
    expect(isSettled).toBe(false);
    held.resolve();
    await expect(first).rejects.toThrow('the line broke');
    expect(await second).toMatchObject({ok: true});
    expect(await teamsNamed('Rolled back')).toBe(0);
    expect(await teamsNamed('Done')).toBe(1);
  });

  it('that was refused may be put right and sent again under the same number', async () => {
    const submission = newSubmission();
    expect(await send(submission, async () => ({ok: false, reason: 'no name'}))).toEqual({
      ok: false,
      reason: 'no name',
    });
    expect(await send(submission, addTeam('Put right'))).toMatchObject({ok: true});
    expect(await teamsNamed('Put right')).toBe(1);
  });

  it('with the number of somebody else’s form, or of another form, does nothing and learns nothing', async () => {
    const submission = newSubmission();
    await send(submission, addTeam('Mine'));
    await expect(send(submission, addTeam('Theirs'), {by: stranger})).rejects.toThrow('somebody else');
    await expect(send(submission, addTeam('Theirs'), {door: 'admin.staff'})).rejects.toThrow('another form');
    expect(await teamsNamed('Theirs')).toBe(0);
  });

  it('brings its number along, and gets a new one when it brings none of ours', () => {
    const form = new FormData();
    const known = randomUUID();
    form.set('submission', known);
    expect(submissionOf(form)).toBe(known);
    form.set('submission', 'drop table');
    expect(submissionOf(form)).not.toBe('drop table');
    expect(submissionOf(new FormData())).toMatch(/^[0-9a-f-]{36}$/);
  });
});
