import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {aDraft, anEndedCall, end} from '../../../test/factories/calls.ts';
import {handedToNursing, insertDesk, type TestDesk} from '../../../test/factories/desk.ts';
import {addSomeone, insertColleague, insertPerson, type Colleague} from '../../../test/factories/people.ts';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {CallValues} from './call-fields.ts';
import {closeCall} from './close-call.server.ts';
import {getCall} from './get-call.server.ts';
import {listUndelivered} from './list-calls.server.ts';

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
describe('what follows from the end of a call', () => {
  it('hands on to the queue of another organisation, which can then read the call and nothing else of the desk', async () => {
    const id = await anEndedCall(database.web, priya, handedToNursing);
    const other = await anEndedCall(database.web, priya);
    expect(await seen(id, desk.nurse)).toMatchObject({
      story: 'Would like to get out more.',
      endings: [{kind: 'handed_on'}],
      handoffs: [{discipline: 'nursing', priority: 'hours_2', status: 'waiting'}],
      isResolved: false,
    });
    expect(await seen(other, desk.nurse)).toBeNull();
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
    expect(concern).toEqual({leadId: desk.tom.staffId, raisedBy: priya.staffId});
    const colleague = await insertColleague(database.sql, priya.partnershipId, {partnerId: priya.partnerId});
    // Whoever raised it and the named lead read the call; nobody else of the same desk does.
    expect(await seen(id, priya)).not.toBeNull();
    expect(await seen(id, desk.tom)).not.toBeNull();
    expect(await seen(id, colleague)).toBeNull();
    expect(await seen(id, desk.nurse)).toBeNull();
    const count = (viewer: Colleague) =>
      within(
        database.web,
        {purpose: 'desk', viewer},
        (tx) => tx`select 1 from safeguarding_concerns where call_id = ${id}`,
      );
    const counts = await Promise.all(
      [priya, desk.tom, colleague, desk.nurse].map(async (one) => (await count(one)).length),
    );
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
        referTo: desk.nurse.partnerId,
        referReason: 'Lonely since the move',
        referConsentBy: 'person',
        referConsentHow: 'spoken',
        gapNeed: 'foot-care',
        gapReason: 'none_exists',
        near: 'RG12 1JX',
      },
      {personId},
    );
    expect(await end(database.web, priya, id)).toMatchObject({ok: true});
    expect(await seen(id)).toMatchObject({
      personId,
      callBack: {phone: '+441632960001', about: 'How it went', doneAt: null},
      referral: {reason: 'Lonely since the move'},
      gaps: [{needKey: 'foot-care', reason: 'none_exists'}],
      outcode: 'RG12',
      isEligible: true,
      isResolved: false,
    });
    const agreed = await database.sql`
      select kind, partner_id from consents where person_id = ${personId} and decision = 'given' order by kind
    `;
    expect([...agreed]).toEqual([
      {kind: 'be_referred', partnerId: null},
      {kind: 'share_with_partner', partnerId: desk.nurse.partnerId},
    ]);
  });

  it('tells a link worker who asked, and how to reach them: the person, or whoever rang for them', async () => {
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const refer = async (values: CallValues) => {
      const id = await aDraft(
        database.web,
        priya,
        {
          ...{...aSimpleCall, personKnown: '', endings: 'link_worker_referral', near: 'RG12 1JX'},
          ...{
            referTo: desk.nurse.partnerId,
            referReason: 'Lonely',
            referConsentBy: 'person',
            referConsentHow: 'spoken',
          },
          ...values,
        },
        {personId},
      );
      expect(await end(database.web, priya, id)).toMatchObject({ok: true});
      const [referral] = await database.sql`
        select phone, outcode, referrer_name, referrer_relation, referrer_organisation, referrer_phone, may_tell_referrer
        from referrals where call_id = ${id}
      `;
      return referral;
    };
    const nobody = {referrerName: null, referrerRelation: null, referrerOrganisation: null, referrerPhone: null};
    expect(await refer({callerKind: 'person', callerPhone: '01632 960001'})).toEqual({
      ...{phone: '+441632960001', outcode: 'RG12', mayTellReferrer: false},
      ...nobody,
    });
    const jo = {callerName: 'Jo Example', callerPhone: '01632 960002'};
    expect(await refer({callerKind: 'relative', ...jo, callerRelation: 'Daughter'})).toMatchObject({
      ...{phone: null, referrerName: 'Jo Example', referrerRelation: 'Daughter', referrerPhone: '+441632960002'},
    });
    expect(await refer({callerKind: 'gp', ...jo, callerOrganisation: 'Larch Lane Surgery'})).toMatchObject({
      ...{phone: null, referrerRelation: 'GP or practice', referrerOrganisation: 'Larch Lane Surgery'},
    });
  });

  it('what was not to be had has a place: named, known by its name, or where they live', async () => {
    const gap = {endings: 'nothing_suitable', gapNeed: 'foot-care', gapReason: 'too_far'};
    const nowhere = await aDraft(database.web, priya, {...aSimpleCall, ...gap});
    expect(await end(database.web, priya, nowhere)).toMatchObject({problems: {near: expect.stringContaining('where')}});
    expect(await end(database.web, priya, nowhere, {near: 'Nowhere-on-Sea'})).toMatchObject({
      problems: {near: expect.stringContaining('do not know this place')},
    });
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    await database.sql`
      insert into postcodes (postcode, latitude, longitude, ward_gss, source) values ('RG12 9ZZ', 51.4, -0.75, 'E05999001', 'test')
    `;
    await database.sql`insert into person_addresses (person_id, kind, postcode) values (${personId}, 'home', 'RG12 9ZZ')`;
    await database.sql`
      insert into outcodes (outcode, latitude, longitude, source)
      values ('RG12', 51.41, -0.74, 'test'), ('SL5', 51.41, -0.66, 'test')
    `;
    const ascot = {
      label: 'Ascot',
      latitude: 51.41,
      longitude: -0.67,
      precision: 'place',
      outcode: null,
      areas: [],
    } as const;
    const named = await aDraft(database.web, priya, {...aSimpleCall, ...gap, near: 'Ascot'}, {personId});
    const places = {find: async () => ({ok: true as const, place: {...ascot, areas: []}})};
    const ending = {id: named, page: randomUUID(), changes: []};
    expect(await closeCall({sql: database.web, places}, {viewer: priya}, ending)).toMatchObject({ok: true});
    const home = await anEndedCall(database.web, priya, {...gap, personKnown: ''}, {personId});
    const gaps = await database.sql`
      select outcode, ward_gss from gaps where call_id = any(${[named, home]}::uuid[]) order by outcode
    `;
    expect([...gaps]).toEqual([
      {outcode: 'RG12', wardGss: 'E05999001'},
      {outcode: 'SL5', wardGss: null},
    ]);
  });

  it('promises no call-back to a number that the record says is not safe', async () => {
    const personId = await addSomeone(database.web, priya, {givenName: 'Nell', phone: '07700 900444'});
    await database.sql`update person_contacts set safe_to_call = 'no' where person_id = ${personId}`;
    const back = {
      ...{...aSimpleCall, personKnown: '', endings: 'call_back_promised', callerPhone: '07700 900444'},
      ...{callBackOn: '2099-03-04', callBackAt: '10:00', callBackAbout: 'How it went'},
    };
    const id = await aDraft(database.web, priya, back, {personId});
    expect(await end(database.web, priya, id)).toMatchObject({
      problems: {callBackPhone: expect.stringContaining('not safe to ring')},
    });
    // Nor does a text message go where nobody may ring, unless the record says that it may.
    const send = {sendBy: 'text', sendTo: '07700 900444', closingText: 'We ring on Wednesday.'};
    expect(await end(database.web, priya, id, {...send, callBackPhone: '01632 960002'})).toMatchObject({
      problems: {sendTo: expect.stringContaining('not safe')},
    });
    await database.sql`update person_contacts set safe_to_text = 'yes' where person_id = ${personId}`;
    expect(await end(database.web, priya, id)).toMatchObject({ok: true});
  });

  it('calls about one person that hand on and refer at the same moment are all kept', async () => {
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const both = {
      ...aSimpleCall,
      ...handedToNursing,
      personKnown: '',
      endings: 'handed_on,link_worker_referral',
      referTo: desk.nurse.partnerId,
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

  it('says of what was sent whether it went out, and tells whoever took the call when it could not', async () => {
    const mine = await insertColleague(database.sql, priya.partnershipId, {partnerId: priya.partnerId});
    const id = await anEndedCall(database.web, mine, {
      ...{closingText: 'Tuesday Club, at 10.', sendBy: 'email', sendTo: 'nobody@mail.example'},
    });
    const state = async (viewer = mine) => (await seen(id, viewer))?.messageState;
    const told = async (viewer = mine) => (await listUndelivered(database.web, {viewer})).map(({callId}) => callId);
    expect(await state()).toBe('waiting');
    await database.sql`update messages set next_try_at = null, problem = 'refused' where call_id = ${id}`;
    expect([await state(), await told(), await told(priya)]).toEqual(['failed', [id], []]);
    await database.sql`update messages set sent_at = now(), problem = null where call_id = ${id}`;
    expect([await state(), await told()]).toEqual(['sent', []]);
  });
});
