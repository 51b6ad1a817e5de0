import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {aDraft, anEndedCall, end, insertNeeds, insertQueue, noPlaces, typed} from '../../../test/factories/calls.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {
  addSomeone,
  insertColleague,
  insertPartnership,
  insertPerson,
  type Colleague,
} from '../../../test/factories/people.ts';
import {closeCall} from './close-call.server.ts';
import {openDraft, saveFields} from './drafts.server.ts';
import {getCall} from './get-call.server.ts';

let database: TestDatabase;
let priya: Colleague;
let tom: Colleague;
let nurse: Colleague;
let serviceId: string;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  tom = await insertColleague(database.sql, partnership, {partnerId: priya.partnerId});
  nurse = await insertColleague(database.sql, partnership, {roles: ['practitioner']});
  await insertNeeds(database.sql, 'loneliness', 'foot-care');
  await insertQueue(database.sql, nurse, 'nursing');
  await insertQueue(database.sql, priya, 'safeguarding', {leadId: tom.staffId});
  const [service] = await database.sql<[{id: string}]>`
    insert into services (slug, name) values ('tuesday-club', 'Tuesday Club') returning id
  `;
  serviceId = service.id;
});
afterAll(() => database?.drop());

const seen = (id: string, viewer = priya) => getCall(database.web, {viewer}, id);
const handed = {
  endings: 'handed_on',
  handOnTo: 'nursing',
  handOnPriority: 'hours_2',
  handOnReason: 'Short of breath since this morning',
};

describe('ending a call', () => {
  it('makes one call of it, with everything that was typed, and clears the draft away', async () => {
    const id = await anEndedCall(database.web, priya, {
      callerName: 'Nell Example',
      callerPhone: '07700 900123',
      needs: 'loneliness,foot-care',
      endings: 'signposted',
      services: serviceId,
      closingText: 'Tuesday Club, Tuesdays at 10.',
    });
    expect(await seen(id)).toMatchObject({
      callerName: 'Nell Example',
      callerPhone: '+447700900123',
      needs: [{key: 'loneliness'}, {key: 'foot-care'}],
      endings: [{kind: 'signposted'}],
      services: [{id: serviceId, slug: 'tuesday-club', name: 'Tuesday Club'}],
      isEligible: true,
      isResolved: true,
    });
    expect(await openDraft(database.web, {viewer: priya}, id)).toBeNull();
    expect(await database.sql`select 1 from call_draft_fields where draft_id = ${id}`).toHaveLength(0);
  });

  it('is one call when it is ended twenty times at once, from two pages and by two people', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    const answers = await Promise.all(
      Array.from({length: 20}, (_, turn) => end(database.web, turn % 2 ? priya : tom, id)),
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
    await saveFields(database.web, {viewer: tom}, id, randomUUID(), [
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
      ...handed,
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

  it('hands on to the queue of another organisation, which can then read the call and nothing else of the desk', async () => {
    const id = await anEndedCall(database.web, priya, handed);
    const other = await anEndedCall(database.web, priya);
    expect(await seen(id, nurse)).toMatchObject({
      story: 'Would like to get out more.',
      endings: [{kind: 'handed_on'}],
      handoffs: [{discipline: 'nursing', priority: 'hours_2', status: 'waiting'}],
      isResolved: false,
    });
    expect(await seen(other, nurse)).toBeNull();
  });

  it('a safeguarding concern goes to the named lead, and the call is closed to the rest of the desk', async () => {
    const id = await anEndedCall(database.web, priya, {
      endings: 'safeguarding',
      concern: 'Her nephew keeps her purse',
      hasCareNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'not_known',
    });
    const [concern] = await database.sql`select lead_id, raised_by from safeguarding_concerns where call_id = ${id}`;
    expect(concern).toEqual({leadId: tom.staffId, raisedBy: priya.staffId});
    const colleague = await insertColleague(database.sql, priya.partnershipId, {partnerId: priya.partnerId});
    // Whoever raised it and the named lead read the call; nobody else of the same desk does.
    expect(await seen(id, priya)).not.toBeNull();
    expect(await seen(id, tom)).not.toBeNull();
    expect(await seen(id, colleague)).toBeNull();
    expect(await seen(id, nurse)).toBeNull();
    const count = (viewer: Colleague) =>
      within(
        database.web,
        {purpose: 'desk', viewer},
        (tx) => tx`select 1 from safeguarding_concerns where call_id = ${id}`,
      );
    const counts = await Promise.all([priya, tom, colleague, nurse].map(async (one) => (await count(one)).length));
    expect(counts).toEqual([1, 1, 0, 0]);
  });

  it('promises a call-back, refers to a link worker, and counts a gap', async () => {
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const id = await aDraft(
      database.web,
      priya,
      {
        ...aSimpleCall,
        personKnown: '',
        callerPhone: '01632 960001',
        endings: 'call_back_promised,link_worker_referral,nothing_suitable',
        callBackOn: '2099-03-04',
        callBackAt: '10:00',
        callBackAbout: 'How it went',
        referTo: nurse.partnerId,
        referReason: 'Lonely since the move',
        referConsentBy: 'person',
        referConsentHow: 'spoken',
        gapNeed: 'foot-care',
        gapReason: 'none_exists',
      },
      {personId},
    );
    expect(await end(database.web, priya, id)).toMatchObject({ok: true});
    expect(await seen(id)).toMatchObject({
      personId,
      callBack: {phone: '+441632960001', about: 'How it went', doneAt: null},
      referral: {reason: 'Lonely since the move'},
      gaps: [{needKey: 'foot-care', reason: 'none_exists'}],
      isEligible: true,
      isResolved: false,
    });
  });

  it('calls about one person that hand on and refer at the same moment are all kept', async () => {
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const both = {
      ...aSimpleCall,
      ...handed,
      personKnown: '',
      endings: 'handed_on,link_worker_referral',
      referTo: nurse.partnerId,
      referReason: 'Lonely since the move',
      referConsentBy: 'person',
      referConsentHow: 'spoken',
    };
    for (let round = 0; round < 6; round++) {
      const drafts = await Promise.all(Array.from({length: 3}, () => aDraft(database.web, priya, both, {personId})));
      const closed = await Promise.all(drafts.map((id) => end(database.web, priya, id)));
      expect(closed.map(({ok}) => ok)).toEqual([true, true, true]);
    }
  });

  it('sends what was agreed, once, and never where the record says it is not safe', async () => {
    const personId = await addSomeone(database.web, priya, {
      givenName: 'Nell',
      familyName: 'Example',
      phone: '07700 900222',
    });
    await database.sql`update person_contacts set safe_to_text = 'no' where person_id = ${personId}`;
    const sending = {...aSimpleCall, personKnown: '', closingText: 'Tuesday Club, at 10.', sendBy: 'text'};
    const unsafe = await aDraft(database.web, priya, {...sending, sendTo: '07700 900 222'}, {personId});
    expect(await end(database.web, priya, unsafe)).toMatchObject({
      ok: false,
      problems: {sendTo: expect.stringContaining('not safe')},
    });
    const safe = await aDraft(database.web, priya, {...sending, sendTo: '07700 900333'}, {personId});
    await Promise.all([end(database.web, priya, safe), end(database.web, priya, safe)]);
    const sent = await database.sql`select channel, body from messages where recipient = '+447700900333'`;
    expect([...sent]).toEqual([{channel: 'text', body: 'Tuesday Club, at 10.'}]);
    expect(await database.sql`select 1 from messages where recipient = '+447700900222'`).toHaveLength(0);
  });

  it('another organisation of the partnership neither reads nor ends it', async () => {
    const id = await aDraft(database.web, priya, aSimpleCall);
    expect(await end(database.web, nurse, id)).toEqual({ok: false, reason: 'gone'});
    await end(database.web, priya, id);
    expect(await seen(id, nurse)).toBeNull();
    expect(await end(database.web, nurse, id)).toEqual({ok: false, reason: 'gone'});
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
