import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {hasProblem, isSent, mail, postBed, textMessage, type PostBed} from '../../../test/factories/messages.ts';
import {notify, TEMPLATES} from '../../../test/setup/post-servers.ts';

let database: TestDatabase;
let bed: PostBed;
beforeAll(async () => {
  database = await testDatabase();
  bed = postBed(database);
});
afterEach(() => bed.clear());
afterAll(() => database?.drop());

describe('by GOV.UK Notify', () => {
  it('an e-mail goes through the template with its subject, text and reference', async () => {
    const {received, by} = bed.keep(await notify());
    const id = await bed.post(mail);
    bed.postRoom(by);
    await bed.settled(id, isSent);
    expect(received).toEqual([
      {
        path: '/v2/notifications/email',
        template_id: TEMPLATES.email,
        email_address: mail.to,
        personalisation: {subject: mail.subject, body: mail.body},
        reference: id,
      },
    ]);
  });

  it('a text message goes through its own template', async () => {
    const {received, by} = bed.keep(await notify());
    const id = await bed.post(textMessage);
    bed.postRoom(by);
    await bed.settled(id, isSent);
    expect(received).toEqual([
      {
        path: '/v2/notifications/sms',
        template_id: TEMPLATES.text,
        phone_number: '+447700900123',
        personalisation: {body: 'Hello'},
        reference: id,
      },
    ]);
  });

  it('recovers after Notify has refused, and keeps none of Notify’s words', async () => {
    const {received, state, by} = bed.keep(await notify());
    state.status = 429;
    const id = await bed.post(mail);
    const room = bed.postRoom(by);
    expect(await bed.settled(id, hasProblem)).toMatchObject({problem: 'Notify: 429 RateLimitError'});
    expect(JSON.stringify(bed.complaints)).not.toContain('sample');
    state.status = 201;
    await bed.makeDue(id);
    await room.deliverNow();
    await bed.settled(id, isSent);
    expect(received).toHaveLength(1);
  });

  it('whose answer was lost is recognised at the second try and not sent twice', async () => {
    const {received, state, by} = bed.keep(await notify());
    state.losesAnswers = true;
    const id = await bed.post(mail);
    const room = bed.postRoom(by);
    expect(await bed.settled(id, hasProblem)).toMatchObject({problem: 'Notify: ECONNRESET'});
    state.losesAnswers = false;
    await bed.makeDue(id);
    await room.deliverNow();
    expect(await bed.settled(id, isSent)).toMatchObject({attempts: 2});
    expect(received).toHaveLength(1);
  });
});
