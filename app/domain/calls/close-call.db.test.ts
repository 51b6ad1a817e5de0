import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDraft, anEndedCall, end, noPlaces, typed} from '../../../test/factories/calls.ts';
import {handedToNursing, insertDesk, type TestDesk} from '../../../test/factories/desk.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {Colleague} from '../../../test/factories/people.ts';
import {closeCall} from './close-call.server.ts';
import {openDraft, saveFields} from './drafts.server.ts';
import {getCall} from './get-call.server.ts';

let database: TestDatabase;
let desk: TestDesk;
let priya: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  desk = await insertDesk(database.sql);
  priya = desk.priya;
});
afterAll(() => database?.drop());

const seen = (id: string, viewer = priya) => getCall(database.web, {viewer}, id);

describe('ending a call', () => {
  it('makes one call of it, with everything that was typed, and clears the draft away', async () => {
    const id = await anEndedCall(database.web, priya, {
      callerName: 'Nell Example',
      callerPhone: '07700 900123',
      needs: 'loneliness,foot-care',
      endings: 'signposted',
      services: desk.serviceId,
      closingText: 'Tuesday Club, Tuesdays at 10.',
    });
    expect(await seen(id)).toMatchObject({
      callerName: 'Nell Example',
      callerPhone: '+447700900123',
      needs: [{key: 'loneliness'}, {key: 'foot-care'}],
      endings: [{kind: 'signposted'}],
      services: [{id: desk.serviceId, slug: 'tuesday-club', name: 'Tuesday Club'}],
      isEligible: true,
      isResolved: true,
    });
    expect(await openDraft(database.web, {viewer: priya}, id)).toBeNull();
    expect(await database.sql`select 1 from call_draft_fields where draft_id = ${id}`).toHaveLength(0);
  });

  it('is one call when it is ended twenty times at once, from two pages and by two people', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    const answers = await Promise.all(
      Array.from({length: 20}, (_, turn) => end(database.web, turn % 2 ? priya : desk.tom, id)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const [{calls, acts}] = await database.sql<[{calls: number; acts: number}]>`
      select
        (select count(*) from calls where id = ${id}) as calls,
        (select count(*) from audit_entries where action = 'call_closed' and details ->> 'call' = ${id}) as acts
    `;
    expect({calls, acts}).toEqual({calls: 1, acts: 1});
  });

  it('keeps what was typed when something is missing, and says what', async () => {
    const id = await aDraft(database.web, priya, {...aSimpleCall, needs: ''});
    const answer = await end(database.web, priya, id, {goingWell: 'Good neighbours'});
    expect(answer).toMatchObject({ok: false, reason: 'problems', problems: {needs: 'Choose at least one need'}});
    const draft = await openDraft(database.web, {viewer: priya}, id);
    expect(draft!.fields.find(({name}) => name === 'goingWell')?.value).toBe('Good neighbours');
  });

  it('is not ended over what somebody else has just typed', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    await saveFields(database.web, {viewer: desk.tom}, id, randomUUID(), [
      {name: 'story', value: 'It is about her feet', base: 1},
    ]);
    const answer = await closeCall(
      {sql: database.web, places: noPlaces},
      {viewer: priya},
      {
        id,
        page: randomUUID(),
        changes: [{name: 'story', value: 'Would like company', base: 1}],
      },
    );
    expect(answer).toMatchObject({
      ok: false,
      reason: 'conflicts',
      conflicts: [{name: 'story', value: 'It is about her feet'}],
    });
    expect(await seen(id)).toBeNull();
  });

  it('says so when a need, a service or a queue has gone meanwhile', async () => {
    const id = await aDraft(database.web, priya, {
      ...aSimpleCall,
      ...handedToNursing,
      needs: 'loneliness,gone-for-good',
      endings: 'signposted,handed_on',
      services: randomUUID(),
      handOnTo: 'therapy',
    });
    const answer = await end(database.web, priya, id);
    expect(answer.ok || answer.reason !== 'problems' ? [] : Object.keys(answer.problems).sort()).toEqual([
      'handOnTo',
      'needs',
      'services',
    ]);
  });

  it('another organisation of the partnership neither reads nor ends it', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    expect(await end(database.web, desk.nurse, id)).toEqual({ok: false, reason: 'gone'});
    await end(database.web, priya, id);
    expect(await seen(id, desk.nurse)).toBeNull();
    expect(await end(database.web, desk.nurse, id)).toEqual({ok: false, reason: 'gone'});
  });

  it('keeps how long they talked, waited and wrote', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    await database.sql`
      update call_drafts
      set opened_at = now() - interval '10 minutes', held_seconds = 60, talk_ended_at = now() - interval '2 minutes'
      where id = ${id}
    `;
    await end(database.web, priya, id);
    const {talkSeconds, heldSeconds, afterSeconds} = (await seen(id))!;
    expect({talkSeconds, heldSeconds}).toEqual({talkSeconds: 420, heldSeconds: 60});
    expect(Math.abs(afterSeconds - 120)).toBeLessThan(30);
  });

  it('the database refuses a way of ending without what it requires, whoever writes it', async () => {
    const id = await anEndedCall(database.web, priya);
    for (const kind of [
      'signposted',
      'call_back_promised',
      'handed_on',
      'link_worker_referral',
      'safeguarding',
      'nothing_suitable',
    ]) {
      await expect(
        database.sql`insert into call_dispositions (call_id, partner_id, kind) values (${id}, ${priya.partnerId}, ${kind})`,
        kind,
      ).rejects.toThrow(/lacks what that requires/);
    }
    await expect(database.sql`update calls set is_resolved = false where id = ${id}`).rejects.toThrow(
      /only be updated to DEFAULT/,
    );
  });
});

describe('the fields as a page sends them', () => {
  it('one that there is not is left out, and nothing of it is kept', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    const changes = [...typed({goingWell: 'Good neighbours'}), {name: 'isResolved', value: 'yes', base: 0}];
    const answer = await closeCall(
      {sql: database.web, places: noPlaces},
      {viewer: priya},
      {id, page: randomUUID(), changes},
    );
    expect(answer.ok).toBe(true);
    expect((await seen(id))!.goingWell).toBe('Good neighbours');
  });
});
