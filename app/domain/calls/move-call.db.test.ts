import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {anEndedCall, formBy, insertNeeds, insertQueue} from '../../../test/factories/calls.ts';
import {
  inRecord,
  insertColleague,
  insertOpening,
  insertPartnership,
  insertPerson,
  insertWellKnown,
  type Colleague,
} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {recordHandover, getSummaryParts} from '../discharge/summaries.server.ts';
import {getHandoff} from '../second-level/get-handoff.server.ts';
import type {CallValues} from './call-fields.ts';
import {callValues} from './call-values.ts';
import {correctCall} from './correct-call.server.ts';
import {getCall} from './get-call.server.ts';

let database: TestDatabase;
let priya: Colleague;
let lead: Colleague;
/** Of another organisation, to which calls are handed on. */
let nurse: Colleague;
/** In whose record calls are written down by mistake, and in whose they belong. */
let wrong: string;
let right: string;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  lead = await insertColleague(database.sql, partnership, {
    partnerId: priya.partnerId,
    roles: ['team_lead', 'call_handler'],
  });
  nurse = await insertColleague(database.sql, partnership, {roles: ['practitioner']});
  await database.sql`insert into staff_disciplines (staff_id, discipline) values (${nurse.staffId}, 'nursing')`;
  await insertNeeds(database.sql, 'loneliness');
  await insertQueue(database.sql, nurse, 'nursing');
  await insertQueue(database.sql, priya, 'safeguarding', {leadId: lead.staffId});
  wrong = await insertWellKnown(database.sql, priya, 'Wrongfield');
  right = await insertPerson(database.sql, priya, {givenName: 'Nelly'});
});
afterAll(() => database?.drop());

const handedOn = {
  endings: 'handed_on',
  handOnTo: 'nursing',
  handOnPriority: 'hours_24',
  handOnReason: 'Her leg is sore',
};
const promised = {
  endings: 'call_back_promised',
  callBackOn: '2099-03-04',
  callBackAt: '10:00',
  callBackAbout: 'How it went',
  callBackPhone: '01632 960001',
};
const aCall = (values: CallValues) => anEndedCall(database.web, priya, {personKnown: '', ...values}, {personId: wrong});
const seen = async (id: string, viewer = priya) => (await getCall(database.web, {viewer}, id))!;
const move = async (id: string, to: string | null = right, viewer = priya) => {
  if (to) await insertOpening(database.web, viewer, to);
  const {version, ...call} = await seen(id, viewer);
  return correctCall(database.web, formBy(viewer, 'desk.ended'), {
    id,
    version,
    reason: 'Another of that name',
    rightPersonId: to,
    typed: {...callValues({version, ...call}), personKnown: to ? 'other' : 'anonymous'},
  });
};
const refused = (words: RegExp) => ({ok: false, problems: {personKnown: expect.stringMatching(words)}});
const handoffOf = async (callId: string) => {
  const [row] = await database.sql<{id: string; personId: string | null; status: string; version: number}[]>`
    select id, person_id, status, version from handoffs where call_id = ${callId}
  `;
  return row!;
};
const turn = (id: string, to: 'claimed' | 'closed' | 'told') =>
  to === 'claimed'
    ? database.sql`
        update handoffs set status = 'claimed', claimed_by = ${nurse.staffId}, claimed_at = now(), active_at = now() where id = ${id}
      `
    : database.sql`
        update handoffs
        set
          status = 'closed', claimed_by = null, claimed_at = null, active_at = null, outcome = 'community_nursing',
          arranged = 'A visit', closed_by = ${nurse.staffId}, closed_at = now(),
          caller_told_at = case when ${to === 'told'} then now() end,
          told_how = case when ${to === 'told'} then 'phone' end,
          told_by = case when ${to === 'told'} then ${nurse.staffId}::uuid end
        where id = ${id}
      `;
const mayComeNear = async (viewer: Colleague, personId: string) =>
  within(
    database.web,
    {purpose: 'desk', viewer},
    async (tx) => (await tx`select from people where id = ${personId}`).length === 1,
  );
const callsIn = async (viewer: Colleague, personId: string) =>
  (await inRecord(database.web, viewer, personId, (tx) => tx<{id: string}[]>`select id from calls`)).map(({id}) => id);

describe('a call of the wrong person of which something followed', () => {
  it('takes along what was handed on and nobody has taken up: whoever takes it up comes near the right one, and not the wrong', async () => {
    const id = await aCall(handedOn);
    const before = await handoffOf(id);
    expect([await mayComeNear(nurse, wrong), await mayComeNear(nurse, right)]).toEqual([true, false]);
    expect(await move(id)).toEqual({ok: true});

    expect(await handoffOf(id)).toMatchObject({personId: right, status: 'waiting', version: before.version + 1});
    expect([await mayComeNear(nurse, wrong), await mayComeNear(nurse, right)]).toEqual([false, true]);
    expect([await callsIn(priya, wrong), await callsIn(priya, right)]).toEqual([
      expect.not.arrayContaining([id]),
      expect.arrayContaining([id]),
    ]);
    const shown = await getHandoff(database.web, {viewer: nurse}, before.id);
    expect(shown!.steps.at(-1)).toMatchObject({kind: 'put_right'});
    // How it read in the other record stays apart, for whoever it was handed to as well.
    expect((await seen(id, nurse)).versions).toEqual([]);
    expect((await seen(id, lead)).versions).toMatchObject([{version: 1}]);
  });

  it('takes along what is finished and was told, and stays while it is not', async () => {
    const id = await aCall(handedOn);
    const handoff = await handoffOf(id);
    await turn(handoff.id, 'claimed');
    expect(await move(id)).toMatchObject(refused(/^It stays where it is for now\. Nursing has taken it up/));
    await turn(handoff.id, 'closed');
    expect(await move(id)).toMatchObject(refused(/Nursing has finished it and not told the caller yet/));
    expect(await handoffOf(id)).toMatchObject({personId: wrong});
    await turn(handoff.id, 'told');
    expect(await move(id)).toEqual({ok: true});
    expect(await handoffOf(id)).toMatchObject({personId: right, status: 'closed'});
    expect((await seen(id)).handoffs).toMatchObject([{status: 'closed', outcome: 'community_nursing'}]);
    expect([await mayComeNear(nurse, wrong), await mayComeNear(nurse, right)]).toEqual([
      false,
      // Only for what is still waiting, of the test before.
      true,
    ]);
  });

  it('takes a call-back along, unless it is promised on a number of theirs', async () => {
    const id = await aCall(promised);
    expect(await move(id)).toEqual({ok: true});
    const personOf = async (call: string) =>
      (await database.sql`select person_id, done_at is not null as is_done from call_backs where call_id = ${call}`)[0];
    expect(await personOf(id)).toEqual({personId: right, isDone: false});
    expect((await seen(id)).callBack).toMatchObject({about: 'How it went'});

    const theirs = await aCall({...promised, callBackPhone: '07700 900442'});
    expect(await move(theirs)).toMatchObject(refused(/A call-back is promised on a number of theirs/));
    await database.sql`
      update call_backs set done_at = now(), done_by = ${priya.staffId}, outcome = 'no_longer_wanted' where call_id = ${theirs}
    `;
    expect(await move(theirs, null)).toEqual({ok: true});
    expect(await personOf(theirs)).toEqual({personId: null, isDone: true});
  });

  it('stays where a referral or a concern is about them, and says who has it', async () => {
    const id = await aCall({});
    await database.sql`
      insert into referrals (
        partnership_id, from_partner_id, to_partner_id, person_id, source, call_id, reason, consent_by, consent_how, made_by
      )
      values (
        ${priya.partnershipId}, ${priya.partnerId}, ${nurse.partnerId}, ${wrong}, 'call', ${id}, 'Company', 'person', 'spoken',
        ${priya.staffId}
      )
    `;
    expect(await move(id)).toMatchObject(refused(/A referral was made for them, and .+ has it/));
    const raised = await aCall({
      endings: 'safeguarding',
      concern: 'His money is being taken',
      hasCareNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'not_known',
    });
    expect(await move(raised)).toMatchObject(refused(/A safeguarding concern was raised about them/));
    // Nor by any other way past the domain.
    for (const held of [id, raised])
      await expect(
        within(
          database.web,
          {purpose: 'desk', viewer: priya},
          (tx) => tx`update calls set person_id = null, person_known = 'anonymous' where id = ${held}`,
        ),
      ).rejects.toThrow('a call does not leave a record in which somebody has it in hand');
  });

  it('goes although a summary was given out: that it was stays with whose it was', async () => {
    const id = await aCall({});
    const handover = {way: 'paper', givenTo: 'ward', consentBy: 'person', consentHow: 'spoken', to: null} as never;
    expect(await recordHandover(database.web, formBy(priya, 'desk.summary'), id, handover)).toBe(true);
    await insertOpening(database.web, priya, wrong);
    expect((await getSummaryParts(database.web, {viewer: priya}, id))!.handovers).toMatchObject([
      {givenTo: 'ward', isOfAnother: false},
    ]);
    expect(await move(id)).toEqual({ok: true});

    const given = async (viewer: Colleague) => (await getSummaryParts(database.web, {viewer}, id))!.handovers;
    expect(await given(priya)).toEqual([]);
    expect(await given(lead)).toMatchObject([{givenTo: 'ward', isOfAnother: true}]);
    const acts = await database.sql`
      select person_id from audit_entries where action = 'call_printed' and details ->> 'call' = ${id}
    `;
    expect(acts).toEqual([{personId: wrong}]);
    // What is given from now on is of whom the call is about.
    await recordHandover(database.web, formBy(priya, 'desk.summary'), id, handover);
    expect(await given(priya)).toMatchObject([{givenTo: 'ward', isOfAnother: false}]);
  });

  it('stays while somebody can open their summary by a link', async () => {
    const id = await aCall({});
    await database.sql`
      with given as (
        insert into summary_handovers (call_id, partner_id, given_to, consent_by, consent_how, given_by, way)
        values (${id}, ${priya.partnerId}, 'ward', 'person', 'spoken', ${priya.staffId}, 'email')
        returning id
      )
      insert into summary_links (token_hash, handover_id, call_id, partner_id, person_id, sheet, expires_at)
      select sha256(${randomUUID()}::bytea), id, ${id}, ${priya.partnerId}, ${wrong}, '{}', now() + interval '7 days' from given
    `;
    expect(await move(id)).toMatchObject(refused(/summary is open to somebody by a link\. End the link first/));
    await database.sql`update summary_links set ended_at = now(), sheet = null where call_id = ${id}`;
    expect(await move(id)).toEqual({ok: true});
  });

  it('from nobody’s record goes at once: whoever has it in hand learns whom it is about', async () => {
    const id = await anEndedCall(database.web, priya, handedOn);
    const handoff = await handoffOf(id);
    await turn(handoff.id, 'claimed');
    expect(await move(id)).toEqual({ok: true});
    expect(await handoffOf(id)).toMatchObject({personId: right, status: 'claimed'});
    expect(await mayComeNear(nurse, right)).toBe(true);
  });
});
