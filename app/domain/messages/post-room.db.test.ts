import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {listOutbox} from './list-outbox.server.ts';
import {sendMessage} from './send-message.server.ts';
import {isSent, mail, postBed, type PostBed} from '../../../test/factories/messages.ts';

let database: TestDatabase;
let bed: PostBed;
beforeAll(async () => {
  database = await testDatabase();
  bed = postBed(database);
});
afterEach(() => bed.clear());
afterAll(() => database?.drop());

describe('a message', () => {
  it('is not written when the change that causes it fails', async () => {
    const failing = within(database.web, {purpose: 'sign-in'}, async (tx) => {
      await sendMessage(tx, mail);
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    expect(await database.sql`select from messages`).toHaveLength(0);
  });

  it('can be read by the post room alone', async () => {
    await bed.post(mail);
    const seen = await within(database.web, {purpose: 'sign-in'}, (tx) => tx`select id from messages`);
    expect(seen).toHaveLength(0);
  });
});

describe('the outbox of a demonstration', () => {
  it('shows the newest first, page by page, and nothing leaves', async () => {
    bed.postRoom({by: 'outbox'});
    for (let number = 1; number <= 21; number++) await bed.post({...mail, subject: `Letter ${number}`});
    const first = await listOutbox(database.web, 1);
    expect(first.total).toBe(21);
    expect(first.messages.map(({subject}) => subject)).toEqual(
      Array.from({length: 20}, (_, index) => `Letter ${21 - index}`),
    );
    const second = await listOutbox(database.web, 2);
    expect(second.messages.map(({subject}) => subject)).toEqual(['Letter 1']);
    await bed.settled(first.messages[0]!.id, isSent);
  });
});
