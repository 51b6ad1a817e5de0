import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Post} from '../../config.server.ts';
import {hasProblem, isSent, mail, postBed, textMessage, type PostBed} from '../../../test/factories/messages.ts';
import {mailServer} from '../../../test/setup/post-servers.ts';

let database: TestDatabase;
let bed: PostBed;
beforeAll(async () => {
  database = await testDatabase();
  bed = postBed(database);
});
afterEach(() => bed.clear());
afterAll(() => database?.drop());

describe('by a mail server', () => {
  it('arrives with its words, marked as sent by a machine, and is noted', async () => {
    const {received, by} = bed.keep(await mailServer());
    const id = await bed.post(mail);
    bed.postRoom(by);
    expect(await bed.settled(id, isSent)).toMatchObject({attempts: 1, problem: null, isWaiting: false});
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['pat.sample@testshire.example']);
    expect(received[0]?.text).toContain(`Message-ID: <${id}@help.example>`);
    expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
    expect(received[0]?.text).toContain('https://help.example/set-password/abc');
  });

  it('is tried again after a minute when it fails, and arrives once the server has recovered', async () => {
    const {received, state, by} = bed.keep(await mailServer());
    state.refuses = true;
    const id = await bed.post(mail);
    const room = bed.postRoom(by);
    const failed = await bed.settled(id, hasProblem);
    expect(failed).toMatchObject({attempts: 1, isSent: false, minutes: 1, problem: 'mail server: EENVELOPE 452'});
    expect(await room.deliverNow()).toBe(0);
    state.refuses = false;
    await bed.makeDue(id);
    await bed.settled(id, isSent);
    expect(received).toHaveLength(1);
    expect(await bed.stateOf(id)).toMatchObject({attempts: 2, problem: null, isWaiting: false});
  });

  it('waits longer each time and is given up after eight tries, and neither the problem nor the log says to whom', async () => {
    const by: Post = {by: 'smtp', url: 'smtp://127.0.0.1:1', from: 'fingerpost@help.example'};
    const id = await bed.post(mail);
    const room = bed.postRoom(by);
    const waits = [];
    // The first try is the post room's own first look; each later one begins only when the message is made due.
    for (let attempt = 1; attempt <= 8; attempt++) {
      const state = await bed.settled(id, (row) => row.attempts === attempt && hasProblem(row));
      waits.push(state.minutes);
      if (attempt === 8) break;
      await database.sql`update messages set problem = null where id = ${id}`;
      await bed.makeDue(id);
      await room.deliverNow();
    }
    expect(waits).toEqual([1, 5, 15, 30, 60, 180, 360, null]);
    expect(await bed.stateOf(id)).toMatchObject({isSent: false, isWaiting: false, problem: 'mail server: ESOCKET'});
    await expect.poll(() => bed.complaints).toHaveLength(8);
    expect(JSON.stringify(bed.complaints)).not.toMatch(/pat|sample|subject|hello/i);
  });

  it('that was killed after sending and before noting is sent once more, under the same Message-ID', async () => {
    const {received, by} = bed.keep(await mailServer());
    const id = await bed.post(mail);
    const room = bed.postRoom(by);
    await bed.settled(id, isSent);
    // What a killed process leaves: the message taken, its next try set, no outcome.
    await database.sql`update messages set sent_at = null, next_try_at = now() where id = ${id}`;
    await room.deliverNow();
    await bed.settled(id, isSent);
    const ids = received.map(({text}) => /Message-ID: (\S+)/.exec(text)?.[1]);
    expect(ids).toEqual([`<${id}@help.example>`, `<${id}@help.example>`]);
  });

  it('does not take a text message', async () => {
    const {by} = bed.keep(await mailServer());
    const id = await bed.post(textMessage);
    bed.postRoom(by);
    expect(await bed.settled(id, hasProblem)).toMatchObject({
      problem: 'a mail server sends no message by text',
    });
  });

  it('goes out once each when two post rooms work at once', async () => {
    const {received, by} = bed.keep(await mailServer());
    const ids = await Promise.all(Array.from({length: 30}, () => bed.post(mail)));
    const rooms = [bed.postRoom(by), bed.postRoom(by)];
    await Promise.all(rooms.map((room) => room.deliverNow()));
    await expect.poll(() => received.length, {timeout: 15_000}).toBe(30);
    const seen = new Set(received.map(({text}) => /Message-ID: <([^@]+)@/.exec(text)?.[1]));
    expect(seen).toEqual(new Set(ids));
  });
});
