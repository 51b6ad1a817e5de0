import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {forMyself, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {askForMore, declineReferral, passOnReferral} from './decide-referral.server.ts';
import {getReferral} from './get-referral.server.ts';
import {listInbox} from './list-referrals.server.ts';
import {answerAsked, openAsked} from './referrer-link.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
let visitor: {sql: TestDatabase['web']; address: null};
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
  visitor = {sql: database.web, address: null};
});
afterAll(() => database?.drop());

let neighbours = 0;

/** A neighbour asks for somebody who agrees that they hear how it goes on. */
async function asked(more: Record<string, string> = {}) {
  neighbours += 1;
  const email = `jo${neighbours}@neighbours.example`;
  const referral = await bed.send({
    ...forMyself,
    ...{forWhom: 'someone_else', referrerName: 'Jo', referrerRelation: 'Neighbour', referrerEmail: email},
    ...{knows: 'agrees', mayTellReferrer: 'yes'},
    ...more,
  });
  const mails = async () =>
    (
      await database.sql<{body: string}[]>`select body from messages where recipient = ${email} order by created_at`
    ).map(({body}) => body);
  const token = async () => /\/asked\/([\w-]{43})/.exec((await mails()).at(-1)!)?.[1] ?? '';
  const form = async () => bed.by(bed.lily, await bed.versionOf('referrals', referral.id));
  const read = () => getReferral(database.web, {viewer: bed.lily}, referral.id);
  return {...referral, email, mails, token, form, read};
}

describe('whoever asked, by a private link', () => {
  it('reads what more is asked behind it alone, answers once, and it waits for a decision again', async () => {
    const one = await asked();
    expect(await one.read()).toMatchObject({referrerHears: true});
    await askForMore(await one.form(), one.id, 'Which days suit Nell?');
    expect((await one.mails()).join()).not.toMatch(/Nell|days/);
    const token = await one.token();
    expect(await openAsked(visitor, token)).toEqual({
      ...{reference: one.reference, providerName: expect.any(String), status: 'more_asked'},
      ...{question: 'Which days suit Nell?', instead: null, isAnswered: false},
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => answerAsked(visitor, token, 'Tuesdays and Fridays.')));
    expect(outcomes).toEqual(['kept', 'kept', 'kept']);
    expect(await answerAsked(visitor, token, 'Or never.')).toBe('not_now');
    expect(await openAsked(visitor, token)).toMatchObject({status: 'received', question: null, isAnswered: true});

    const {referrals} = await listInbox(database.web, {viewer: bed.lily}, {filter: 'waiting', page: 1});
    expect(referrals.find(({reference}) => reference === one.reference)).toMatchObject({isAnswered: true});
    expect(referrals.filter(({isAnswered}) => isAnswered)).toHaveLength(1);
    const {events} = (await one.read())!;
    expect(events.filter(({kind}) => kind === 'answered')).toMatchObject([
      {words: 'Tuesdays and Fridays.', byName: null},
    ]);
    const acts = await database.sql<{action: string}[]>`
      select action from audit_entries where details ->> 'referral' = ${one.id} and action ~ '^referral_(link|answered)'
      order by seq
    `;
    expect([...new Set(acts.map(({action}) => action))]).toEqual(['referral_link_opened', 'referral_answered']);
  });

  it('reads what may help instead, where it is declined, and no reason', async () => {
    const one = await asked();
    await declineReferral(await one.form(), one.id, {reason: 'not_wanted', alternative: 'The money advice line.'});
    expect((await one.mails()).join()).not.toContain('money');
    expect(await openAsked(visitor, await one.token())).toMatchObject({
      ...{status: 'declined', question: null, instead: 'The money advice line.'},
    });
    const spam = await asked();
    await declineReferral(await spam.form(), spam.id, {reason: 'not_a_request', alternative: null});
    expect(await spam.token()).toBe('');
  });

  it('reads it where the referral is now, when it was passed on', async () => {
    const one = await asked();
    await askForMore(await one.form(), one.id, 'Which days?');
    const token = await one.token();
    await passOnReferral(await one.form(), one.id, bed.crowthorne.partnerId, 'Nearer to them');
    expect(await openAsked(visitor, token)).toMatchObject({status: 'received', question: null, isAnswered: false});
    const [next] = await database.sql<{id: string}[]>`
      select id from referrals where reference = ${one.reference} and status = 'received'
    `;
    await askForMore(bed.by(bed.crowthorne), next!.id, 'Which bus?');
    expect(await one.token()).toBe(token);
    expect(await openAsked(visitor, token)).toMatchObject({question: 'Which bus?'});
    expect(await answerAsked(visitor, token, 'The 150.')).toBe('kept');
  });

  it('reads nothing any more once the person has taken back that they hear, and after 60 days', async () => {
    const one = await asked();
    await askForMore(await one.form(), one.id, 'Which days?');
    const token = await one.token();
    await database.sql`update referrals set may_tell_referrer = false where id = ${one.id}`;
    expect(await openAsked(visitor, token)).toBeNull();
    expect(await answerAsked(visitor, token, 'Tuesdays')).toBe('gone');
    await database.sql`update referrals set may_tell_referrer = true where id = ${one.id}`;
    expect(await openAsked(visitor, token)).not.toBeNull();
    await database.sql`update referrals set status_at = now() - interval '61 days' where id = ${one.id}`;
    expect(await openAsked(visitor, token)).toBeNull();
    expect(await openAsked(visitor, 'x'.repeat(43))).toBeNull();
  });

  it('is sent nothing where they may not hear, and the worker is told that nobody is', async () => {
    const one = await asked({mayTellReferrer: ''});
    expect(await one.read()).toMatchObject({referrerHears: false});
    await askForMore(await one.form(), one.id, 'Which days?');
    expect(await one.mails()).toEqual([]);
    const self = await bed.send(forMyself);
    expect(await getReferral(database.web, {viewer: bed.lily}, self.id)).toMatchObject({referrerHears: false});
  });
});
