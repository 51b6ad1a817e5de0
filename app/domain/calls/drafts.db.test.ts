import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {aDraft, formBy, noPlaces, typed} from '../../../test/factories/calls.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {insertColleague, insertPartnership, insertPerson, type Colleague} from '../../../test/factories/people.ts';
import {getLeadDay, giveDraft} from '../lead/lead-day.server.ts';
import {mayHear} from '../live/may-hear.server.ts';
import type {CallValues} from './call-fields.ts';
import {closeCall} from './close-call.server.ts';
import {choosePerson, listDrafts, openDraft, putAside, saveFields, startCall} from './drafts.server.ts';
import {notePresence, turnTimer} from './draft-turns.server.ts';
import {draftReference, followDraft} from './follow-draft.server.ts';

let database: TestDatabase;
let priya: Colleague;
let tom: Colleague;
let elsewhere: Colleague;
/** One more of the desk, its safeguarding lead and its team lead. */
let una: Colleague;
let alan: Colleague;
let lead: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  tom = await insertColleague(database.sql, partnership, {partnerId: priya.partnerId});
  elsewhere = await insertColleague(database.sql, partnership);
  [una, alan, lead] = [
    await insertColleague(database.sql, partnership, {partnerId: priya.partnerId}),
    await insertColleague(database.sql, partnership, {partnerId: priya.partnerId}),
    await insertColleague(database.sql, partnership, {
      partnerId: priya.partnerId,
      roles: ['team_lead', 'call_handler'],
    }),
  ];
  await database.sql`insert into staff_disciplines (staff_id, discipline) values (${alan.staffId}, 'safeguarding')`;
});
afterAll(() => database?.drop());

const fieldsOf = async (id: string, viewer = priya) =>
  Object.fromEntries((await openDraft(database.web, {viewer}, id))!.fields.map(({name, value}) => [name, value]));

describe('a call that is being taken', () => {
  it('is one, however often its beginning is sent', async () => {
    const form = formBy(priya);
    const begun = await Promise.all(Array.from({length: 5}, () => startCall(database.web, form, 'phone')));
    expect(new Set(begun.map(({id}) => id)).size).toBe(1);
    expect(begun[0]!.reference).toMatch(/^C-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
  });

  it('has an id after those of earlier ones, so that the newest stand together in every index', async () => {
    const made: string[] = [];
    for (let call = 0; call < 20; call++) {
      const [row] = await database.sql<[{id: string}]>`
        select uuid_in_order() as id, pg_sleep(0.002)
      `;
      made.push(row.id);
    }
    expect(made).toEqual(made.toSorted());
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16)).toBeLessThanOrEqual(Date.now());
  });

  it('keeps what is typed, field by field, and gives it back on any machine', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell in the kitchen', callerKind: 'carer'});
    expect(await fieldsOf(id, tom)).toEqual({story: 'Fell in the kitchen', callerKind: 'carer'});
  });

  it('is one of several that somebody takes at once, each of which is there wherever they sign in', async () => {
    const una = await insertColleague(database.sql, priya.partnershipId, {partnerId: priya.partnerId});
    await aDraft(database.web, una, {story: 'Fell', goingWell: 'Good neighbours'});
    await aDraft(database.web, una, {story: 'Lonely', callerName: 'Nora'}, {channel: 'web_form'});
    const {drafts, total} = await listDrafts(database.web, {viewer: una}, {whose: 'mine'});
    expect(total).toBe(2);
    expect(drafts.map(({story, callerName, channel}) => ({story, callerName, channel}))).toEqual([
      {story: 'Lonely', callerName: 'Nora', channel: 'web_form'},
      {story: 'Fell', callerName: '', channel: 'phone'},
    ]);
  });

  it('follows on from what the same page sent before, also when that page never heard an answer', async () => {
    const id = await aDraft(database.web, priya);
    const page = randomUUID();
    const send = (value: string) =>
      saveFields(database.web, {viewer: priya}, id, page, [{name: 'story', value, base: 0}]);
    await send('Fell');
    expect(await send('Fell in the kitchen')).toMatchObject({
      ok: true,
      conflicts: [],
      saved: [{name: 'story', version: 2}],
    });
    expect(await fieldsOf(id)).toEqual({story: 'Fell in the kitchen'});
  });

  it('never writes over what somebody else typed meanwhile: both versions are there', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell'});
    const change = (value: string) => [{name: 'story', value, base: 1}];
    await saveFields(database.web, {viewer: priya}, id, randomUUID(), change('Fell in the kitchen'));
    const second = await saveFields(database.web, {viewer: tom}, id, randomUUID(), change('Fell on the stairs'));
    expect(second).toMatchObject({
      ok: true,
      saved: [],
      conflicts: [{name: 'story', value: 'Fell in the kitchen', version: 2}],
    });
    const joined = await saveFields(database.web, {viewer: tom}, id, randomUUID(), [
      {name: 'story', value: 'Fell in the kitchen, then on the stairs', base: 2},
    ]);
    expect(joined).toMatchObject({ok: true, conflicts: []});
  });

  it('takes the same words from two people as agreement', async () => {
    const id = await aDraft(database.web, priya, {domain: 'health'});
    const same = [{name: 'domain', value: 'health', base: 0}];
    expect(await saveFields(database.web, {viewer: tom}, id, randomUUID(), same)).toMatchObject({
      ok: true,
      conflicts: [],
    });
  });

  it('loses nothing when fifty pages change fifty fields and one field at once', async () => {
    const id = await aDraft(database.web, priya);
    const answers = await Promise.all(
      Array.from({length: 50}, (_, turn) =>
        saveFields(database.web, {viewer: turn % 2 ? priya : tom}, id, randomUUID(), [
          {name: `guide.g${turn}`, value: String(turn), base: 0},
          {name: 'story', value: `version ${turn}`, base: 0},
        ]),
      ),
    );
    const fields = await fieldsOf(id);
    expect(Object.keys(fields)).toHaveLength(51);
    const losers = answers.filter((answer) => answer.ok && answer.conflicts.length === 1);
    expect(losers).toHaveLength(49);
    for (const loser of losers) expect(loser).toMatchObject({conflicts: [{name: 'story', value: fields.story}]});
  });

  it('is nobody’s business elsewhere: not to open, change, list, be present in or throw away', async () => {
    const id = await aDraft(database.web, priya, {story: 'Fell'});
    const change = [{name: 'story', value: 'x', base: 1}];
    expect(await openDraft(database.web, {viewer: elsewhere}, id)).toBeNull();
    expect(await saveFields(database.web, {viewer: elsewhere}, id, randomUUID(), change)).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect((await listDrafts(database.web, {viewer: elsewhere}, {whose: 'all'})).total).toBe(0);
    expect(await notePresence(database.web, {viewer: elsewhere}, id, 'story')).toEqual([]);
    expect(await putAside(database.web, formBy(elsewhere), id)).toBe(false);
    expect(await notePresence(database.web, {viewer: priya}, id, 'story')).toEqual([]);
    expect(await fieldsOf(id)).toEqual({story: 'Fell'});
  });

  it('says who else is in it, and where', async () => {
    const id = await aDraft(database.web, priya);
    await notePresence(database.web, {viewer: priya}, id, 'story');
    const seen = await notePresence(database.web, {viewer: tom}, id, null);
    expect(seen).toEqual([{staffId: priya.staffId, name: 'Sam Example', field: 'story'}]);
  });

  it('counts the time on hold once, however often hold and resume are pressed', async () => {
    const id = await aDraft(database.web, priya);
    for (const turn of ['hold', 'hold'] as const) await turnTimer(database.web, {viewer: priya}, id, turn);
    await database.sql`update call_drafts set held_since = held_since - interval '90 seconds' where id = ${id}`;
    for (const turn of ['resume', 'resume', 'hang_up', 'hold'] as const)
      await turnTimer(database.web, {viewer: priya}, id, turn);
    const draft = await openDraft(database.web, {viewer: priya}, id);
    expect(draft!.heldSeconds).toBe(90);
    expect(draft!.heldSince).toBeNull();
    expect(draft!.talkEndedAt).not.toBeNull();
  });

  it('is about somebody near the desk only', async () => {
    const id = await aDraft(database.web, priya);
    const near = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const far = await insertPerson(database.sql, elsewhere, {givenName: 'Nora'});
    expect(await choosePerson(database.web, {viewer: priya}, id, far)).toBeNull();
    expect(await choosePerson(database.web, {viewer: priya}, id, near)).toEqual([]);
    expect((await openDraft(database.web, {viewer: tom}, id))!.personId).toBe(near);
  });
});

describe('a call in which a safeguarding concern stands', () => {
  const choose = (id: string, viewer: Colleague, fields: CallValues, base = 0) =>
    saveFields(
      database.web,
      {viewer},
      id,
      randomUUID(),
      typed(fields).map((change) => ({...change, base})),
    );
  /** What somebody can find of a call by any way there is. */
  const waysTo = async (id: string, viewer: Colleague) => {
    const asker = {viewer};
    const listed = await listDrafts(database.web, asker, {whose: 'all'});
    return {
      opens: (await openDraft(database.web, asker, id)) !== null,
      reads: await within(database.web, {purpose: 'desk', viewer}, async (tx) => {
        const rows = await tx`select 1 from call_draft_fields where draft_id = ${id}`;
        return rows.length > 0;
      }),
      isListed: listed.drafts.some((draft) => draft.id === id),
      isCounted: listed.total > (await othersOf(id, viewer)),
      follows: (await followDraft(database.web, asker, id, randomUUID(), {})).ok,
      isNamed: (await draftReference(database.web, asker, id)) !== null,
      hears: await mayHear(database.web, viewer, [{kind: 'call', id}]),
      writes: (await saveFields(database.web, asker, id, randomUUID(), [])).ok,
    };
  };
  const othersOf = (id: string, {partnerId}: Colleague) =>
    database.sql`
      select 1 from call_drafts where partner_id = ${partnerId} and restricted_by is null and id <> ${id}
    `.then((rows) => rows.length);
  const all = (is: boolean) => ({
    ...{opens: is, reads: is, isListed: is, isCounted: is, follows: is, isNamed: is, hears: is, writes: is},
  });

  it('is for whoever takes it and those who safeguard, from the moment it is chosen', async () => {
    const id = await aDraft(database.web, priya, {story: 'His money is being taken.', endings: 'information_given'});
    for (const viewer of [priya, tom, alan]) await notePresence(database.web, {viewer}, id, 'story');
    expect(await waysTo(id, tom)).toEqual(all(true));
    await choose(id, priya, {endings: 'information_given, safeguarding'}, 1);
    expect(await waysTo(id, tom)).toEqual(all(false));
    expect(await notePresence(database.web, {viewer: tom}, id, 'story')).toEqual([]);
    expect(await putAside(database.web, formBy(tom), id)).toBe(false);
    expect(await waysTo(id, priya)).toEqual(all(true));
    expect(await waysTo(id, alan)).toEqual(all(true));
  });

  it('stays with a colleague who chose it while they helped, and with nobody else', async () => {
    const id = await aDraft(database.web, priya, {story: 'He is afraid.'});
    expect(await choose(id, tom, {concern: 'His son shouts.'})).toMatchObject({ok: true, conflicts: []});
    expect([await waysTo(id, priya), await waysTo(id, tom)].map(({opens}) => opens)).toEqual([true, true]);
    expect((await waysTo(id, una)).opens).toBe(false);
  });

  it('is the desk’s again once both the choice and the words are taken back', async () => {
    const id = await aDraft(database.web, priya, {endings: 'safeguarding', concern: 'By mistake'});
    await choose(id, priya, {endings: ''}, 1);
    expect((await waysTo(id, tom)).opens).toBe(false);
    await choose(id, priya, {concern: ' '}, 1);
    expect((await waysTo(id, tom)).opens).toBe(true);
  });

  it('is given to somebody else by a lead, who reads nothing of it', async () => {
    const id = await aDraft(database.web, priya, {endings: 'safeguarding'});
    await database.sql`update call_drafts set changed_at = now() - interval '1 hour' where id = ${id}`;
    const {lying} = await getLeadDay(database.web, {viewer: lead});
    expect(lying.map((draft) => draft.id)).toContain(id);
    expect((await waysTo(id, lead)).reads).toBe(false);
    const give = (viewer: Colleague) =>
      giveDraft(database.web, formBy(viewer, 'desk.lead'), id, {from: priya.staffId, to: tom.staffId});
    expect(await give(una)).toEqual({ok: false, reason: 'changed'});
    expect(await give(lead)).toEqual({ok: true});
    expect((await waysTo(id, tom)).opens).toBe(true);
    expect((await waysTo(id, lead)).opens).toBe(false);
    const [act] = await database.sql`
      select staff_id from audit_entries where action = 'call_joined' and details ->> 'given' = ${tom.staffId}
    `;
    expect(act).toEqual({staffId: lead.staffId});
  });

  it('is still read by whoever chose it in the very sending that ends it', async () => {
    const id = await aDraft(database.web, priya, {endings: 'information_given'});
    const changes = [{name: 'endings', value: 'safeguarding', base: 1}];
    const toClose = {id, page: randomUUID(), changes};
    const asked = await closeCall({sql: database.web, places: noPlaces}, {viewer: tom}, toClose);
    expect(asked).toMatchObject({ok: false, reason: 'problems', values: {endings: 'safeguarding'}});
  });
});
